package nl.mtvp.contract.agreement.domain;

import static nl.mtvp.kernel.testing.Refused.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.contract.contract.domain.Signature;
import nl.mtvp.contract.contract.domain.Withdrawal;
import nl.mtvp.contract.party.domain.Period;
import nl.mtvp.kernel.failure.InvalidInput;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.money.Euro;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExistingAgreementTest {

    private static final Signature BY = new Signature("buyer", "portal", Instant.parse("2023-05-01T10:00:00Z"));

    @ParameterizedTest
    @CsvSource({
        "2022-01-01, 2023-04-01, 2023-04-01, false",
        "2022-01-01, 2023-04-02, 2023-04-01, true",
        "2022-01-01, , 2023-04-01, true",
        "2025-01-01, 2026-01-01, 2023-04-01, true"
    })
    void D32_an_agreement_with_days_from_the_start_on_overlaps_the_contract(
            LocalDate from, LocalDate until, LocalDate startsOn, boolean overlaps) {
        var agreement = agreement(from, until, Optional.empty());
        assertEquals(overlaps, agreement.overlapsContractFrom(startsOn));
        assertEquals(
                overlaps ? List.of(agreement) : List.of(), ExistingAgreement.unarranged(List.of(agreement), startsOn));
    }

    @Test
    void D32_an_arranged_agreement_stands_in_no_contracts_way() {
        var agreement = agreement(
                LocalDate.of(2022, 1, 1), null, Optional.of(arrangement(ArrangementKind.END, Optional.empty())));
        assertEquals(List.of(), ExistingAgreement.unarranged(List.of(agreement), LocalDate.of(2023, 4, 1)));
    }

    @ParameterizedTest
    @CsvSource({
        "OFFSET, 2022-01-01, 2024-01-01, 2023-04-01, 2024-01-01",
        "OFFSET, 2023-10-01, , 2023-10-01, ",
        "OFFSET, 2022-01-01, 2023-04-01, , ",
        "END, 2022-01-01, 2024-01-01, , ",
        "NONE, 2022-01-01, 2024-01-01, , "
    })
    void D32_an_offset_runs_while_both_are_in_force_and_other_arrangements_deduct_nothing(
            ArrangementKind kind, LocalDate from, LocalDate until, LocalDate offsetFrom, LocalDate offsetUntil) {
        var agreement = agreement(from, until, Optional.of(arrangement(kind, Optional.of("why"))));
        var expected = Optional.ofNullable(offsetFrom).map(day -> new Period(day, Optional.ofNullable(offsetUntil)));
        assertEquals(expected, agreement.offsetFor(LocalDate.of(2023, 4, 1)));
    }

    @Test
    void D32_nothing_is_left_alone_without_a_reason() {
        var refused = assertThrows(InvalidInput.class, () -> arrangement(ArrangementKind.NONE, Optional.empty()));
        assertEquals("/reason", refused.faults().get(0).location());
    }

    @Test
    void D32_an_offset_ends_once_and_earlier_than_was_agreed() {
        var year = new Period(LocalDate.of(2023, 4, 1), Optional.of(LocalDate.of(2024, 4, 1)));
        var offset = new Offset(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                Euro.of("5000.00"),
                year,
                Optional.empty(),
                Optional.empty());
        var ended = offset.ended(LocalDate.of(2024, 1, 1), "the pilot stopped", BY);
        assertEquals(Optional.of(LocalDate.of(2024, 1, 1)), ended.until());
        assertRefused("ends-already", () -> ended.ended(LocalDate.of(2023, 10, 1), "again", BY));
        assertRefused("ends-already", () -> offset.ended(LocalDate.of(2024, 4, 1), "late", BY));
        assertThrows(InvalidInput.class, () -> offset.ended(LocalDate.of(2023, 4, 1), "never", BY));
    }

    @Test
    void D32_a_withdrawn_agreement_counts_on_no_day_and_nothing_is_done_to_it_any_more() {
        var wrong = new Withdrawal("another practice's", BY);
        var arranged = agreement(
                LocalDate.of(2022, 1, 1), null, Optional.of(arrangement(ArrangementKind.OFFSET, Optional.empty())));
        var withdrawn = arranged.withdrawn(wrong);
        assertEquals(Optional.empty(), withdrawn.offsetFor(LocalDate.of(2023, 4, 1)));
        assertFalse(withdrawn.overlapsContractFrom(LocalDate.of(2023, 4, 1)));
        assertRefused("agreement-withdrawn", () -> withdrawn.withdrawn(wrong));
        assertRefused(
                "agreement-withdrawn", () -> withdrawn.arranged(arrangement(ArrangementKind.END, Optional.empty())));
        var right = withdrawn.correctedTo(UUID.randomUUID(), "Pilot", withdrawn.valid(), Euro.of("4000.00"));
        assertEquals(Optional.of(withdrawn.id()), right.replaces());
        assertEquals(Optional.empty(), right.arrangement());
    }

    private static ExistingAgreement agreement(LocalDate from, LocalDate until, Optional<Arrangement> arrangement) {
        return new ExistingAgreement(
                UUID.randomUUID(),
                new Uzovi("3332"),
                new Agb("01999901"),
                "Pilot",
                new Period(from, Optional.ofNullable(until)),
                Euro.of("5000.00"),
                arrangement,
                Optional.empty(),
                Optional.empty());
    }

    private static Arrangement arrangement(ArrangementKind kind, Optional<String> reason) {
        return new Arrangement(UUID.randomUUID(), kind, reason, BY);
    }
}
