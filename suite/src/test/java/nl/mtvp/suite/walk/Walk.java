package nl.mtvp.suite.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import nl.mtvp.suite.stack.StackRecord;

/**
 * Walks through a document as its reader does: all of its commands in one shell, one after the other, in a folder that
 * looks like the repository. What ends with another code than 0 ends the walk.
 */
public final class Walk {

    /** Its first commands fetch what they need from npm. */
    private static final String TYPESCRIPT = "docs/clients/typescript/README.md";

    /** Those that a reader goes through, in the order in which they can be. */
    public static final List<String> DOCUMENTS = List.of(
            "docs/guides/README.md",
            "docs/guides/order-of-things.md",
            "docs/guides/insurer-system.md",
            "docs/guides/rho-portal.md",
            "docs/guides/signatory.md",
            "docs/guides/auditor.md",
            "docs/guides/taking-over.md",
            "docs/clients/java/README.md",
            TYPESCRIPT,
            "README.md");

    /** Commands that start a stack, or a build, of their own; with what runs them instead. */
    static final Map<String, String> RUN_ELSEWHERE = Map.ofEntries(
            Map.entry("mvn -B -ntp verify", "whoever runs this"),
            Map.entry("mvn -B -ntp -q -pl docs/clients/java package", "this build, before this module"),
            Map.entry("./mtvp demo", "StoryIT tells the same story"),
            Map.entry("./mtvp up", "StackIT starts the same stack"),
            Map.entry("./mtvp up --with-story", "StoryIT, in which this walk is"),
            Map.entry("./mtvp dev payment-service", ".ci/dev, with plan-service"),
            Map.entry("./mtvp test payment-service TariffTest", ".ci/run, with another class"),
            Map.entry("./mtvp bench offers", "whoever measures: docs/benchmarks.md has what it said"),
            Map.entry("./mtvp bench ion", "the same"),
            Map.entry("./mtvp bench run", "the same"),
            Map.entry("./mtvp bench audit", "the same"),
            Map.entry("./mtvp bench neighbours", "the same"));

    static final Path HOME = Path.of("..").toAbsolutePath().normalize();

    private static final int MINUTES_MAX = 8;
    private static final int BASE = 8180;

    private final String document;
    private final Path folder;
    private final Path data;
    private final StackRecord stack;

    /** @param data the folder of a stack in which the story was told */
    public Walk(String document, Path data) {
        this.document = document;
        this.folder =
                Path.of("target", "walks", document.replaceAll("\\W+", "-")).toAbsolutePath();
        this.data = data;
        this.stack = StackRecord.read(data);
    }

    /** @throws AssertionError with the commands that failed and what they said, or with the line that they did not say */
    public void go() throws IOException, InterruptedException {
        assumeTrue(!document.equals(TYPESCRIPT) || npmAnswers(), "npm's registry does not answer");
        var blocks = Block.of(here(Files.readString(HOME.resolve(document)))).stream()
                .filter(block -> !isRunElsewhere(block))
                .toList();
        likeTheRepository();
        var script = new StringBuilder("set -eo pipefail\n");
        for (int number = 0; number < blocks.size(); number++) {
            Files.writeString(file(number, "sh"), blocks.get(number).commands());
            script.append("source '%s' > '%s' 2>&1%n".formatted(file(number, "sh"), file(number, "out")));
        }
        var all = Files.writeString(folder.resolve("all.sh"), script);
        long began = System.nanoTime();
        int code = run(all);
        System.out.printf(
                "%s: %d blocks in %d s%n",
                document, blocks.size(), TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began));
        for (int number = 0; number < blocks.size(); number++) {
            var block = blocks.get(number);
            var where = document + ":" + block.line();
            var said = Files.exists(file(number, "out")) ? Files.readString(file(number, "out")) : null;
            boolean isLast = number == blocks.size() - 1 || !Files.exists(file(number + 1, "out"));
            if (said == null || isLast && code != 0) {
                fail(where + " ended with " + code + ":\n" + block.commands() + "---\n" + said);
            }
            block.missing(said)
                    .ifPresent(line -> fail(where + " says that this comes of it:\n" + line + "\n---\n"
                            + block.commands() + "--- but it says:\n" + said));
        }
        assertEquals(0, code, document);
    }

    private static boolean npmAnswers() throws IOException, InterruptedException {
        var asked = new ProcessBuilder("npm", "view", "typescript", "version")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return asked.waitFor() == 0;
    }

    static boolean isRunElsewhere(Block block) {
        var lines = block.commands().lines().filter(line -> !line.isBlank()).toList();
        long elsewhere = lines.stream().filter(RUN_ELSEWHERE::containsKey).count();
        if (elsewhere > 0 && elsewhere < lines.size()) {
            throw new IllegalArgumentException("what is run elsewhere has a block of its own: " + block);
        }
        return elsewhere > 0;
    }

    private int run(Path script) throws IOException, InterruptedException {
        var builder = new ProcessBuilder("bash", script.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("all.out").toFile());
        builder.environment().put("MTVP_DATA", data.toString());
        var shell = builder.start();
        if (!shell.waitFor(MINUTES_MAX, TimeUnit.MINUTES)) {
            shell.descendants().forEach(ProcessHandle::destroyForcibly);
            shell.destroyForcibly();
            fail(document + " was not walked through within " + MINUTES_MAX + " minutes");
        }
        return shell.exitValue();
    }

    /** What is in the repository, but for what is built; what a walk makes stays outside of it. */
    private void likeTheRepository() throws IOException {
        if (Files.exists(folder)) {
            try (var old = Files.walk(folder)) {
                for (var each : old.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
        Files.createDirectories(folder.resolve("walk"));
        try (var entries = Files.list(HOME)) {
            for (var entry : entries.toList()) {
                var name = entry.getFileName().toString();
                if (!name.startsWith(".") && !name.equals("target")) {
                    Files.createSymbolicLink(folder.resolve(name), entry);
                }
            }
        }
    }

    private Path file(int number, String kind) {
        return folder.resolve("walk").resolve("%02d.%s".formatted(number, kind));
    }

    /** Documents name the ports that a stack has unless it is told otherwise; this one has others. */
    private String here(String text) {
        var addresses = new LinkedHashMap<Integer, URI>();
        addresses.put(BASE, stack.directory().issuer());
        addresses.put(BASE + 1, stack.plan());
        addresses.put(BASE + 2, stack.contract());
        addresses.put(BASE + 3, stack.payment());
        var changed = text;
        for (var address : addresses.entrySet()) {
            changed = changed.replace(
                    "127.0.0.1:" + address.getKey(), address.getValue().getAuthority());
        }
        return changed;
    }
}
