package nl.mtvp.plan.regioplan.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.plan.catalogue.domain.Intervention;
import nl.mtvp.plan.catalogue.domain.Kernelement;
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
        var interventions = new ArrayList<Intervention>();
        add(interventions, Kernelement.ANDERS_WERKEN, andersWerken);
        add(interventions, Kernelement.GOEDE_GESPREK, goedeGesprek);
        add(interventions, Kernelement.SAMENWERKEN_NETWERK, samenwerken);
        add(interventions, Kernelement.UITBREIDING_CAPACITEIT, uitbreiding);

        assertEquals(
                missing == null ? List.of() : List.of(missing.split(" ")),
                Minimum.shortfalls(interventions).stream().map(Fault::location).toList());
    }

    private static void add(List<Intervention> interventions, Kernelement kernelement, int count) {
        for (int number = 0; number < count; number++) {
            var code = kernelement + "-" + number;
            interventions.add(new Intervention(code, kernelement, code, code, LocalDate.of(2023, 1, 1)));
        }
    }
}
