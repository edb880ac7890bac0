package nl.mtvp.verifier.audit;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** A posted run, as runs.ndjson tells it (D46). */
record Run(
        UUID id,
        String uzovi,
        Quarter quarter,
        Instant cutOff,
        String proposalHash,
        String madeBy,
        Instant madeAt,
        String approvedBy,
        Instant approvedAt,
        Instant postedAt,
        String where) {

    private static final Set<String> PROPERTIES =
            Row.names("id uzovi quarter cutOffAt proposalHash madeBy madeAt approvedBy approvedAt postedAt");

    static Run read(Row row) {
        row.has(PROPERTIES);
        return new Run(
                row.id("id"),
                row.uzovi("uzovi"),
                row.quarter("quarter"),
                row.moment("cutOffAt"),
                row.sha256("proposalHash"),
                row.text("madeBy"),
                row.moment("madeAt"),
                row.text("approvedBy"),
                row.moment("approvedAt"),
                row.moment("postedAt"),
                row.where());
    }
}
