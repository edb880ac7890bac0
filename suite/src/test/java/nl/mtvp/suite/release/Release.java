package nl.mtvp.suite.release;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What clients and installations rely on, as it was released or as it is now: the API documents, the schemas of events and
 * the migrations of each service's database.
 *
 * @param files the text of each, by its path in a release
 */
record Release(String version, SortedMap<String, String> files) {

    static final Path ROOT = Path.of("..");
    static final Path FOLDER = ROOT.resolve("releases");

    /** Where each kind of file stands now, by the folder that it has in a release. */
    private static final SortedMap<String, Path> NOW = new TreeMap<>(Map.of(
            "openapi", ROOT.resolve("openapi"),
            "migrations/plan-service", migrations("plan-service"),
            "migrations/contract-service", migrations("contract-service"),
            "migrations/payment-service", migrations("payment-service")));

    private static Path migrations(String service) {
        return ROOT.resolve(service).resolve("src/main/resources/db/migration");
    }

    /** As it is now; its version is that of the services' documents. */
    static Release now() throws IOException {
        var files = new TreeMap<String, String>();
        for (var kind : NOW.entrySet()) {
            read(kind.getValue(), kind.getKey(), files);
        }
        files.remove("openapi/CHANGELOG.md");
        var version = new YAMLMapper()
                .readTree(files.get("openapi/plan.yaml"))
                .at("/info/version")
                .asText();
        return new Release(version, files);
    }

    /** The last one that was cut. */
    static Release last() throws IOException {
        try (var versions = Files.list(FOLDER)) {
            var last = versions.filter(Files::isDirectory)
                    .max(Comparator.comparing(
                            folder -> number(folder.getFileName().toString())))
                    .orElseThrow();
            var files = new TreeMap<String, String>();
            for (var kind : NOW.keySet()) {
                read(last.resolve(kind), kind, files);
            }
            return new Release(last.getFileName().toString(), files);
        }
    }

    private static void read(Path folder, String as, SortedMap<String, String> into) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                into.put(as + "/" + folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
    }

    /** Puts it down as a release. */
    void cut() throws IOException {
        for (var file : files.entrySet()) {
            var to = FOLDER.resolve(version).resolve(file.getKey());
            Files.createDirectories(to.getParent());
            Files.writeString(to, file.getValue());
        }
    }

    /** For comparing: 1.10.0 comes after 1.9.0. */
    static long number(String version) {
        long number = 0;
        for (var part : version.split("\\.")) {
            number = number * 10_000 + Long.parseLong(part);
        }
        return number;
    }

    static int major(String version) {
        return Integer.parseInt(version.substring(0, version.indexOf('.')));
    }
}
