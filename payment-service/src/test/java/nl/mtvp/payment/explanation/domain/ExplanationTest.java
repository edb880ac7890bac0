package nl.mtvp.payment.explanation.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.time.Quarters;
import nl.mtvp.payment.entitlement.domain.Cause;
import nl.mtvp.payment.entitlement.domain.Difference;
import nl.mtvp.payment.entitlement.domain.Facts;
import nl.mtvp.payment.entitlement.domain.Facts.Clawback;
import nl.mtvp.payment.entitlement.domain.Facts.Count;
import nl.mtvp.payment.entitlement.domain.Facts.Holder;
import nl.mtvp.payment.entitlement.domain.Facts.InForce;
import nl.mtvp.payment.entitlement.domain.Facts.Offset;
import nl.mtvp.payment.entitlement.domain.Facts.Share;
import nl.mtvp.payment.entitlement.domain.Facts.Source;
import nl.mtvp.payment.entitlement.domain.Facts.Tariff;
import nl.mtvp.payment.entitlement.domain.ZeroReason;
import org.junit.jupiter.api.Test;

/** D53: what the worked examples of the rules say in words and figures. */
class ExplanationTest {

    private static final Source SOURCE =
            new Source(new UUID(0, 1), Instant.parse("2023-06-12T10:00:00Z"), Instant.parse("2023-06-11T22:30:00Z"));
    private static final Facts Q2 = facts("2023-Q2", 4_210, 288, null, null, null);
    private static final Facts Q4 = facts("2023-Q4", 4_260, 295, null, null, null);
    private static final Facts STOPPED = facts("2023-Q4", 4_260, 295, "2023-11-15", null, null);

    @Test
    void D53_a_first_booking_tells_the_whole_formula() {
        var explained = first(Q2, false);
        assertEquals("4210 x 2.88 x 91/91 = 12124.80", explained.arithmetic());
        assertEquals(List.of("D28", "D41", "D42", "D43", "D44"), explained.rules());
        assertSaid(
                explained,
                0,
                "Over het tweede kwartaal 2023 wordt met terugwerkende kracht € 12.124,80 betaald: 4.210 ingeschreven"
                        + " patiënten op 1 april 2023, maal € 2,88 per kwartaal, over alle 91 dagen.",
                "For the second quarter of 2023 €12,124.80 is paid retroactively: 4,210 registered patients on 1 April"
                        + " 2023, times €2.88 a quarter, over all 91 days.");
    }

    @Test
    void D53_every_input_tells_where_it_came_from_and_since_when_it_is_known() {
        var inputs = first(Q2, true).inputs();
        assertEquals(
                List.of(Input.InputKind.ION_DELIVERY, Input.InputKind.TARIFF, Input.InputKind.CONTRACT),
                inputs.stream().map(Input::kind).toList());
        assertEquals(
                "4.210 ingeschreven patiënten op de peildatum 1 april 2023, volgens de aanlevering van de verzekeraar;"
                        + " hier bekend sinds 12 juni 2023 en bij de bron sinds 12 juni 2023.",
                inputs.get(0).sentence().nl());
        assertEquals(
                "A tariff of €2.88 for each patient a quarter; known here since 12 June 2023 and at its source since"
                        + " 12 June 2023.",
                inputs.get(1).sentence().en());
        assertEquals(
                List.of(
                        Input.InputKind.ION_DELIVERY,
                        Input.InputKind.TARIFF,
                        Input.InputKind.CONTRACT,
                        Input.InputKind.CLAWBACK,
                        Input.InputKind.OFFSET,
                        Input.InputKind.RHO_SHARE),
                first(facts("2023-Q2", 10, 288, null, 500_00L, percentage(1_250), clawback(50)), true).inputs().stream()
                        .map(Input::kind)
                        .toList());
    }

    @Test
    void D53_example_2_a_correction_of_the_count() {
        var explained = between(Q2, facts("2023-Q2", 4_198, 288, null, null, null));
        assertEquals("12090.24 - 12124.80 = -34.56", explained.parts().get(0).arithmetic());
        assertSaid(
                explained,
                0,
                "Over het tweede kwartaal 2023 wordt € 34,56 teruggenomen: op de peildatum 1 april 2023 tellen 4.198"
                        + " ingeschreven patiënten in plaats van 4.210, 12 minder. Het bedrag wordt € 12.090,24 in plaats"
                        + " van € 12.124,80.",
                "For the second quarter of 2023 €34.56 is taken back: 4,198 registered patients count on the peildatum"
                        + " 1 April 2023 instead of 4,210, 12 fewer. The amount becomes €12,090.24 instead of"
                        + " €12,124.80.");
    }

    @Test
    void D53_example_4_a_stop_pays_the_days_before_it() {
        var explained = between(Q4, STOPPED);
        assertEquals("4260 x 2.95 x 45/92 = 6146.9021... -> 6146.90", explained.arithmetic());
        assertSaid(
                explained,
                0,
                "Over het vierde kwartaal 2023 wordt € 6.420,10 teruggenomen: het contract is van kracht op 45 van de"
                        + " 92 dagen (tot 15 november 2023) in plaats van op alle 92 dagen. Het bedrag wordt € 6.146,90 in"
                        + " plaats van € 12.567,00.",
                "For the fourth quarter of 2023 €6,420.10 is taken back: the contract is in force on 45 of the 92 days"
                        + " (until 15 November 2023) instead of on all 92 days. The amount becomes €6,146.90 instead of"
                        + " €12,567.00.");
    }

    @Test
    void D53_example_5_a_clawback_and_its_withdrawal_tell_percentage_and_period() {
        var taken = facts("2023-Q4", 4_260, 295, "2023-11-15", null, null, clawback(100));
        assertSaid(
                between(STOPPED, taken),
                0,
                "Over het vierde kwartaal 2023 wordt € 6.146,90 teruggenomen: er is een terugvordering van 100% over 1"
                        + " oktober 2023 tot en met 14 november 2023. Het bedrag wordt € 0,00 in plaats van € 6.146,90.",
                "For the fourth quarter of 2023 €6,146.90 is taken back: there is a clawback of 100% over 1 October"
                        + " 2023 up to and including 14 November 2023. The amount becomes €0.00 instead of €6,146.90.");
        assertTrue(between(taken, STOPPED)
                .parts()
                .get(0)
                .sentence()
                .nl()
                .contains("de terugvordering van 100% over 1 oktober 2023 tot en met 14 november 2023 is ingetrokken"));
    }

    @Test
    void D53_example_11_offset_and_share_are_told_with_their_figures() {
        var explained = first(facts("2023-Q2", 4_210, 288, null, 5_000_00L, percentage(1_250)), false);
        assertEquals(
                "4210 x 2.88 x 91/91 - 5000.00 x 91/91 = 7124.80; RHO 12.5 % x 7124.80 = 890.60; practice 7124.80 -"
                        + " 890.60 = 6234.20",
                explained.arithmetic());
        assertEquals(List.of("D28", "D32", "D41", "D42", "D43", "D44", "D49"), explained.rules());
        assertEquals(
                "Over het tweede kwartaal 2023 wordt met terugwerkende kracht € 890,60 aan RHO voorbeeld betaald:"
                        + " verschuldigd is € 7.124,80 (4.210 ingeschreven patiënten op 1 april 2023, maal € 2,88 per"
                        + " kwartaal, over alle 91 dagen, min € 5.000,00 per kwartaal die een oudere afspraak al betaalt),"
                        + " en daarvan gaat 12,5% naar RHO voorbeeld.",
                explained.parts().get(1).sentence().nl());
        assertEquals(
                "4260 x 2.95 x 45/92 - 5000.00 x 45/92 = 3701.25",
                first(facts("2023-Q4", 4_260, 295, "2023-11-15", 5_000_00L, null), true)
                        .arithmetic());
        var more = between(Q4, facts("2023-Q4", 4_260, 295, null, 5_000_00L, null));
        assertTrue(more.parts()
                .get(0)
                .sentence()
                .nl()
                .contains(": een oudere afspraak betaalt al € 5.000,00 per kwartaal, en dat gaat eraf. Het bedrag"));
        assertTrue(between(facts("2023-Q4", 4_260, 295, null, 5_000_00L, null), Q4)
                .parts()
                .get(0)
                .sentence()
                .en()
                .contains(": the deduction of €5,000.00 a quarter for an older agreement ceases."));
    }

    @Test
    void D53_a_share_that_begins_tells_practice_and_rho_what_moves() {
        var explained = between(Q2, facts("2023-Q2", 4_210, 288, null, null, percentage(1_250)));
        assertEquals(
                List.of(
                        "Over het tweede kwartaal 2023 wordt € 1.515,60 van de praktijk teruggenomen: van het bedrag"
                                + " gaat 12,5% naar RHO voorbeeld, eerder niets naar een RHO. Het bedrag wordt € 10.609,20"
                                + " in plaats van € 12.124,80.",
                        "Over het tweede kwartaal 2023 wordt € 1.515,60 aan RHO voorbeeld bijbetaald: van het bedrag"
                                + " gaat 12,5% naar RHO voorbeeld, eerder niets naar een RHO. Het bedrag wordt € 1.515,60"
                                + " in plaats van € 0,00."),
                explained.parts().stream().map(part -> part.sentence().nl()).toList());
        var cents = facts("2023-Q2", 4_210, 288, null, null, new Share("voorbeeld", null, 25L, SOURCE));
        assertTrue(first(cents, true).arithmetic().contains("; RHO min(12124.80, 4210 x 0.25 x 91/91) = 1052.50;"));
        assertTrue(first(cents, true).parts().get(1).sentence().en().contains("of which €0.25 for each patient goes"));
    }

    @Test
    void D53_a_succession_tells_whose_patients_count() {
        var successor = new Holder(new Agb("01999909"), new Source(new UUID(0, 9), Instant.EPOCH, Instant.EPOCH));
        var after = new Facts(
                Q2.quarter(), successor, new Count(4_000, SOURCE), Q2.tariff(), Q2.inForce(), List.of(), null, null);
        var explained = between(Q2, after);
        assertEquals(List.of("D35", "D38", "D41", "D42", "D43", "D44"), explained.rules());
        assertTrue(explained
                .parts()
                .get(0)
                .sentence()
                .nl()
                .contains(
                        "tellen 4.000 ingeschreven patiënten van AGB 01999909 in plaats van 4.210 van AGB 01999901,"));
        assertTrue(explained.inputs().stream()
                .anyMatch(input -> input.kind() == Input.InputKind.SUCCESSION
                        && input.sentence().en().startsWith("AGB 01999909, which took the contract over; known here")));
    }

    @Test
    void D53_every_reason_for_nothing_and_every_cause_has_its_words_in_both_languages() {
        for (var reason : ZeroReason.values()) {
            var sentence = Sentences.zero(reason, Quarters.of("2023-Q1"));
            assertTrue(sentence.nl().startsWith("Over het eerste kwartaal 2023 wordt nu niets geboekt: "));
            assertTrue(sentence.en().startsWith("For the first quarter of 2023 nothing is booked now: "));
        }
        var other = facts("2023-Q4", 4_000, 296, "2023-12-01", 1_00L, percentage(1_000), clawback(10));
        var causes = between(Q4, other).parts().stream()
                .map(part -> part.part().cause())
                .distinct()
                .toList();
        assertEquals(Cause.CORRECTIONS, causes);
    }

    @Test
    void amounts_and_numbers_are_written_as_the_language_has_them() {
        assertEquals("-€ 1.234.567,08", Language.NL.euro(-123_456_708));
        assertEquals("-€1,234,567.08", Language.EN.euro(-123_456_708));
        assertEquals("€ 0,05", Language.NL.euro(5));
        assertEquals("€ 999,00", Language.NL.euro(999_00));
        assertEquals("33,33%", Language.NL.percent(3_333));
        assertEquals("1 ingeschreven patiënt", Language.NL.patients(1));
        assertEquals("12 juni 2023, 00.30 uur", Language.NL.moment(SOURCE.sourceKnownAt()));
    }

    private static void assertSaid(Explanation explained, int part, String nl, String en) {
        assertEquals(new Sentence(nl, en), explained.parts().get(part).sentence());
    }

    private static Explanation first(Facts facts, boolean ownQuarter) {
        return Explanation.of(facts, null, Difference.first(facts, ownQuarter), null);
    }

    private static Explanation between(Facts before, Facts after) {
        return Explanation.of(after, before, Difference.between(before, after), null);
    }

    private static Facts facts(
            String quarter, long ion, long tariff, String until, Long offset, Share share, Clawback... clawbacks) {
        return new Facts(
                Quarters.of(quarter),
                new Holder(new Agb("01999901"), SOURCE),
                new Count(ion, SOURCE),
                new Tariff(tariff, SOURCE),
                new InForce(
                        LocalDate.parse("2023-04-01"),
                        until == null ? null : LocalDate.parse(until),
                        until == null ? List.of(SOURCE) : List.of(SOURCE, SOURCE)),
                Arrays.asList(clawbacks),
                offset == null ? null : new Offset(offset, SOURCE),
                share);
    }

    private static Share percentage(int tenThousandths) {
        return new Share("voorbeeld", tenThousandths, null, SOURCE);
    }

    /** Over the days of 2023-Q4 before the stop. */
    private static Clawback clawback(int percent) {
        return new Clawback(LocalDate.parse("2023-10-01"), LocalDate.parse("2023-11-15"), percent * 100, SOURCE);
    }
}
