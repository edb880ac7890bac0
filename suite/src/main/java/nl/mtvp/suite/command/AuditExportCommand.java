package nl.mtvp.suite.command;

import java.io.InputStream;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.function.Supplier;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import nl.mtvp.suite.export.AuditExport;
import nl.mtvp.suite.identity.Tokens;
import nl.mtvp.suite.stack.StackRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes an auditor's export. */
@Command(
        name = "audit-export",
        header = "Writes facts, runs, lines, seals and entries into a folder, for an auditor to compute again.",
        description = {
            "All of it is as known at one moment. With it come a manifest of digests and a README that tells the form.",
            "Takes from the stack that runs in the --data folder; or from --payment, with a token in MTVP_TOKEN.",
            "Example:",
            "  ./mtvp audit-export export",
            "  ./mtvp audit-check export"
        })
public final class AuditExportCommand extends SuiteCommand {

    @Mixin
    private DataOption data;

    @Parameters(paramLabel = "FOLDER", description = "where to write it: a folder that is new or empty")
    private Path folder;

    @Option(
            names = "--as",
            paramLabel = "USER",
            defaultValue = "auditor",
            description = "who asks: ${DEFAULT-VALUE} sees all insurers, auditor-3332 that one")
    private String user;

    @Option(names = "--uzovi", paramLabel = "UZOVI", description = "one insurer only")
    private String uzovi;

    @Option(
            names = "--known-at",
            paramLabel = "MOMENT",
            description = "as known at this moment, such as 2024-02-05T12:00:00Z (default: now)")
    private String knownAt;

    @Option(names = "--payment", paramLabel = "URL", description = "a payment-service elsewhere")
    private URI payment;

    @Override
    public Integer call() {
        var query = new AuditExport.Query(uzovi, knownAt == null ? null : moment());
        var taken = source().into(folder, query, new Shown(out(), System.console() != null));
        print(
                "As known at %s, of %d insurers. SHA-256 of the manifest, to be noted down:%n  %s%n",
                taken.knownAt(), taken.insurers(), taken.digest());
        print("Check it with: ./mtvp audit-check '%s'%n", folder);
        return 0;
    }

    private Instant moment() {
        try {
            return Instant.parse(knownAt);
        } catch (DateTimeParseException malformed) {
            throw new IllegalArgumentException("no moment like 2024-02-05T12:00:00Z: " + knownAt, malformed);
        }
    }

    private AuditExport source() {
        if (payment == null) {
            var record = StackRecord.read(data.folder());
            var tokens = new Tokens(record.directory());
            return new AuditExport(record.payment(), () -> tokens.of(user));
        }
        Supplier<String> token = () -> System.getenv("MTVP_TOKEN");
        if (token.get() == null) {
            throw new IllegalArgumentException("put an auditor's token into the environment variable MTVP_TOKEN");
        }
        return new AuditExport(payment, token);
    }

    /** What somebody sees who waits for it. */
    private record Shown(PrintWriter out, boolean terminal) implements AuditExport.Progress {

        @Override
        public InputStream reading(String data, InputStream content) {
            return terminal
                    ? ProgressBar.wrap(
                            content,
                            new ProgressBarBuilder()
                                    .setTaskName("  " + data)
                                    .setUnit(" KB", 1 << 10)
                                    .clearDisplayOnFinish())
                    : content;
        }

        @Override
        public void written(String data, long lines) {
            out.printf("  %-16s %,11d lines%n", data + ".ndjson", lines);
            out.flush();
        }
    }
}
