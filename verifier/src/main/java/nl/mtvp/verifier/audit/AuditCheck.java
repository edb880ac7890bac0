package nl.mtvp.verifier.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Recomputes every euro of an auditor's export, and its chain of digests, and names each difference: {@code java -cp
 * verifier.jar nl.mtvp.verifier.audit.AuditCheck FOLDER [UZOVI=HEAD ...]}.
 */
public final class AuditCheck {

    private final Path folder;
    private final Consumer<String> out;
    private final Differences differences;

    private AuditCheck(Path folder, Consumer<String> out) {
        this.folder = folder;
        this.out = out;
        this.differences = new Differences(out);
    }

    /** Exits with 0 when nothing differs, with 1 when something does, with 2 when the call is wrong. */
    public static void main(String[] arguments) {
        if (arguments.length == 0) {
            System.err.println(
                    "usage: java -cp verifier.jar " + AuditCheck.class.getName() + " FOLDER [UZOVI=HEAD ...]");
            System.exit(2);
        }
        try {
            var published = published(List.of(arguments).subList(1, arguments.length));
            System.exit(differences(Path.of(arguments[0]), published, System.out::println) == 0 ? 0 : 1);
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(2);
        }
    }

    /** Heads that were published elsewhere, each as {@code UZOVI=HEAD}. */
    public static Map<String, String> published(List<String> heads) {
        var published = new HashMap<String, String>();
        for (var head : heads) {
            if (!head.matches("[0-9]{4}=[0-9a-f]{64}")) {
                throw new IllegalArgumentException("no head like 3332=e3ab...: " + head);
            }
            published.put(head.substring(0, 4), head.substring(5));
        }
        return published;
    }

    /**
     * Tells what was checked and each difference, ending with their number, and gives it.
     *
     * @param published heads by UZOVI that must stand in the chains, which show a tail that was cut off
     * @throws IllegalArgumentException if there is no export in the folder
     */
    public static long differences(Path folder, Map<String, String> published, Consumer<String> out) {
        return new AuditCheck(folder, out).check(published);
    }

    private long check(Map<String, String> published) {
        if (!Files.isRegularFile(folder.resolve(Manifest.NAME))) {
            throw new IllegalArgumentException(
                    "there is no " + Manifest.NAME + " in " + folder + ": make an export with ./mtvp audit-export");
        }
        var manifest = manifest();
        var facts = facts(manifest == null ? Instant.MAX : manifest.knownAt());
        try (var runFile = new NdjsonFile<>(folder, "runs.ndjson", Run::read, differences);
                var lines = new NdjsonFile<>(folder, "lines.ndjson", Line::read, differences);
                var postingFile = new NdjsonFile<>(folder, "postings.ndjson", Posting::read, differences);
                var entries = new NdjsonFile<>(folder, "entries.ndjson", Entry::read, differences)) {
            var postings = new ArrayList<Posting>();
            postingFile.takeAll(postings::add);
            for (var posting : postings) {
                if (manifest != null && posting.bookedAt().isAfter(manifest.knownAt())) {
                    differences.add(posting.where(), "is booked after the moment of the export");
                }
            }
            var runs = new RunCheck(facts, runFile, lines, differences);
            var balances = new Balances(facts, differences);
            var ledger = new LedgerCheck(runs, entries, balances, differences);
            ledger.check(postings);
            runs.end();
            ledger.end(manifest == null ? null : manifest.heads(), published);
            balances.end();
            out.accept("checked: %d facts, %d lines, %d postings, %d entries"
                    .formatted(facts.size(), runs.checked(), postings.size(), ledger.checked()));
            facts.insurers().keySet().forEach(uzovi -> out.accept(balances.summary(uzovi)));
        }
        out.accept(differences.found() + " differences");
        return differences.found();
    }

    /** Null when it cannot be read, which is a difference. */
    private Manifest manifest() {
        try {
            var manifest = Manifest.read(folder);
            manifest.check(folder, differences);
            out.accept("export as known at " + manifest.knownAt());
            return manifest;
        } catch (Unreadable fault) {
            differences.add(Manifest.NAME, fault.getMessage());
        } catch (IOException unreadable) {
            differences.add(Manifest.NAME, "cannot be read: " + unreadable);
        }
        return null;
    }

    private FactBook facts(Instant knownAt) {
        var facts = new FactBook();
        try (var file = new NdjsonFile<>(
                folder,
                "facts.ndjson",
                row -> {
                    var fact = FactRow.read(row);
                    facts.add(fact);
                    differences
                            .at(row.where())
                            .require(!fact.knownAfter(knownAt), "became known after the moment of the export");
                    return fact;
                },
                differences)) {
            file.takeAll(fact -> {});
        }
        facts.check(differences);
        return facts;
    }
}
