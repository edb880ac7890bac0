package nl.mtvp.payment.ion.file;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import nl.mtvp.kernel.json.Digests;
import nl.mtvp.payment.ion.domain.ContentTooLarge;

/**
 * The folder of deliveries: content comes in below {@code incoming}, is worked through below {@code work}, and what was
 * accepted stays below {@code parquet}, named by its digest. Nothing is ever held in memory as a whole.
 */
@ApplicationScoped
public class EvidenceStore {

    private static final int CHUNK = 1 << 16;

    private final Path folder;
    private final long contentBytesMax;

    EvidenceStore(EvidenceConfig config) {
        this.contentBytesMax = config.contentBytesMax();
        this.folder = config.folder().toAbsolutePath();
    }

    public Path incoming(UUID delivery) {
        return folder.resolve("incoming").resolve(delivery + ".csv");
    }

    /** How much of the content has come in: what is on the disk, whatever became of the request that brought it. */
    public long received(UUID delivery) {
        try {
            var file = incoming(delivery);
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Adds content at the end of what came in, and forces it to the disk.
     *
     * @throws ContentTooLarge at the first chunk that a delivery may not have any more
     */
    public long append(UUID delivery, InputStream content) {
        try {
            var file = incoming(delivery);
            Files.createDirectories(file.getParent());
            try (var channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
                var chunk = new byte[CHUNK];
                for (int read = content.read(chunk); read >= 0; read = content.read(chunk)) {
                    if (channel.size() + read > contentBytesMax) {
                        throw new ContentTooLarge(contentBytesMax);
                    }
                    var bytes = ByteBuffer.wrap(chunk, 0, read);
                    while (bytes.hasRemaining()) {
                        channel.write(bytes);
                    }
                }
                channel.force(true);
                return channel.size();
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** An empty folder for the work on one delivery; what an earlier try left in it is gone. */
    public Path work(UUID delivery) {
        try {
            var work = folder.resolve("work").resolve(delivery.toString());
            deleteAll(work);
            return Files.createDirectories(work);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Keeps a file as evidence under the name of its digest, and gives the digest. */
    public byte[] keep(Path parquet) {
        try {
            var digest = Digests.sha256();
            try (var content = Files.newInputStream(parquet)) {
                var chunk = new byte[CHUNK];
                for (int read = content.read(chunk); read >= 0; read = content.read(chunk)) {
                    digest.update(chunk, 0, read);
                }
            }
            var name = digest.digest();
            var kept = kept(Digests.hex(name));
            Files.createDirectories(kept.getParent());
            Files.move(parquet, kept, StandardCopyOption.ATOMIC_MOVE);
            return name;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The Parquet file that is kept under a digest. */
    public Path kept(String digest) {
        return folder.resolve("parquet").resolve(digest + ".parquet");
    }

    /** Removes evidence for good. */
    public void remove(String digest) {
        try {
            Files.deleteIfExists(kept(digest));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Deletes what came in for a delivery and what its work left behind; its evidence stays. */
    public void forget(UUID delivery) {
        try {
            Files.deleteIfExists(incoming(delivery));
            deleteAll(folder.resolve("work").resolve(delivery.toString()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The deliveries of which content lies here. */
    public List<UUID> incoming() {
        var incoming = folder.resolve("incoming");
        if (!Files.exists(incoming)) {
            return List.of();
        }
        try (var files = Files.list(incoming)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".csv"))
                    .map(name -> UUID.fromString(name.substring(0, name.length() - 4)))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void deleteAll(Path path) throws IOException {
        if (Files.exists(path)) {
            try (var below = Files.walk(path)) {
                for (var file : below.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
