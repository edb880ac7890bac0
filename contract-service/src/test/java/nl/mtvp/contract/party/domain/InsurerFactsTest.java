package nl.mtvp.contract.party.domain;

import static nl.mtvp.kernel.testing.Refused.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.kernel.failure.InvalidInput;
import nl.mtvp.kernel.identity.Uzovi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InsurerFactsTest {

    private static final Uzovi INSURER = new Uzovi("7029");
    private static final Uzovi LABEL = new Uzovi("0104");
    private static final Period OF_2024 = new Period(LocalDate.of(2024, 1, 1), Optional.of(LocalDate.of(2025, 1, 1)));

    @ParameterizedTest
    @CsvSource({"2023-12-31, MTVP", "2024-01-01, ZORGZWAARTE", "2024-12-31, ZORGZWAARTE", "2025-01-01, MTVP"})
    void D31_a_scheme_holds_from_its_first_day_up_to_its_end_and_is_mtvp_otherwise(LocalDate day, Scheme scheme) {
        var recorded = List.of(new SchemePeriod(UUID.randomUUID(), INSURER, Scheme.ZORGZWAARTE, OF_2024));
        assertEquals(scheme, SchemePeriod.on(day, recorded));
    }

    @ParameterizedTest
    @CsvSource({"2023-12-31, ", "2024-01-01, 7029", "2024-12-31, 7029", "2025-01-01, "})
    void D22_a_label_belongs_to_its_insurer_for_its_period(LocalDate day, String insurer) {
        var labels = List.of(new Label(UUID.randomUUID(), INSURER, LABEL, "Merk", OF_2024));
        assertEquals(Optional.ofNullable(insurer).map(Uzovi::new), Label.contractsFor(LABEL, day, labels));
        assertEquals(Optional.empty(), Label.contractsFor(INSURER, day, labels));
        assertEquals(Optional.empty(), Label.contractsFor(new Uzovi("0105"), day, labels));
    }

    @Test
    void D22_an_insurer_may_list_its_own_code_among_its_labels() {
        var own = List.of(new Label(UUID.randomUUID(), INSURER, INSURER, "Zelf", OF_2024));
        assertEquals(Optional.empty(), Label.contractsFor(INSURER, LocalDate.of(2024, 6, 1), own));
    }

    @Test
    void an_end_moves_forward_and_leaves_a_day() {
        assertEquals(
                Optional.of(LocalDate.of(2024, 7, 1)),
                OF_2024.endedOn(LocalDate.of(2024, 7, 1)).until());
        assertRefused("ends-already", () -> OF_2024.endedOn(LocalDate.of(2025, 1, 1)));
        assertThrows(InvalidInput.class, () -> OF_2024.endedOn(LocalDate.of(2024, 1, 1)));
        assertThrows(InvalidInput.class, () -> Period.onPeildata(OF_2024.from(), Optional.of(OF_2024.from())));
    }
}
