package nl.mtvp.plan.regioplan.domain;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.plan.catalogue.domain.Kernelement;

/**
 * What a regioplan selects at least (D3; leidraad §5): to begin in year 1, 3 interventions of ANDERS_WERKEN and 2 of
 * GOEDE_GESPREK, for a practice chooses its first year from these (D8); and 2 of SAMENWERKEN_NETWERK, of either year.
 * UITBREIDING_CAPACITEIT is optional.
 */
public final class Minimum {

    private Minimum() {}

    /**
     * An intervention that a plan selects, as far as it counts here.
     *
     * @param firstYear the implementation year in which it begins; one that cannot be read is held against nobody
     */
    public record Chosen(Kernelement kernelement, int firstYear) {}

    /** One fault per kernelement of which too few are selected, all at once; none when the minimum is met. */
    public static List<Fault> shortfalls(Collection<Chosen> chosen) {
        var inYear1 = chosen.stream().filter(one -> one.firstYear() != 2).toList();
        return Stream.of(
                        shortfall(inYear1, Kernelement.ANDERS_WERKEN, 3, " that begin in year 1"),
                        shortfall(inYear1, Kernelement.GOEDE_GESPREK, 2, " that begin in year 1"),
                        shortfall(chosen, Kernelement.SAMENWERKEN_NETWERK, 2, ""))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Fault> shortfall(
            Collection<Chosen> counting, Kernelement kernelement, int atLeast, String which) {
        long selected = counting.stream()
                .filter(one -> one.kernelement() == kernelement)
                .count();
        if (selected >= atLeast) {
            return List.of();
        }
        var detail = "D3: a regioplan selects at least %d interventions of %s%s; this one selects %d, so %d more"
                .formatted(atLeast, kernelement, which, selected, atLeast - selected);
        return List.of(Fault.inState(kernelement.name(), "too-few-interventions", detail));
    }
}
