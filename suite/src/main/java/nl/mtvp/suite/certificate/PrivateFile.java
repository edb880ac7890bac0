package nl.mtvp.suite.certificate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import nl.mtvp.suite.common.Io;

/** A file that nobody but its owner may read, from its first moment on. */
public final class PrivateFile {

    private static final FileAttribute<Set<PosixFilePermission>> MINE_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private PrivateFile() {}

    /** The file must not be there yet. */
    public static void write(Path file, String text) {
        Io.run("the file " + file + " cannot be written", () -> {
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(file, MINE_ONLY);
            } else {
                Files.createFile(file);
            }
            Files.writeString(file, text);
        });
    }
}
