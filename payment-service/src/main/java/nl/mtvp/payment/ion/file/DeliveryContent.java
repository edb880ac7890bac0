package nl.mtvp.payment.ion.file;

import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import nl.mtvp.kernel.json.Digests;
import nl.mtvp.payment.ion.domain.Compression;
import nl.mtvp.payment.ion.domain.Delivery;
import nl.mtvp.payment.ion.domain.DeliveryScan;
import nl.mtvp.payment.ion.domain.FileFault;

/**
 * A delivery's content, read once from end to end: the digest of what was sent, and the form of its text, which is
 * unpacked meanwhile if it was packed (D38). A chunk of it is in memory, never the whole.
 *
 * @param text where the text lies
 * @param scanned what the text is like; null if it could not be unpacked
 * @param fault the first thing for which the delivery is refused as a whole
 */
public record DeliveryContent(Path text, DeliveryScan.Result scanned, Optional<FileFault> fault) {

    private static final int CHUNK = 1 << 16;

    /**
     * @param sent the content as it came in; no file is no content
     * @param work where packed content is unpacked to
     * @param unpackedBytesMax how large the text may be: a small file can unpack to any size
     */
    public static DeliveryContent of(Delivery delivery, Path sent, Path work, long unpackedBytesMax) {
        boolean packed = delivery.compression() == Compression.GZIP;
        var text = packed ? work.resolve("unpacked.csv") : sent;
        var digest = Digests.sha256();
        try (var content = new DigestInputStream(open(sent), digest)) {
            DeliveryScan.Result scanned = null;
            Optional<FileFault> fault;
            try {
                scanned = packed ? unpack(content, text, unpackedBytesMax) : DeliveryScan.of(content);
                fault = DeliveryScan.fault(scanned, delivery.rowCount());
            } catch (EOFException | ZipException broken) {
                fault = Optional.of(new FileFault(
                        "compression", "the content is no whole gzip file; pack the CSV again and announce it anew"));
            } catch (TooLarge large) {
                fault = Optional.of(new FileFault(
                        "unpacked-too-large", "the content unpacks to more than " + unpackedBytesMax + " bytes"));
            }
            content.transferTo(OutputStream.nullOutputStream());
            var sentDigest = HexFormat.of().formatHex(digest.digest());
            return new DeliveryContent(
                    text,
                    scanned,
                    sentDigest.equals(delivery.contentDigest())
                            ? fault
                            : Optional.of(otherDigest(sentDigest, delivery.contentDigest())));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static InputStream open(Path sent) throws IOException {
        return Files.exists(sent) ? Files.newInputStream(sent) : InputStream.nullInputStream();
    }

    private static DeliveryScan.Result unpack(InputStream packed, Path text, long bytesMax) throws IOException {
        try (var file = new BufferedOutputStream(Files.newOutputStream(text), CHUNK)) {
            return DeliveryScan.of(new Copied(new GZIPInputStream(packed, CHUNK), file, bytesMax));
        }
    }

    private static FileFault otherDigest(String sent, String announced) {
        return new FileFault("digest", "the content's SHA-256 is " + sent + ", announced was " + announced);
    }

    private static final class TooLarge extends IOException {}

    /** Content that goes to a file as it is read, up to a limit. */
    private static final class Copied extends FilterInputStream {

        private final OutputStream file;
        private final long bytesMax;
        private long bytes;

        Copied(InputStream content, OutputStream file, long bytesMax) {
            super(content);
            this.file = file;
            this.bytesMax = bytesMax;
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException("content is read in chunks");
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, length);
            if (read > 0) {
                bytes += read;
                if (bytes > bytesMax) {
                    throw new TooLarge();
                }
                file.write(into, offset, read);
            }
            return read;
        }
    }
}
