package nl.mtvp.verifier.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.mtvp.verifier.audit.ExportFolder.Head;
import nl.mtvp.verifier.audit.Hashes.Content;

/**
 * What an export says of itself: as known at which moment it was made, each insurer's newest posting and head, and each
 * file's digest.
 */
record Manifest(Instant knownAt, Map<String, Head> heads, Map<String, Content> files) {

    static final String NAME = "manifest.json";
    static final String DIGEST = "manifest.sha256";
    static final String FORMAT = "mtvp-audit-export-1";
    static final String README = "README.md";

    static final List<String> FILES =
            List.of("facts.ndjson", "runs.ndjson", "lines.ndjson", "postings.ndjson", "entries.ndjson", README);

    /** @throws Unreadable unless the folder has a manifest in its form */
    static Manifest read(Path folder) throws IOException {
        var text = Files.readString(folder.resolve(NAME), UTF_8);
        if (!(Json.read(text) instanceof Map<?, ?> properties)) {
            throw new Unreadable("is no object");
        }
        var row = new Row(NAME, 1, properties);
        row.has(Set.of("format", "knownAt", "insurers", "files"));
        if (!row.text("format").equals(FORMAT)) {
            throw new Unreadable("is of a format that this program does not know: " + row.text("format"));
        }
        var heads = new TreeMap<String, Head>();
        for (var insurer : row.objects("insurers")) {
            insurer.has(Set.of("uzovi", "postings", "head"));
            var uzovi = insurer.uzovi("uzovi");
            heads.put(uzovi, new Head(uzovi, insurer.number("postings"), insurer.sha256("head")));
        }
        var files = new LinkedHashMap<String, Content>();
        for (var file : row.objects("files")) {
            file.has(Set.of("name", "lines", "bytes", "sha256"));
            files.put(
                    file.text("name"), new Content(file.number("lines"), file.number("bytes"), file.sha256("sha256")));
        }
        return new Manifest(row.moment("knownAt"), heads, files);
    }

    /** Compares each file with what the manifest tells of it, and the manifest with its own digest. */
    void check(Path folder, Differences differences) {
        try {
            var digest = Content.of(folder.resolve(NAME)).sha256();
            differences.at(DIGEST).same("sha256 of " + NAME, digest + "  " + NAME, firstLine(folder.resolve(DIGEST)));
            differences.at(NAME).same("the names of the files", new TreeSet<>(FILES), new TreeSet<>(files.keySet()));
            for (var file : files.entrySet()) {
                if (!Files.isRegularFile(folder.resolve(file.getKey()))) {
                    differences.add(file.getKey(), "the manifest names it, but it is not there");
                    continue;
                }
                var here = differences.at(file.getKey());
                var told = file.getValue();
                var content = Content.of(folder.resolve(file.getKey()));
                here.same("lines by the manifest", told.lines(), content.lines());
                here.same("bytes by the manifest", told.bytes(), content.bytes());
                here.same("sha256 by the manifest", told.sha256(), content.sha256());
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String firstLine(Path file) throws IOException {
        return Files.exists(file)
                ? Files.readString(file, UTF_8).lines().findFirst().orElse("")
                : null;
    }

    /** As it is written. */
    String json() {
        var insurers = new ArrayList<String>();
        heads.forEach((uzovi, head) -> insurers.add("\n    {\"uzovi\": \"%s\", \"postings\": %d, \"head\": \"%s\"}"
                .formatted(uzovi, head.postings(), head.head())));
        var contents = new ArrayList<String>();
        files.forEach((name, file) ->
                contents.add("\n    {\"name\": \"%s\", \"lines\": %d, \"bytes\": %d, \"sha256\": \"%s\"}"
                        .formatted(name, file.lines(), file.bytes(), file.sha256())));
        return "{\n  \"format\": \"" + FORMAT + "\",\n  \"knownAt\": \"" + knownAt + "\",\n  \"insurers\": ["
                + String.join(",", insurers) + "\n  ],\n  \"files\": [" + String.join(",", contents) + "\n  ]\n}\n";
    }
}
