package nl.mtvp.payment.ion.file;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import nl.mtvp.kernel.json.Digests;
import nl.mtvp.payment.ion.domain.Delivery;
import nl.mtvp.payment.ion.domain.Delivery.Compression;
import nl.mtvp.payment.ion.domain.DeliveryScan;
import nl.mtvp.payment.ion.domain.FileFault;
import nl.mtvp.payment.ion.domain.RefusedLine;
import nl.mtvp.payment.ion.domain.RegistrationLine;

/**
 * A delivery's content, read from end to end: its digest, and its lines, unpacked on the way if they were packed (D38). A
 * piece of it is in memory, never the whole.
 *
 * @param rows lines after the header
 * @param malformed the lines that have another form than agreed
 * @param fault the first thing for which the delivery is refused as a whole
 */
public record DeliveryContent(long rows, List<RefusedLine> malformed, Optional<FileFault> fault) {

    private static final int CHUNK = 1 << 16;

    /**
     * @param sent the content as it came in; no file is no content
     * @param unpackedBytesMax how large the text may be: a small file can unpack to any size
     * @param taker takes each line that has the agreed form
     */
    public static DeliveryContent of(
            Delivery delivery, Path sent, long unpackedBytesMax, Consumer<RegistrationLine> taker) {
        // Each of the two takes a processor for itself; the file is read from the disk once.
        var digest = CompletableFuture.supplyAsync(() -> Digests.hex(digest(sent)));
        try {
            var scanned = scan(delivery, sent, unpackedBytesMax, taker);
            var sentDigest = digest.join();
            return sentDigest.equals(delivery.contentDigest())
                    ? scanned
                    : refused(new FileFault(
                            "digest",
                            "the content's SHA-256 is " + sentDigest + ", announced was " + delivery.contentDigest()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (CompletionException failure) {
            throw new IllegalStateException("the content's digest cannot be taken", failure);
        }
    }

    private static DeliveryContent scan(
            Delivery delivery, Path sent, long unpackedBytesMax, Consumer<RegistrationLine> taker) throws IOException {
        boolean packed = delivery.compression() == Compression.GZIP;
        try (var file = open(sent);
                var unpacked = packed ? new Unpacked(file) : null;
                var text = packed ? new Limited(unpacked, unpackedBytesMax) : file) {
            var scanned = DeliveryScan.of(text, delivery.rowCount(), taker);
            if (packed && scanned.fault().isEmpty() && unpacked.isFollowed()) {
                return refused(new FileFault(
                        "compression", "after the gzip file's end comes something that is none; send the file alone"));
            }
            return new DeliveryContent(scanned.rows(), scanned.malformed(), scanned.fault());
        } catch (EOFException | ZipException broken) {
            return refused(new FileFault(
                    "compression", "the content is no whole gzip file; pack the CSV again and announce it anew"));
        } catch (TooLarge large) {
            return refused(new FileFault(
                    "unpacked-too-large", "the content unpacks to more than " + unpackedBytesMax + " bytes"));
        }
    }

    private static DeliveryContent refused(FileFault fault) {
        return new DeliveryContent(0, List.of(), Optional.of(fault));
    }

    /** SHA-256 of a file; one that is not there is empty. */
    static byte[] digest(Path file) {
        var digest = Digests.sha256();
        try (var content = new DigestInputStream(open(file), digest)) {
            content.transferTo(OutputStream.nullOutputStream());
            return digest.digest();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static InputStream open(Path sent) throws IOException {
        return Files.exists(sent) ? Files.newInputStream(sent) : InputStream.nullInputStream();
    }

    /** What was packed by gzip; whatever follows it is passed over while it is read. */
    private static final class Unpacked extends GZIPInputStream {

        /** The checksum and the length, which the inflater leaves. */
        private static final int TRAILER = 8;

        Unpacked(InputStream packed) throws IOException {
            super(packed, CHUNK);
        }

        /** Asked when all is read. */
        boolean isFollowed() throws IOException {
            return inf.getRemaining() > TRAILER || in.read() >= 0;
        }
    }

    private static final class TooLarge extends IOException {}

    /** Content that may not be longer than a limit. */
    private static final class Limited extends FilterInputStream {

        private final long bytesMax;
        private long bytes;

        Limited(InputStream content, long bytesMax) {
            super(content);
            this.bytesMax = bytesMax;
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException("content is read in pieces");
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, length);
            bytes += Math.max(0, read);
            if (bytes > bytesMax) {
                throw new TooLarge();
            }
            return read;
        }
    }
}
