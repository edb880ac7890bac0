package nl.mtvp.plan.regioplan.domain;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.plan.catalogue.domain.Intervention;
import nl.mtvp.plan.catalogue.domain.Kernelement;

/**
 * What a regioplan selects at least (D3; leidraad §5): 3 interventions of ANDERS_WERKEN, 2 of GOEDE_GESPREK and 2 of
 * SAMENWERKEN_NETWERK. UITBREIDING_CAPACITEIT is optional.
 */
public final class Minimum {

    private Minimum() {}

    /** One fault per kernelement of which too few are selected, all at once; none when the minimum is met. */
    public static List<Fault> shortfalls(Collection<Intervention> interventions) {
        return Stream.of(
                        shortfall(interventions, Kernelement.ANDERS_WERKEN, 3),
                        shortfall(interventions, Kernelement.GOEDE_GESPREK, 2),
                        shortfall(interventions, Kernelement.SAMENWERKEN_NETWERK, 2))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Fault> shortfall(Collection<Intervention> interventions, Kernelement kernelement, int atLeast) {
        long selected = interventions.stream()
                .filter(intervention -> intervention.kernelement() == kernelement)
                .count();
        if (selected >= atLeast) {
            return List.of();
        }
        var detail = "D3: a regioplan selects at least %d interventions of %s; this one selects %d, so %d more"
                .formatted(atLeast, kernelement, selected, atLeast - selected);
        return List.of(Fault.inState(kernelement.name(), "too-few-interventions", detail));
    }
}
