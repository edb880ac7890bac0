package nl.mtvp.verifier.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;
import nl.mtvp.verifier.audit.Hashes.Content;

/** The folder that an export is written to: data as they come, and at last a README and the manifest over all of it. */
public final class ExportFolder {

    /** The kinds of data, each in its file. */
    public static final List<String> DATA = List.of("facts", "runs", "lines", "postings", "entries");

    private final Path folder;

    private ExportFolder(Path folder) {
        this.folder = folder;
    }

    /** An insurer's newest posting and the head after it. */
    public record Head(String uzovi, long postings, String head) {}

    /**
     * Makes the folder if it is not there.
     *
     * @throws IllegalArgumentException if there is something in it: an export is never mixed with another one
     */
    public static ExportFolder create(Path folder) throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new IllegalArgumentException(folder + " is a file: name a folder that is new or empty");
        }
        Files.createDirectories(folder);
        try (var content = Files.list(folder)) {
            if (content.findAny().isPresent()) {
                throw new IllegalArgumentException(
                        folder + " is not empty: an export is never mixed with what is there; name another folder");
            }
        }
        return new ExportFolder(folder);
    }

    /**
     * Writes one kind of data. Its file has its name only when it is whole.
     *
     * @return how many lines it has
     */
    public long write(String data, InputStream lines) throws IOException {
        var part = folder.resolve(data + ".part");
        Files.copy(lines, part, StandardCopyOption.REPLACE_EXISTING);
        var whole = Files.move(part, folder.resolve(data + ".ndjson"));
        return Content.of(whole).lines();
    }

    /**
     * Writes README and manifest.
     *
     * @return the manifest's digest, which is over everything: whoever notes it down can recognise this export
     */
    public String finish(Instant knownAt, List<Head> heads) throws IOException {
        try (var readme = ExportFolder.class.getResourceAsStream(Manifest.README)) {
            Files.copy(readme, folder.resolve(Manifest.README));
        }
        var files = new LinkedHashMap<String, Content>();
        for (var name : Manifest.FILES) {
            files.put(name, Content.of(folder.resolve(name)));
        }
        var perInsurer = new TreeMap<String, Head>();
        heads.forEach(head -> perInsurer.put(head.uzovi(), head));
        var manifest = folder.resolve(Manifest.NAME);
        Files.writeString(manifest, new Manifest(knownAt, perInsurer, files).json(), UTF_8);
        var digest = Content.of(manifest).sha256();
        Files.writeString(folder.resolve(Manifest.DIGEST), digest + "  " + Manifest.NAME + "\n", UTF_8);
        return digest;
    }
}
