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
import nl.mtvp.payment.run.domain.RecomputedDifference.Kind;
import org.threeten.extra.YearQuarter;

/** A run's lines and entries held against those of its recomputation (D43, D48): everything that differs is counted. */
public final class Comparison {

    /** As many differences are named at most; they are all counted. */
    public static final int NAMED_MAX = 1_000;

    private static final Comparator<Place> IN_ORDER =
            Comparator.comparing((Place place) -> place.contractId.toString()).thenComparing(Place::quarter);

    private final boolean posted;
    private final List<RecomputedDifference> named = new ArrayList<>();
    private long differences;

    /** @param posted whether the run has entries */
    public Comparison(boolean posted) {
        this.posted = posted;
    }

    /** A contract in a quarter. */
    public record Place(UUID contractId, YearQuarter quarter) {}

    /** Compares what there is about some contracts; entries as {@link #entry} writes them, in their order. */
    public void compare(List<ProposedLine> recomputed, List<PaymentLine> kept, Map<Place, List<String>> entries) {
        var lines = new TreeMap<Place, String>(IN_ORDER);
        var booked = new TreeMap<Place, String>(IN_ORDER);
        for (var line : recomputed) {
            var place = place(line.contract());
            lines.put(place, written(line) + "|" + line.contract().agb());
            if (!line.parts().isEmpty()) {
                booked.put(
                        place,
                        line.parts().stream()
                                .map(part -> entry(
                                        part.cause().name(),
                                        part.component().name(),
                                        line.creditor(part.component()).account(),
                                        part.cents()))
                                .collect(Collectors.joining(",")));
            }
        }
        var keptLines = new TreeMap<Place, String>(IN_ORDER);
        kept.forEach(line -> {
            var contract = new ContractQuarter(line.contractId(), line.uzovi(), line.facts());
            var proposed = new ProposedLine(contract, line.due(), line.parts(), null, line.zeroReason());
            keptLines.put(place(contract), written(proposed) + "|" + line.agb());
        });
        compare(Kind.LINE, keptLines, lines);
        if (posted) {
            var keptEntries = new TreeMap<Place, String>(IN_ORDER);
            entries.forEach((place, texts) -> keptEntries.put(place, String.join(",", texts)));
            compare(Kind.ENTRIES, keptEntries, booked);
        }
    }

    private void compare(Kind kind, TreeMap<Place, String> kept, TreeMap<Place, String> recomputed) {
        var places = new TreeMap<Place, String>(kept);
        places.putAll(recomputed);
        for (var place : places.keySet()) {
            if (!Objects.equals(kept.get(place), recomputed.get(place))) {
                found(kind, place, kept.get(place), recomputed.get(place));
            }
        }
    }

    /** The ledger and the lines posted before the run tell other amounts. */
    public void booksDisagree(ContractQuarter contract, String ledger, String lines) {
        found(Kind.BOOKS, place(contract), ledger, lines);
    }

    private void found(Kind kind, Place place, String kept, String recomputed) {
        differences++;
        if (named.size() < NAMED_MAX) {
            named.add(new RecomputedDifference(kind, place.contractId(), place.quarter(), kept, recomputed));
        }
    }

    /** One booked part: its cause, its component, whom it is for, and how much. */
    public static String entry(String cause, String component, String creditor, long cents) {
        return cause + "/" + component + "/" + creditor + "/" + cents;
    }

    private static String written(ProposedLine line) {
        return ProposalDigest.canonical(line).stripTrailing() + "|" + line.due().practiceCents() + "|"
                + line.due().rhoCents();
    }

    private static Place place(ContractQuarter contract) {
        return new Place(contract.contractId(), contract.facts().quarter());
    }

    public long differences() {
        return differences;
    }

    public List<RecomputedDifference> named() {
        return List.copyOf(named);
    }
}
