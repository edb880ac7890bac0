package nl.mtvp.verifier.audit;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A line of facts.ndjson. */
record FactRow(Row row, Kind kind) {

    private static final List<String> TWO_AXES = List.of("validFrom", "validUntil", "knownFromAt", "knownUntilAt");
    private static final List<String> OF_A_CONTRACT = List.of("id", "contractId", "sourceKnownAt");
    private static final List<String> WITHDRAWN = List.of("withdrawalReason", "sourceWithdrawnAt");
    private static final List<String> REWRITTEN = List.of("firstKnownAt");
    private static final List<String> ENDED = List.of("endReason", "sourceEndedAt");

    /** What a fact is about, with the properties that it has. */
    enum Kind {
        CONTRACT(TWO_AXES, List.of("id", "agb", "kvk", "rho", "region", "sourceKnownAt")),
        HOLDER(TWO_AXES, OF_A_CONTRACT, REWRITTEN, List.of("agb", "kvk")),
        STOP(TWO_AXES, OF_A_CONTRACT, WITHDRAWN, List.of("grounds")),
        END(TWO_AXES, OF_A_CONTRACT, WITHDRAWN, List.of("endKind", "reason")),
        CLAWBACK(TWO_AXES, OF_A_CONTRACT, WITHDRAWN, List.of("tenThousandths", "grounds")),
        OFFSET(TWO_AXES, OF_A_CONTRACT, REWRITTEN, ENDED, List.of("agreementId", "centsPerQuarter")),
        SHARE(TWO_AXES, OF_A_CONTRACT, REWRITTEN, ENDED, List.of("rho", "tenThousandths", "centsPerIon")),
        TARIFF(TWO_AXES, REWRITTEN, List.of("id", "proposalId", "centsPerIon")),
        DELIVERY(TWO_AXES, List.of("id", "accepted", "contentDigest", "evidenceDigest")),
        COUNT(List.of("deliveryId", "agb", "ion")),
        SETTLEMENT(List.of("deliveryId", "agb", "change", "knownFromAt", "knownUntilAt"));

        private final Set<String> properties = new HashSet<>(List.of("kind", "uzovi"));

        @SafeVarargs
        Kind(List<String>... properties) {
            for (var some : properties) {
                this.properties.addAll(some);
            }
        }
    }

    /** @throws Unreadable unless it has its kind's properties, no more and no fewer */
    static FactRow read(Row row) {
        var kind = Arrays.stream(Kind.values())
                .filter(each -> each.name().equals(row.text("kind")))
                .findFirst()
                .orElseThrow(() -> new Unreadable("there is no kind of fact called " + row.text("kind")));
        row.has(kind.properties);
        return new FactRow(row, kind);
    }

    /** @throws Unreadable unless it holds on a day and was known at a moment */
    <V> Fact<V> fact(V value) {
        var fact = new Fact<>(
                value,
                row.day("validFrom"),
                row.orNull("validUntil", row::day),
                row.moment("knownFromAt"),
                row.orNull("knownUntilAt", row::moment),
                source(),
                row.where());
        if (fact.until() != null && !fact.from().isBefore(fact.until())) {
            throw new Unreadable("holds on no day");
        }
        if (fact.knownUntil() != null && !fact.knownFrom().isBefore(fact.knownUntil())) {
            throw new Unreadable("is known at no moment");
        }
        return fact;
    }

    /** Whether it became known, or ceased to be, after a moment. */
    boolean knownAfter(Instant moment) {
        return kind != Kind.COUNT
                && (row.moment("knownFromAt").isAfter(moment)
                        || !row.isNull("knownUntilAt")
                                && row.moment("knownUntilAt").isAfter(moment));
    }

    /** A revision closes what was known and writes the rest anew, which was known since it was first. */
    private Source source() {
        boolean rewritten = kind.properties.containsAll(REWRITTEN);
        return new Source(
                row.id(kind == Kind.TARIFF ? "proposalId" : "id"),
                row.moment(rewritten ? "firstKnownAt" : "knownFromAt"),
                kind.properties.contains("sourceKnownAt") ? row.moment("sourceKnownAt") : null);
    }
}
