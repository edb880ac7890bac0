package nl.mtvp.verifier.audit;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What a posted run says of a contract and quarter, as lines.ndjson tells it (D45). */
record Line(
        UUID id,
        UUID runId,
        String uzovi,
        UUID contractId,
        String agb,
        Quarter quarter,
        Inputs inputs,
        long duePractice,
        long dueRho,
        UUID previousLineId,
        String zeroReason,
        List<Part> parts,
        String where) {

    private static final Set<String> PROPERTIES =
            Row.names("id runId uzovi contractId agb quarter facts duePractice dueRho previousLineId zeroReason parts");

    static Line read(Row row) {
        row.has(PROPERTIES);
        return new Line(
                row.id("id"),
                row.id("runId"),
                row.uzovi("uzovi"),
                row.id("contractId"),
                row.agb("agb"),
                row.quarter("quarter"),
                Inputs.read(row.object("facts")),
                row.number("duePractice"),
                row.number("dueRho"),
                row.orNull("previousLineId", row::id),
                row.orNull("zeroReason", row::text),
                row.objects("parts").stream().map(Part::read).toList(),
                row.where());
    }

    String about() {
        return "contract " + contractId + " in " + quarter;
    }
}
