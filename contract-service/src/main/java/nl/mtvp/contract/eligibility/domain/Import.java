package nl.mtvp.contract.eligibility.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.mtvp.contract.eligibility.domain.Imported.StatementOutcome;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.identity.Agb;

/**
 * What an insurer's import makes of the changes in it: each by itself and in their order, and one new version of every
 * practice of which something changed (D23).
 *
 * @param results what became of each change
 * @param versions in the order of their AGB codes
 */
public record Import(List<Imported> results, Collection<Picture> versions) {

    /** @param before what is stated of each practice that is registered */
    public static Import of(List<? extends Change> changes, Map<Agb, Picture> before, Stated by) {
        var results = new ArrayList<Imported>();
        var versions = new TreeMap<Agb, Picture>(Comparator.comparing(Agb::code));
        for (var change : changes) {
            var first = before.get(change.agb());
            if (first == null) {
                results.add(new Imported(change.agb(), StatementOutcome.REFUSED, List.of(unknown(change.agb()))));
                continue;
            }
            var now = versions.getOrDefault(change.agb(), first);
            var faults = change.faults(first, now.statement());
            if (!faults.isEmpty()) {
                results.add(new Imported(change.agb(), StatementOutcome.REFUSED, faults));
                continue;
            }
            var statement = change.after(now.statement());
            if (now.statement().filter(statement::equals).isPresent()) {
                results.add(new Imported(change.agb(), StatementOutcome.UNCHANGED, List.of()));
            } else {
                results.add(new Imported(change.agb(), StatementOutcome.STATED, List.of()));
                versions.put(change.agb(), first.replacedBy(statement, by));
            }
        }
        return new Import(results, versions.values());
    }

    private static Fault unknown(Agb agb) {
        return Fault.inState("practice " + agb, "practice-unknown", "register the practice before (D22)");
    }
}
