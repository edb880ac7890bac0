package nl.mtvp.plan.regioplan.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.plan.catalogue.domain.Kernelement;
import nl.mtvp.plan.regioplan.domain.Minimum.Chosen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MinimumTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "3, 2, 2, 0, -",
                "5, 2, 3, 1, -",
                "2, 2, 2, 0, ANDERS_WERKEN",
                "3, 1, 2, 0, GOEDE_GESPREK",
                "3, 2, 1, 0, SAMENWERKEN_NETWERK",
                "0, 0, 0, 1, ANDERS_WERKEN GOEDE_GESPREK SAMENWERKEN_NETWERK",
                "2, 3, 0, 0, ANDERS_WERKEN SAMENWERKEN_NETWERK",
            })
    void D3_every_shortfall_is_named_at_once(
            int andersWerken, int goedeGesprek, int samenwerken, int uitbreiding, String missing) {
        assertEquals(
                missing == null ? List.of() : List.of(missing.split(" ")),
                places(plan(andersWerken, goedeGesprek, samenwerken, uitbreiding, 1)));
    }

    @Test
    void D3_what_begins_in_year_2_does_not_count_for_the_choice_of_year_1() {
        var late = plan(3, 2, 2, 0, 2);
        assertEquals(List.of("ANDERS_WERKEN", "GOEDE_GESPREK"), places(late));

        var unicum = plan(4, 2, 3, 0, 1);
        unicum.add(new Chosen(Kernelement.ANDERS_WERKEN, 2));
        assertEquals(List.of(), places(unicum));

        var oneShort = plan(2, 2, 2, 0, 1);
        oneShort.add(new Chosen(Kernelement.ANDERS_WERKEN, 2));
        assertEquals(
                List.of(
                        "D3: a regioplan selects at least 3 interventions of ANDERS_WERKEN that begin in year 1; this one"
                                + " selects 2, so 1 more"),
                Minimum.shortfalls(oneShort).stream().map(Fault::detail).toList());
    }

    private static List<String> places(List<Chosen> plan) {
        return Minimum.shortfalls(plan).stream().map(Fault::location).toList();
    }

    private static List<Chosen> plan(
            int andersWerken, int goedeGesprek, int samenwerken, int uitbreiding, int firstYear) {
        var plan = new ArrayList<Chosen>();
        plan.addAll(Collections.nCopies(andersWerken, new Chosen(Kernelement.ANDERS_WERKEN, firstYear)));
        plan.addAll(Collections.nCopies(goedeGesprek, new Chosen(Kernelement.GOEDE_GESPREK, firstYear)));
        plan.addAll(Collections.nCopies(samenwerken, new Chosen(Kernelement.SAMENWERKEN_NETWERK, firstYear)));
        plan.addAll(Collections.nCopies(uitbreiding, new Chosen(Kernelement.UITBREIDING_CAPACITEIT, firstYear)));
        return plan;
    }
}
