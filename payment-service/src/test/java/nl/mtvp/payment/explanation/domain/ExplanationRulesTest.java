package nl.mtvp.payment.explanation.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.time.Quarters;
import nl.mtvp.payment.entitlement.domain.Cause;
import nl.mtvp.payment.entitlement.domain.Component;
import nl.mtvp.payment.entitlement.domain.Facts;
import nl.mtvp.payment.entitlement.domain.Facts.Count;
import nl.mtvp.payment.entitlement.domain.Facts.Holder;
import nl.mtvp.payment.entitlement.domain.Facts.InForce;
import nl.mtvp.payment.entitlement.domain.Facts.Offset;
import nl.mtvp.payment.entitlement.domain.Facts.Share;
import nl.mtvp.payment.entitlement.domain.Facts.Source;
import nl.mtvp.payment.entitlement.domain.Facts.Tariff;
import nl.mtvp.payment.entitlement.domain.Part;
import nl.mtvp.payment.entitlement.domain.ZeroReason;
import org.junit.jupiter.api.Test;

/** D53: which inputs and which rules an explanation names. */
class ExplanationRulesTest {

    private static final Instant HERE = Instant.parse("2023-06-12T10:00:00Z");
    private static final Source ENTERED = new Source(new UUID(0, 1), HERE, null);
    private static final Source STOP = new Source(new UUID(0, 2), HERE, Instant.parse("2023-06-10T10:00:00Z"));
    private static final Facts FACTS = new Facts(
            Quarters.of("2023-Q4"),
            new Holder(new Agb("01999901"), ENTERED),
            new Count(10, ENTERED),
            new Tariff(288, ENTERED),
            new InForce(LocalDate.parse("2023-04-01"), LocalDate.parse("2023-11-15"), List.of(ENTERED, STOP)),
            List.of(),
            null,
            null);

    /** With what the line has no more, so that its rules are told by the causes alone. */
    private static final Facts BEFORE = new Facts(
            FACTS.quarter(),
            FACTS.holder(),
            FACTS.count(),
            FACTS.tariff(),
            FACTS.inForce(),
            List.of(),
            new Offset(1_00, ENTERED),
            new Share("rho", 1_000, null, ENTERED));

    @Test
    void D53_a_stop_is_an_input_and_days_known_here_and_at_the_source_are_told_apart() {
        var inputs = Explanation.of(FACTS, null, List.of(), null).inputs();
        assertEquals(
                List.of(
                        Input.InputKind.ION_DELIVERY,
                        Input.InputKind.TARIFF,
                        Input.InputKind.CONTRACT,
                        Input.InputKind.CONTRACT_END),
                inputs.stream().map(Input::kind).toList());
        assertEquals(
                "A contract that starts on 1 April 2023; known here since 12 June 2023.",
                inputs.get(2).sentence().en());
        assertEquals(
                "A stop or end of the contract, which is in force until 15 November 2023; known here since 12 June 2023"
                        + " and at its source since 10 June 2023.",
                inputs.get(3).sentence().en());
        assertEquals(STOP, inputs.get(3).source());
    }

    @Test
    void D53_each_cause_names_its_rule_and_nothing_names_D45() {
        var rules = Map.of(
                Cause.RETROACTIVE, "D28",
                Cause.ION_CORRECTION, "D38",
                Cause.TARIFF_REVISION, "D37",
                Cause.COVERAGE, "D34",
                Cause.CLAWBACK, "D34",
                Cause.OFFSET, "D32",
                Cause.SHARE, "D49");
        var always = List.of("D41", "D42", "D43", "D44");
        rules.forEach((cause, rule) -> {
            var explained = Explanation.of(FACTS, BEFORE, List.of(new Part(cause, Component.PRACTICE, 1)), null);
            assertEquals(with(always, rule), explained.rules(), cause.name());
        });
        var regular = Explanation.of(FACTS, null, List.of(new Part(Cause.REGULAR, Component.PRACTICE, 1)), null);
        assertEquals(always, regular.rules());
        assertEquals(
                with(always, "D45"),
                Explanation.of(FACTS, FACTS, List.of(), ZeroReason.ALREADY_BOOKED)
                        .rules());
    }

    private static List<String> with(List<String> rules, String rule) {
        return Stream.concat(rules.stream(), Stream.of(rule)).sorted().toList();
    }
}
