package nl.mtvp.contract.measure.domain;

import static nl.mtvp.kernel.testing.Refused.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.contract.contract.domain.Frozen;
import nl.mtvp.contract.contract.domain.Signature;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeasureTest {

    private static final LocalDate START = LocalDate.parse("2023-04-01");
    private static final LocalDate TODAY = LocalDate.parse("2024-03-01");

    @ParameterizedTest
    @CsvSource({
        "2023-11-15, 2023-11-01, ''",
        "2023-11-01, 2023-11-01, ''",
        "2025-03-01, 2023-11-01, ''",
        "2025-03-02, 2023-11-01, too-far-ahead",
        "2023-10-31, 2023-11-01, before-the-hearing",
        "2023-03-31, 2023-03-01, before-the-start",
        "2023-11-15, 2023-03-31, before-the-start"
    })
    void D34_a_stop_is_not_before_the_hearing_nor_before_the_contract(LocalDate from, LocalDate hearing, String code) {
        refusedWith(code, new Terms.Stop(from, hearing));
    }

    @ParameterizedTest
    @CsvSource({
        "2023-10-01, 2023-11-15, ''",
        "2023-10-01, 2023-10-01, empty-period",
        "2023-10-02, 2023-10-01, empty-period",
        "2023-03-31, 2023-10-01, before-the-start",
        "2024-01-01, 2024-04-01, ''",
        "2024-01-01, 2024-04-02, ahead"
    })
    void D34_a_clawback_states_a_period_within_the_contract(LocalDate from, LocalDate until, String code) {
        refusedWith(code, new Terms.Clawback(from, until, new Percentage(BigDecimal.TEN)));
    }

    @ParameterizedTest
    @CsvSource({"100, 100", "33.33, 33.33", "0.01, 0.01", "50.00, 50"})
    void a_percentage_is_exact(BigDecimal value, String text) {
        assertEquals(text, new Percentage(value).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "100.01", "33.333"})
    void what_is_no_percentage_is_refused(String value) {
        assertThrows(IllegalArgumentException.class, () -> new Percentage(new BigDecimal(value)));
    }

    @Test
    void D34_a_contract_is_not_stopped_after_a_hearing_that_is_still_to_come() {
        var ahead = TODAY.plusDays(1);
        refusedWith("in-the-future", new Terms.Stop(ahead, ahead));
        refusedWith("", new Terms.Stop(ahead, TODAY));
    }

    @Test
    void D34_nobody_decides_on_what_they_proposed() {
        var measure = proposedBy("bea");
        assertRefused("own-measure", () -> measure.decidedBy(signature("bea"), Optional.empty()));
        assertEquals(
                MeasureState.DECIDED,
                measure.decidedBy(signature("app"), Optional.empty()).state());
    }

    @Test
    void D34_a_withdrawal_is_a_new_fact_that_keeps_the_decision() {
        var withdrawn = proposedBy("bea")
                .decidedBy(signature("app"), Optional.empty())
                .withdrawnBy(signature("app"), "appeal upheld");
        assertEquals(MeasureState.WITHDRAWN, withdrawn.state());
        assertTrue(withdrawn.decided().isPresent());
        assertRefused("measure-not-open", () -> withdrawn.withdrawnBy(signature("app"), "again"));
        assertRefused("measure-not-open", () -> withdrawn.decidedBy(signature("app"), Optional.empty()));
    }

    @Test
    void D34_a_clawback_is_decided_on_what_it_takes_and_a_stop_is_not() {
        var terms = new Terms.Clawback(START, LocalDate.parse("2023-07-01"), new Percentage(BigDecimal.TEN));
        var clawback = Measure.proposed(UUID.randomUUID(), UUID.randomUUID(), terms, "unlawful use", signature("bea"));
        var told = Optional.of(Frozen.of(List.of("what it takes")));
        assertThrows(IllegalArgumentException.class, () -> clawback.decidedBy(signature("app"), Optional.empty()));
        assertThrows(IllegalArgumentException.class, () -> proposedBy("bea").decidedBy(signature("app"), told));
        var withdrawn = clawback.decidedBy(signature("app"), told).withdrawnBy(signature("app"), "appeal upheld");
        assertEquals(told, withdrawn.evidence());
    }

    @Test
    void D34_everything_that_is_wrong_with_a_stop_or_a_clawback_is_said_at_once() {
        var until = Optional.of(LocalDate.parse("2023-11-15"));
        var stop = new Terms.Stop(LocalDate.parse("2022-03-01"), LocalDate.parse("2022-04-01"));
        var backwards = new Terms.Clawback(
                LocalDate.parse("2022-05-01"), LocalDate.parse("2022-04-01"), new Percentage(BigDecimal.TEN));
        var late = new Terms.Clawback(
                LocalDate.parse("2023-12-01"), LocalDate.parse("2099-04-01"), new Percentage(BigDecimal.TEN));
        assertEquals(List.of("before-the-hearing", "before-the-start", "before-the-start"), codes(stop, until));
        assertEquals(List.of("empty-period", "before-the-start"), codes(backwards, until));
        assertEquals(List.of("ahead", "after-the-end"), codes(late, until));
    }

    private static List<String> codes(Terms terms, Optional<LocalDate> until) {
        var refused = assertThrows(InvalidInput.class, () -> terms.require(START, TODAY, until));
        return refused.faults().stream().map(Fault::code).toList();
    }

    private static void refusedWith(String code, Terms terms) {
        if (code.isEmpty()) {
            terms.require(START, TODAY, Optional.empty());
            assertTrue(terms.faults(START).isEmpty());
        } else {
            var refused = assertThrows(InvalidInput.class, () -> terms.require(START, TODAY, Optional.empty()));
            assertEquals(code, refused.faults().get(0).code());
        }
    }

    private static Measure proposedBy(String subject) {
        var terms = new Terms.Stop(LocalDate.parse("2023-11-15"), LocalDate.parse("2023-11-01"));
        return Measure.proposed(UUID.randomUUID(), UUID.randomUUID(), terms, "breach", signature(subject));
    }

    private static Signature signature(String subject) {
        return new Signature(subject, "mtvp-portal", Instant.parse("2024-03-01T11:00:00Z"));
    }
}
