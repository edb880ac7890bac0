package nl.mtvp.payment.ledger.rest;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import nl.mtvp.kernel.rest.answer.Streams;
import nl.mtvp.kernel.rest.body.Csv;
import nl.mtvp.kernel.rest.body.NdJson;
import nl.mtvp.payment.ledger.domain.EntryQuery.ExportFormat;

/** A list's whole selection as a file, which is written while it is read. */
final class Exports {

    private static final List<MediaType> PAGE_OR_FILE = List.of(
            MediaType.APPLICATION_JSON_TYPE, MediaType.valueOf(Csv.MEDIA_TYPE), MediaType.valueOf(NdJson.MEDIA_TYPE));

    private Exports() {}

    /** The form of file that the caller likes best; empty when that is a page of JSON. */
    static Optional<ExportFormat> asked(HttpHeaders headers) {
        return headers.getAcceptableMediaTypes().stream()
                .flatMap(liked ->
                        PAGE_OR_FILE.stream().filter(liked::isCompatible).limit(1))
                .findFirst()
                .flatMap(type -> switch (PAGE_OR_FILE.indexOf(type)) {
                    case 1 -> Optional.of(ExportFormat.CSV);
                    case 2 -> Optional.of(ExportFormat.NDJSON);
                    default -> Optional.empty();
                });
    }

    static Response answer(ExportFormat format, Consumer<OutputStream> export, Streams streams) {
        var type = format == ExportFormat.CSV ? Csv.MEDIA_TYPE + ";charset=UTF-8" : NdJson.MEDIA_TYPE;
        StreamingOutput lines = out -> streams.send(export::accept, out);
        return Response.ok(lines).header(HttpHeaders.CONTENT_TYPE, type).build();
    }
}
