package nl.mtvp.suite.story;

import static java.util.Map.entry;
import static nl.mtvp.suite.common.Service.PAYMENT;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.mtvp.suite.common.Api;
import nl.mtvp.suite.common.Io;
import nl.mtvp.suite.common.Waiting;
import nl.mtvp.suite.story.DeliveryFile.Written;

/** A delivery on its way to payment-service (D38): announced, then sent in pieces, each where the one before ended. */
public final class Upload {

    private static final int PIECE_BYTES = 8 << 20;

    private Upload() {}

    /** Gives the delivery's id. */
    public static String announce(Api.As insurer, String uzovi, String peildatum, Written file) {
        var delivery = Map.ofEntries(
                entry("uzovi", uzovi),
                entry("peildatum", peildatum),
                entry("rowCount", file.rows()),
                entry("sha256", file.sha256()));
        return insurer.make(PAYMENT, "/ion-deliveries", delivery).text("id");
    }

    /** Sends a file and says with its last piece that this was all. */
    public static void whole(Api.As insurer, String delivery, Path file) {
        pieces(insurer, delivery, file, true);
    }

    /** Sends a file and leaves it open whether more comes; {@link #complete} says that this was all. */
    public static void bytes(Api.As insurer, String delivery, Path file) {
        pieces(insurer, delivery, file, false);
    }

    /** An empty last piece: the work begins. */
    public static void complete(Api.As insurer, String delivery, Path file) {
        send(insurer, delivery, size(file), new byte[0], true);
    }

    /** The delivery once it was worked through, accepted or refused. */
    public static JsonNode finished(Api.As insurer, String delivery, Duration atMost, long pauseMillis) {
        return Waiting.until(
                        "delivery " + delivery,
                        atMost,
                        pauseMillis,
                        () -> insurer.get(PAYMENT, "/ion-deliveries/" + delivery)
                                .expect(200),
                        answer -> List.of("ACCEPTED", "REFUSED").contains(answer.text("status")))
                .body();
    }

    private static void pieces(Api.As insurer, String delivery, Path file, boolean lastSaysSo) {
        Io.run("cannot read " + file, () -> {
            try (var in = Files.newInputStream(file)) {
                long size = size(file);
                long offset = 0;
                while (offset < size) {
                    var piece = in.readNBytes(PIECE_BYTES);
                    boolean last = offset + piece.length == size;
                    send(insurer, delivery, offset, piece, last && lastSaysSo);
                    offset += piece.length;
                }
            }
        });
    }

    private static void send(Api.As insurer, String delivery, long offset, byte[] piece, boolean last) {
        var path = "/ion-deliveries/" + delivery + "/content";
        var at = Long.toString(offset);
        insurer.patch(PAYMENT, path, piece, "Upload-Offset", at, "Upload-Complete", last ? "?1" : "?0")
                .expect(204);
    }

    private static long size(Path file) {
        return Io.get("cannot read " + file, () -> Files.size(file));
    }
}
