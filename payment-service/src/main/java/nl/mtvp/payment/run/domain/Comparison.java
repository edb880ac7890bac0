package nl.mtvp.payment.run.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.mtvp.payment.entitlement.domain.ContractQuarter;
import nl.mtvp.payment.entitlement.domain.ContractQuarter.Key;
import nl.mtvp.payment.ledger.domain.LedgerEntry.RunEntry;
import nl.mtvp.payment.run.domain.ProposedLine.PaymentLine;
import org.threeten.extra.YearQuarter;

/** A run's lines and entries held against those of its recomputation (D43, D48): everything that differs is counted. */
public final class Comparison {

    /** As many differences are named at most; they are all counted. */
    public static final int NAMED_MAX = 1_000;

    private static final Comparator<Key> IN_ORDER =
            Comparator.comparing((Key place) -> place.contractId().toString()).thenComparing(Key::quarter);

    private final boolean posted;
    private final List<RecomputedDifference> named = new ArrayList<>();
    private long differences;

    /** @param posted whether the run has entries */
    public Comparison(boolean posted) {
        this.posted = posted;
    }

    /** Compares what there is about some contracts; entries in their order. */
    public void compare(List<ProposedLine> recomputed, List<PaymentLine> kept, Map<Key, List<RunEntry>> entries) {
        var lines = new TreeMap<Key, String>(IN_ORDER);
        var booked = new TreeMap<Key, String>(IN_ORDER);
        for (var line : recomputed) {
            var place = line.contract().key();
            lines.put(place, written(line) + "|" + line.contract().agb());
            if (!line.parts().isEmpty()) {
                booked.put(
                        place,
                        line.parts().stream()
                                .map(part -> new RunEntry(
                                                part.cause().name(),
                                                part.component().name(),
                                                line.creditor(part.component()).account(),
                                                part.cents())
                                        .written())
                                .collect(Collectors.joining(",")));
            }
        }
        var keptLines = new TreeMap<Key, String>(IN_ORDER);
        kept.forEach(line -> {
            var contract = new ContractQuarter(line.contractId(), line.uzovi(), line.facts());
            var proposed = new ProposedLine(contract, line.due(), line.parts(), null, line.zeroReason());
            keptLines.put(contract.key(), written(proposed) + "|" + line.agb());
        });
        compare(RecomputedDifference.ComparisonKind.LINE, keptLines, lines);
        if (posted) {
            var keptEntries = new TreeMap<Key, String>(IN_ORDER);
            entries.forEach((place, texts) ->
                    keptEntries.put(place, texts.stream().map(RunEntry::written).collect(Collectors.joining(","))));
            compare(RecomputedDifference.ComparisonKind.ENTRIES, keptEntries, booked);
        }
    }

    private void compare(
            RecomputedDifference.ComparisonKind kind, TreeMap<Key, String> kept, TreeMap<Key, String> recomputed) {
        var places = new TreeMap<Key, String>(kept);
        places.putAll(recomputed);
        for (var place : places.keySet()) {
            if (!Objects.equals(kept.get(place), recomputed.get(place))) {
                found(kind, place, kept.get(place), recomputed.get(place));
            }
        }
    }

    /** The ledger and the lines posted before the run tell other amounts. */
    public void booksDisagree(ContractQuarter contract, String ledger, String lines) {
        found(RecomputedDifference.ComparisonKind.BOOKS, contract.key(), ledger, lines);
    }

    private void found(RecomputedDifference.ComparisonKind kind, Key place, String kept, String recomputed) {
        differences++;
        if (named.size() < NAMED_MAX) {
            named.add(new RecomputedDifference(kind, place.contractId(), place.quarter(), kept, recomputed));
        }
    }

    private static String written(ProposedLine line) {
        return ProposalDigest.canonical(line).stripTrailing() + "|" + line.due().practiceCents() + "|"
                + line.due().rhoCents();
    }

    public long differences() {
        return differences;
    }

    public List<RecomputedDifference> named() {
        return List.copyOf(named);
    }

    /**
     * Something that a recomputation gives otherwise than it was kept.
     *
     * @param kept null when nothing was
     * @param recomputed null when nothing is
     */
    public record RecomputedDifference(
            ComparisonKind kind, UUID contractId, YearQuarter quarter, String kept, String recomputed) {

        /** What differs. */
        public enum ComparisonKind {
            /** The run's line. */
            LINE,
            /** What was booked for it. */
            ENTRIES,
            /** What the ledger said before the run is not what the lines posted before it say. */
            BOOKS
        }
    }
}
