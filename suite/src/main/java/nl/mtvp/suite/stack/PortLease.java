package nl.mtvp.suite.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import nl.mtvp.suite.common.Io;

/**
 * A port that nobody listens on and that no other stack on this machine, whoever runs it, has chosen. It takes a
 * program a while to listen, and without the lease another stack would choose the same port meanwhile.
 */
final class PortLease implements AutoCloseable {

    private static final int TRIES_MAX = 100;

    private final int port;
    private final FileChannel lock;

    private PortLease(int port, FileChannel lock) {
        this.port = port;
        this.lock = lock;
    }

    /** This port, or nothing when somebody else has it. */
    static Optional<PortLease> of(int port) {
        if (!isFree(port)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new PortLease(port, locked(port)));
        } catch (IOException | OverlappingFileLockException heldByAnother) {
            return Optional.empty();
        }
    }

    /** Any free port. */
    static PortLease ofAny() {
        for (int tries = 0; tries < TRIES_MAX; tries++) {
            var lease = of(freeNow());
            if (lease.isPresent()) {
                return lease.get();
            }
        }
        throw new StackFailure("no free port was found in " + TRIES_MAX + " tries");
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        Io.run("the lease of port " + port + " cannot be ended", lock::close);
    }

    private static boolean isFree(int port) {
        try (var socket = bound(port)) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    private static int freeNow() {
        return Io.get("this machine has no free port left", () -> {
            try (var socket = bound(0)) {
                return socket.getLocalPort();
            }
        });
    }

    private static ServerSocket bound(int port) throws IOException {
        var socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
        return socket;
    }

    /** The lock goes with the process, also when it is killed. The file stays: it is empty and serves the next. */
    private static FileChannel locked(int port) throws IOException {
        var file = shared(Path.of(System.getProperty("java.io.tmpdir"), "mtvp-ports"), "rwxrwxrwx", true)
                .resolve(Integer.toString(port));
        var channel = FileChannel.open(shared(file, "rw-rw-rw-", false), StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            throw new IOException("another stack has port " + port);
        }
        return channel;
    }

    private static Path shared(Path path, String permissions, boolean folder) throws IOException {
        if (!Files.exists(path)) {
            if (folder) {
                Files.createDirectories(path);
            } else {
                Files.createFile(path);
            }
            if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
            }
        }
        return path;
    }
}
