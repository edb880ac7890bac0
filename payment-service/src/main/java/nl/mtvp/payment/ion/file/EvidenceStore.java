package nl.mtvp.payment.ion.file;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.json.Digests;

/**
 * The folder of deliveries: content comes in below {@code incoming}, is worked through below {@code work}, and what was
 * accepted stays below {@code parquet}, named by its digest. Nothing is ever held in memory as a whole.
 */
@ApplicationScoped
public class EvidenceStore {

    private final EvidenceConfig config;
    private final Path folder;
    /** Of this replica: the operating system's locks are a process's, not an upload's. */
    private final Set<UUID> held = ConcurrentHashMap.newKeySet();

    EvidenceStore(EvidenceConfig config) {
        this.config = config;
        this.folder = config.folder().toAbsolutePath();
    }

    public Path incoming(UUID delivery) {
        return folder.resolve("incoming").resolve(delivery + ".csv");
    }

    /** How much of the content has come in: what is on the disk, whatever became of the request that brought it. */
    public long received(UUID delivery) {
        var file = incoming(delivery);
        return done(() -> Files.exists(file) ? Files.size(file) : 0L);
    }

    public long contentBytesMax() {
        return config.contentBytesMax();
    }

    /**
     * Keeps others from adding to a delivery's content, on any replica; empty while another one does. What is given
     * lets go of it.
     *
     * <p>It is a lock of the file system, so a replica that is killed lets go of it, and nobody holds a transaction while a
     * client sends.
     */
    public Optional<Runnable> hold(UUID delivery) {
        if (!held.add(delivery)) {
            return Optional.empty();
        }
        FileChannel channel = null;
        try {
            var file = lock(delivery);
            Files.createDirectories(file.getParent());
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() != null) {
                var locked = channel;
                return Optional.of(() -> close(delivery, locked));
            }
            close(delivery, channel);
            return Optional.empty();
        } catch (IOException broken) {
            close(delivery, channel);
            throw new UncheckedIOException(broken);
        }
    }

    private Path lock(UUID delivery) {
        return folder.resolve("incoming").resolve(delivery + ".lock");
    }

    private void close(UUID delivery, FileChannel lock) {
        try {
            if (lock != null) {
                lock.close();
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } finally {
            held.remove(delivery);
        }
    }

    /** Forces what came in to the disk, and tells how much it is. */
    public long forced(UUID delivery) {
        return done(() -> {
            try (var channel = FileChannel.open(
                    incoming(delivery),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.APPEND)) {
                channel.force(true);
                return channel.size();
            }
        });
    }

    /** An empty folder for the work on one delivery; what an earlier try left in it is gone. */
    public Path work(UUID delivery) {
        return done(() -> {
            deleteAll(workOn(delivery));
            return Files.createDirectories(workOn(delivery));
        });
    }

    private Path workOn(UUID delivery) {
        return folder.resolve("work").resolve(delivery.toString());
    }

    /** Keeps a file as evidence under the name of its digest, and gives the digest. */
    public byte[] keep(Path parquet) {
        return done(() -> {
            var name = DeliveryContent.digest(parquet);
            var kept = kept(Digests.hex(name));
            Files.createDirectories(kept.getParent());
            Files.move(parquet, kept, StandardCopyOption.ATOMIC_MOVE);
            return name;
        });
    }

    /** The Parquet file that is kept under a digest. */
    public Path kept(String digest) {
        return folder.resolve("parquet").resolve(digest + ".parquet");
    }

    /** Removes evidence for good. */
    public void remove(String digest) {
        done(() -> Files.deleteIfExists(kept(digest)));
    }

    /** Deletes what came in for a delivery and what its work left behind; its evidence stays. */
    public void forget(UUID delivery) {
        done(() -> {
            Files.deleteIfExists(incoming(delivery));
            Files.deleteIfExists(lock(delivery));
            return deleteAll(workOn(delivery));
        });
    }

    /** The deliveries of which content lies here. */
    public List<UUID> incoming() {
        var incoming = folder.resolve("incoming");
        if (!Files.exists(incoming)) {
            return List.of();
        }
        return done(() -> {
            try (var files = Files.list(incoming)) {
                return files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(".csv"))
                        .map(name -> UUID.fromString(name.substring(0, name.length() - 4)))
                        .toList();
            }
        });
    }

    /** Something done with files; a disk that does not do it is nobody's mistake. */
    private interface OnDisk<T> {
        T done() throws IOException;
    }

    private static <T> T done(OnDisk<T> work) {
        try {
            return work.done();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Gives the path, which is gone. */
    private static Path deleteAll(Path path) throws IOException {
        if (Files.exists(path)) {
            try (var below = Files.walk(path)) {
                for (var file : below.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        return path;
    }

    /** Looks a patient up in evidence, which is sorted by pseudonym: the practice of an accepted one. */
    public Optional<Agb> practiceOf(String evidenceDigest, UUID pseudonym) {
        var spill = Path.of(System.getProperty("java.io.tmpdir"));
        try (var duck = Duck.open(config, spill);
                var statement = duck.prepareStatement("select agb from read_parquet('%s') where pseudonym = ?"
                        .formatted(Duck.quoted(kept(evidenceDigest))))) {
            statement.setObject(1, pseudonym);
            try (var rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(DeliveryLines.agb(rows, 1)) : Optional.empty();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("DuckDB cannot read the evidence", failure);
        }
    }
}
