package nl.mtvp.verifier.audit;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** The seal over what was booked at once, as postings.ndjson tells it (D48). */
record Posting(
        UUID id,
        String uzovi,
        long number,
        String kind,
        UUID runId,
        long entries,
        String digest,
        String previousHead,
        String head,
        Instant bookedAt,
        String where) {

    private static final Set<String> PROPERTIES =
            Row.names("id uzovi number kind runId entries digest previousHead head bookedAt");

    static Posting read(Row row) {
        row.has(PROPERTIES);
        return new Posting(
                row.id("id"),
                row.uzovi("uzovi"),
                row.number("number"),
                row.text("kind"),
                row.orNull("runId", row::id),
                row.number("entries"),
                row.sha256("digest"),
                row.sha256("previousHead"),
                row.sha256("head"),
                row.moment("bookedAt"),
                row.where());
    }
}
