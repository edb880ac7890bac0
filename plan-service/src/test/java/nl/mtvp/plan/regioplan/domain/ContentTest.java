package nl.mtvp.plan.regioplan.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.identity.Uzovi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples of docs/regioplan-content.md, and what cannot stand in a content. */
class ContentTest {

    private static final LocalDate APRIL = LocalDate.of(2023, 4, 1);
    private static final LocalDate JULY = LocalDate.of(2023, 7, 1);

    @Test
    void D4_a_plan_without_details_has_the_canonical_form_that_it_always_had() {
        var bare = Contents.of(
                List.of(Contents.selection("AW-03", 2), Contents.selection("AW-01", 1)),
                new Details(
                        new Subjects(null, null, "board", null, null, null, null),
                        List.of(),
                        List.of(),
                        List.of(),
                        null));

        assertEquals(
                "{\"interventions\":[{\"code\":\"AW-01\",\"firstYear\":1},{\"code\":\"AW-03\",\"firstYear\":2}],"
                        + "\"regions\":[\"Lekstroom\",\"ZOU\"],\"rho\":\"UNICUM\","
                        + "\"subjects\":{\"governance\":\"board\"},\"title\":\"Plan 2023\"}",
                text(bare));
        assertEquals("e00fd1f912b99d39d7a621a19bde3c40bed0216b68cdd7af473ceb2c46aa3184", bare.hash());
    }

    @Test
    void D4_D49_details_are_part_of_what_is_hashed() {
        var full = Contents.of(List.of(), details(new BigDecimal("12.5")));

        assertEquals(
                "{\"activities\":[{\"runsFrom\":\"2023-04-01\",\"runsUntil\":\"2023-07-01\","
                        + "\"title\":\"Triage training\",\"who\":\"UNICUM\"}],"
                        + "\"agreements\":[{\"monitoring\":\"each quarter\",\"title\":\"Referrals\"}],"
                        + "\"challenges\":[{\"priority\":1,\"title\":\"Waiting times\"},{\"title\":\"Staff\"}],"
                        + "\"interventions\":[],\"regions\":[\"Lekstroom\",\"ZOU\"],\"rho\":\"UNICUM\","
                        + "\"rhoShare\":{\"benefit\":\"a data team\",\"percentage\":\"12.50\","
                        + "\"sharedFrom\":\"2023-04-01\"},\"subjects\":{},\"title\":\"Plan 2023\"}",
                text(full));
        assertEquals("281ee8ca201be1e6da2935ed85045423d5ae187fb09ee53d392930053e229639", full.hash());
        assertNotEquals(
                full.hash(),
                Contents.of(List.of(), details(new BigDecimal("12.51"))).hash());
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "12.5, -, 2023-04-01, -",
                "100, -, 2023-04-01, -",
                "-, 25, 2024-01-01, -",
                "-, -, 2023-04-01, one-measure",
                "12.5, 25, 2023-04-01, one-measure",
                "0.00, -, 2023-04-01, out-of-bounds",
                "100.01, -, 2023-04-01, out-of-bounds",
                "12.5, -, 2023-04-02, no-peildatum",
                "12.5, -, 2023-05-01, no-peildatum",
                "101, 5, 2023-06-30, one-measure out-of-bounds no-peildatum",
            })
    void D49_the_ground_of_a_share_is_one_measure_from_a_quarters_first_day(
            BigDecimal percentage, Integer cents, LocalDate from, String codes) {
        assertEquals(
                codes == null ? List.of() : List.of(codes.split(" ")),
                new RhoShare(percentage, cents, "support", from)
                        .faults().stream().map(Fault::code).toList());
    }

    @Test
    void D4_a_title_stands_once_in_its_list_and_an_activity_ends_after_it_begins() {
        var faults = new Details(
                        Subjects.NONE,
                        List.of(new Challenge("a", 1, null), new Challenge("b", 2, null), new Challenge("a", 3, null)),
                        List.of(new Activity("a", APRIL, APRIL, null), new Activity("a", APRIL, null, null)),
                        List.of(new Agreement("a", null), new Agreement("a", null)),
                        null)
                .faults();

        assertEquals(
                List.of("/challenges/2/title", "/activities/1/title", "/activities/0/runsUntil", "/agreements/1/title"),
                faults.stream().map(Fault::location).toList());
    }

    @Test
    void D6_a_decision_is_overdue_from_the_day_after_its_last() {
        var owed = new OwedDecision(new Uzovi("3311"), null, null, 1, "UNICUM", "Plan", null, JULY);

        assertEquals(false, owed.isOverdueOn(JULY));
        assertEquals(true, owed.isOverdueOn(JULY.plusDays(1)));
    }

    private static Details details(BigDecimal percentage) {
        return new Details(
                Subjects.NONE,
                List.of(new Challenge("Staff", null, null), new Challenge("Waiting times", 1, null)),
                List.of(new Activity("Triage training", APRIL, JULY, "UNICUM")),
                List.of(new Agreement("Referrals", "each quarter")),
                new RhoShare(percentage, null, "a data team", APRIL));
    }

    private static String text(Content content) {
        return new String(content.canonical(), StandardCharsets.UTF_8);
    }
}
