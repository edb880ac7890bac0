package nl.mtvp.verifier.audit;

import java.util.Set;
import java.util.UUID;

/** One transfer between two accounts, as entries.ndjson tells it (D48). What a settlement has none of is null. */
record Entry(
        UUID postingId,
        long number,
        Quarter quarter,
        String cause,
        String component,
        String debit,
        String credit,
        long cents,
        String uzovi,
        String agb,
        UUID contractId,
        UUID lineId,
        String where) {

    private static final Set<String> PROPERTIES =
            Row.names("postingId number quarter cause component debit credit cents uzovi agb contractId lineId");

    static Entry read(Row row) {
        row.has(PROPERTIES);
        return new Entry(
                row.id("postingId"),
                row.number("number"),
                row.quarter("quarter"),
                row.text("cause"),
                row.orNull("component", row::text),
                row.text("debit"),
                row.text("credit"),
                row.number("cents"),
                row.uzovi("uzovi"),
                row.orNull("agb", row::agb),
                row.orNull("contractId", row::id),
                row.orNull("lineId", row::id),
                row.where());
    }

    /** The line over which the posting's digest is taken; what is absent is a dash. */
    String canonical() {
        return number + "|" + quarter + "|" + cause + "|" + Hashes.orDash(component) + "|" + debit + "|" + credit + "|"
                + cents + "|" + uzovi + "|" + Hashes.orDash(agb) + "|" + Hashes.orDash(contractId) + "|"
                + Hashes.orDash(lineId) + "\n";
    }
}
