package nl.mtvp.suite.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Set;
import nl.mtvp.suite.common.Io;
import nl.mtvp.suite.common.Service;

/**
 * The folder that one stack lives in. A stack starts anew each time, so what an earlier one left is deleted; a folder
 * that no stack made is never touched. While a stack runs, the folder is locked.
 */
public final class StackFolder implements AutoCloseable {

    private static final String MARKER = "this-is-an-mtvp-stack";
    private static final String LOCK = "lock";
    private static final Set<String> STAYING = Set.of(MARKER, LOCK);
    /** What a stack knows; keys, passwords and certificates are made anew at each start. */
    private static final Set<String> DATA =
            Set.of("postgres", "evidence", "portal-journal", "clock-offset", "story-is-told");

    private final Path root;
    private final FileChannel channel;

    private StackFolder(Path root, FileChannel channel) {
        this.root = root;
        this.channel = channel;
    }

    /**
     * Takes the folder for a new stack.
     *
     * @throws StackFailure if it holds something else, or a stack that runs
     */
    static StackFolder take(Path folder) {
        try {
            var root = folder.toAbsolutePath().normalize();
            if (Files.exists(root)
                    && !Files.exists(root.resolve(MARKER))
                    && !Io.entries(root).isEmpty()) {
                throw new StackFailure(root + " is not empty and no stack of ours: name another folder with --data");
            }
            Files.createDirectories(root);
            if (Files.getFileStore(root).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
            }
            Files.writeString(
                    root.resolve(MARKER),
                    "Made by ./mtvp, which empties this folder at each start but with --keep-data.\n");
            // Closed with the folder; the lock goes with the channel, also when the launcher is killed.
            var channel = FileChannel.open(root.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw new StackFailure("a stack is running in " + root
                        + ": stop it, or start another one with --data FOLDER (it finds other ports by itself)");
            }
            return new StackFolder(root.toRealPath(), channel);
        } catch (IOException | UncheckedIOException failure) {
            throw new StackFailure("the folder " + folder + " cannot be used: " + failure, failure);
        }
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (java.nio.channels.OverlappingFileLockException heldByUs) {
            return null;
        }
    }

    /**
     * Deletes what an earlier stack left, and makes the folders of the new one.
     *
     * @param keeping whether the new one goes on with its data
     */
    void renew(boolean keeping) {
        Io.run("the folder " + root + " cannot be emptied", () -> {
            deleteBut(keeping ? DATA : Set.of());
            for (var folder : new Path[] {logs(), keys(), certificates(), evidence()}) {
                Files.createDirectories(folder);
            }
        });
    }

    /** Deletes what takes room, of a stack that has ended. */
    void keepOnlyLogs() throws IOException {
        deleteBut(Set.of(logs().getFileName().toString()));
    }

    private void deleteBut(Set<String> kept) throws IOException {
        for (var entry : Io.entries(root)) {
            var name = entry.getFileName().toString();
            if (!STAYING.contains(name) && !kept.contains(name)) {
                delete(entry);
            }
        }
    }

    public Path root() {
        return root;
    }

    public Path logs() {
        return root.resolve("logs");
    }

    Path keys() {
        return root.resolve("keys");
    }

    Path key(String client) {
        return keys().resolve(client + ".pem");
    }

    private Path certificates() {
        return root.resolve("certificates");
    }

    Path certificate(String name) {
        return certificates().resolve(name + ".pem");
    }

    Path certificateKey(String name) {
        return certificates().resolve(name + ".key");
    }

    Path evidence() {
        return root.resolve("evidence");
    }

    Path clockOffset() {
        return clockOffset(root);
    }

    /** By how much a stack's time differs from the machine's. */
    static Path clockOffset(Path root) {
        return root.resolve("clock-offset");
    }

    /** Whether a folder has what an earlier stack knew. */
    public static boolean holdsData(Path root) {
        return Files.exists(root.resolve("postgres"));
    }

    /** Whether all of the story is among it. */
    public static boolean holdsStory(Path root) {
        return holdsData(root) && Files.exists(story(root));
    }

    /** Notes that the story has been told to its end. */
    public void noteStory() {
        Io.run("the story's end cannot be noted", () -> Files.createFile(story(root)));
    }

    private static Path story(Path root) {
        return root.resolve("story-is-told");
    }

    /** Where a service is asked to start again, and where the launcher answers. */
    static Path startRequest(Path root, Service service) {
        return root.resolve("start-" + service.module());
    }

    static Path record(Path root) {
        return root.resolve("stack.json");
    }

    @Override
    public void close() {
        Io.run("the lock cannot be closed", channel::close);
    }

    private static void delete(Path path) throws IOException {
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            try (var tree = Files.walk(path)) {
                for (var each : tree.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        } else {
            Files.delete(path);
        }
    }
}
