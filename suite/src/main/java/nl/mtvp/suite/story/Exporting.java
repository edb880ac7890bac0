package nl.mtvp.suite.story;

import static nl.mtvp.suite.common.Fields.text;
import static nl.mtvp.suite.common.Service.PAYMENT;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import nl.mtvp.suite.export.AuditExport;
import nl.mtvp.suite.stack.Stack;
import nl.mtvp.suite.world.World;
import nl.mtvp.verifier.audit.AuditCheck;

/** An auditor takes everything away and computes it again, with a program that shares nothing with payment-service. */
final class Exporting {

    private final Plot plot;
    private final Stack stack;

    Exporting(Plot plot, Stack stack) {
        this.plot = plot;
        this.stack = stack;
    }

    void recomputed() {
        var folder = stack.folder().root().resolve("audit-export");
        var export =
                new AuditExport(stack.address(PAYMENT), () -> stack.tokens().of("auditor"));
        var written = new ArrayList<String>();
        var taken = export.into(folder, new AuditExport.Query(null, null), new AuditExport.Progress() {

            @Override
            public InputStream reading(String data, InputStream content) {
                return content;
            }

            @Override
            public void written(String data, long lines) {
                written.add(lines + " " + data);
            }
        });
        plot.line("  " + String.join(", ", written) + "; manifest "
                + taken.digest().substring(0, 16) + "…");
        var told = new ArrayList<String>();
        long differences = AuditCheck.differences(folder, publishedHeads(), told::add);
        plot.that(
                "an export of everything, computed again by a second implementation: 0 differences",
                differences == 0 && taken.insurers() == World.INSURERS.size(),
                String.join("\n    ", told.subList(0, Math.min(20, told.size()))));
    }

    private Map<String, String> publishedHeads() {
        var heads = new HashMap<String, String>();
        for (var posting : plot.as("auditor").all(PAYMENT, "/postings")) {
            heads.put(text(posting, "uzovi"), text(posting, "head"));
        }
        return heads;
    }
}
