package nl.mtvp.plan.praktijkplan.domain;

import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.mtvp.plan.catalogue.domain.Kernelement;

/** What a practice plans for one implementation year, by code. */
public record YearPlan(ImplementationYear year, List<Planned> interventions) {

    public YearPlan {
        interventions = interventions.stream()
                .sorted(Comparator.comparing(Planned::code))
                .toList();
    }

    /** The codes of those of a kernelement that serve the growth model: own extras do not (D10). */
    SortedSet<String> counting(Kernelement kernelement) {
        return interventions.stream()
                .filter(planned -> planned.support().counts())
                .filter(planned -> planned.intervention().kernelement() == kernelement)
                .map(Planned::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    SortedSet<String> codes() {
        return interventions.stream().map(Planned::code).collect(Collectors.toCollection(TreeSet::new));
    }
}
