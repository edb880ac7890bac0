package nl.mtvp.contract.offer.domain;

import static nl.mtvp.kernel.testing.Refused.assertRefused;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.contract.admission.domain.Admission;
import nl.mtvp.contract.admission.domain.ApprovedRegioplan;
import nl.mtvp.contract.agreement.domain.ExistingAgreement;
import nl.mtvp.contract.party.domain.Period;
import nl.mtvp.contract.party.domain.Scheme;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.money.Euro;
import nl.mtvp.kernel.time.Quarters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfferRulesTest {

    private static final Instant NOW = Instant.parse("2023-05-20T10:00:00Z");
    private static final Agb AGB = new Agb("01999901");

    @ParameterizedTest
    @CsvSource({
        "2023-04-01, ''",
        "2023-07-01, ''",
        "2023-07-02, no-first-day-of-a-quarter",
        "2023-05-01, no-first-day-of-a-quarter",
        "2023-01-01, before-the-scheme",
        "2022-12-31, no-first-day-of-a-quarter|before-the-scheme"
    })
    void D28_a_start_is_a_quarters_first_day_and_not_before_the_scheme(LocalDate startsOn, String codes) {
        assertEquals(codes, String.join("|", codes(IntendedStart.faults(startsOn))));
    }

    @Test
    void D25_an_offer_that_is_expired_when_made_is_refused_with_everything_else_that_is_wrong() {
        var proposal = proposal("2023-01-02", NOW);
        assertEquals(
                List.of("no-first-day-of-a-quarter", "before-the-scheme", "already-expired"),
                codes(proposal.faults(NOW)));
        assertEquals(
                List.of(), codes(proposal("2023-04-01", NOW.plusNanos(1_000)).faults(NOW)));
    }

    @Test
    void D28_a_start_in_the_past_is_allowed() {
        assertEquals(List.of(), OfferNeeds.missing(proposal("2023-04-01", NOW.plusSeconds(1)), standing("2023-Q2")));
    }

    @Test
    void D24_everything_that_is_missing_is_named_at_once() {
        var nothing = new Standing(
                false,
                false,
                List.of(),
                Optional.empty(),
                true,
                true,
                Optional.of(new Uzovi("3311")),
                Scheme.ZORGZWAARTE,
                List.of(existing()));
        assertEquals(
                List.of(
                        "insurer-unknown",
                        "practice-unknown",
                        "label-of-another-insurer",
                        "other-scheme",
                        "not-admitted",
                        "no-approved-regioplan",
                        "contract-exists",
                        "agreement-unarranged",
                        "offer-open"),
                codes(OfferNeeds.missing(proposal("2023-04-01", NOW.plusSeconds(1)), nothing)));
    }

    @Test
    void D28_a_start_before_the_admission_is_refused_and_at_it_or_later_is_not() {
        var expiry = NOW.plusSeconds(1);
        assertEquals(
                List.of("admitted-later"),
                codes(OfferNeeds.missing(proposal("2023-04-01", expiry), standing("2023-Q3"))));
        assertEquals(List.of(), OfferNeeds.missing(proposal("2023-07-01", expiry), standing("2023-Q3")));
        assertEquals(List.of(), OfferNeeds.missing(proposal("2023-10-01", expiry), standing("2023-Q3")));
    }

    @ParameterizedTest
    @CsvSource({
        "true, true, false, /affirmations/growthModel",
        "false, true, false, /affirmations/learningEnvironment|/affirmations/growthModel",
        "false, false, false,"
                + " /affirmations/learningEnvironment|/affirmations/regionalApproach|/affirmations/growthModel"
    })
    void D26_every_condition_that_is_not_affirmed_is_named(
            boolean learning, boolean regional, boolean growth, String locations) {
        var refused = assertRefused(
                "minimum-hurdle-not-taken", () -> new Affirmations(learning, regional, growth).requireAll());
        assertEquals(
                locations,
                String.join("|", refused.faults().stream().map(Fault::location).toList()));
    }

    @Test
    void D26_all_three_affirmed_take_the_hurdle() {
        assertDoesNotThrow(() -> new Affirmations(true, true, true).requireAll());
    }

    private static Proposal proposal(String startsOn, Instant expiresAt) {
        return new Proposal(new Uzovi("3332"), AGB, LocalDate.parse(startsOn), expiresAt, "MTVP-2023", "2023-1");
    }

    private static Standing standing(String quarter) {
        var admission = new Admission(AGB, UUID.randomUUID(), "VB", "VB-1", "hub", Quarters.of(quarter));
        var plan = new ApprovedRegioplan(UUID.randomUUID(), UUID.randomUUID(), 1, "00".repeat(32), "VB", NOW);
        return new Standing(
                true,
                true,
                List.of(admission),
                Optional.of(plan),
                false,
                false,
                Optional.empty(),
                Scheme.MTVP,
                List.of());
    }

    private static ExistingAgreement existing() {
        var always = new Period(LocalDate.parse("2022-01-01"), Optional.empty());
        return ExistingAgreement.registered(
                UUID.randomUUID(), new Uzovi("3332"), AGB, "Pilot", always, new Euro(500_000));
    }

    private static List<String> codes(List<Fault> faults) {
        return faults.stream().map(Fault::code).toList();
    }
}
