package nl.mtvp.payment.entitlement.domain;

import java.util.ArrayList;
import java.util.List;

/**
 * What is to be booked, split by cause (D43, D44). Each step replaces one fact by its new form and rounds anew, so the
 * parts add up to the whole difference by construction and no step goes below zero.
 */
public final class Difference {

    private Difference() {}

    /** The first booking of a contract and quarter: one cause, whatever reduces it. */
    public static List<Part> first(Facts now, boolean ownQuarter) {
        var cause = ownQuarter ? Cause.REGULAR : Cause.RETROACTIVE;
        return parts(cause, Amounts.ZERO, Entitlement.of(now));
    }

    /** What changes when the facts of the last posted line become those that are known now. */
    public static List<Part> between(Facts booked, Facts now) {
        var parts = new ArrayList<Part>();
        var facts = booked;
        var before = Entitlement.of(facts);
        for (var cause : Cause.CORRECTIONS) {
            var next = cause.replaced(facts, now);
            if (next.equals(facts)) {
                continue;
            }
            facts = next;
            var after = Entitlement.of(facts);
            parts.addAll(parts(cause, before, after));
            before = after;
        }
        return List.copyOf(parts);
    }

    private static List<Part> parts(Cause cause, Amounts before, Amounts after) {
        var parts = new ArrayList<Part>();
        for (var component : Component.values()) {
            long cents = Math.subtractExact(after.cents(component), before.cents(component));
            if (cents != 0) {
                parts.add(new Part(cause, component, cents));
            }
        }
        return parts;
    }
}
