package nl.mtvp.payment.explanation.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import nl.mtvp.payment.entitlement.domain.Cause;
import nl.mtvp.payment.entitlement.domain.Entitlement;
import nl.mtvp.payment.entitlement.domain.Facts;
import nl.mtvp.payment.entitlement.domain.Part;
import nl.mtvp.payment.entitlement.domain.ZeroReason;

/**
 * Why a line is what it is (D53): the rules, the arithmetic of what is due, and for each part the step that led to it,
 * in figures and as a sentence in Dutch and English.
 *
 * @param rules the numbers of the rules that were applied
 * @param arithmetic how the inputs make up what is due, in a notation of no language
 * @param calculation the same as each language writes it
 * @param zero why nothing is booked; null when something is
 */
public record Explanation(
        List<String> rules,
        List<Input> inputs,
        String arithmetic,
        Sentence calculation,
        List<ExplainedPart> parts,
        Sentence zero) {

    /**
     * A part with the facts before and after its step.
     *
     * @param before null for a first booking, which starts from nothing
     */
    public record ExplainedPart(Part part, Facts before, Facts after, String arithmetic, Sentence sentence) {}

    /**
     * Explains a line.
     *
     * @param previous the facts of the line posted before; null when there is none
     */
    public static Explanation of(Facts facts, Facts previous, List<Part> parts, ZeroReason zeroReason) {
        var explained = new ArrayList<ExplainedPart>();
        for (var part : parts) {
            explained.add(explained(part, facts, previous));
        }
        return new Explanation(
                rules(facts, parts, zeroReason),
                Input.of(facts),
                Arithmetic.due(facts),
                Arithmetic.calculation(facts),
                List.copyOf(explained),
                zeroReason == null ? null : Sentences.zero(zeroReason, facts.quarter()));
    }

    private static ExplainedPart explained(Part part, Facts facts, Facts previous) {
        if (!Cause.CORRECTIONS.contains(part.cause())) {
            return new ExplainedPart(part, null, facts, Arithmetic.due(facts), Sentences.first(part, facts));
        }
        var before = previous;
        for (var cause : Cause.CORRECTIONS) {
            if (cause == part.cause()) {
                break;
            }
            before = cause.replaced(before, facts);
        }
        var after = part.cause().replaced(before, facts);
        var step = Arithmetic.step(
                Entitlement.of(before).cents(part.component()),
                Entitlement.of(after).cents(part.component()),
                part.cents());
        return new ExplainedPart(part, before, after, step, Sentences.correction(part, before, after));
    }

    private static List<String> rules(Facts facts, List<Part> parts, ZeroReason zeroReason) {
        var rules = new TreeSet<>(List.of("D41", "D42", "D43", "D44"));
        if (zeroReason != null) {
            rules.add("D45");
        }
        if (!facts.clawbacks().isEmpty()) {
            rules.add("D34");
        }
        if (facts.offset() != null) {
            rules.add("D32");
        }
        if (facts.share() != null) {
            rules.add("D49");
        }
        if (Input.isSucceeded(facts)) {
            rules.add("D35");
        }
        parts.forEach(part -> rules.add(rule(part.cause())));
        return List.copyOf(rules);
    }

    private static String rule(Cause cause) {
        return switch (cause) {
            case ION_CORRECTION -> "D38";
            case TARIFF_REVISION -> "D37";
            case COVERAGE, CLAWBACK -> "D34";
            case RETROACTIVE -> "D28";
            case OFFSET -> "D32";
            case SHARE -> "D49";
            case REGULAR -> "D41";
        };
    }
}
