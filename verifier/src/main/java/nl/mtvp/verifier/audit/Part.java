package nl.mtvp.verifier.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A part of what a line books: its cause, whose it is, and cents that are not zero (D44). */
record Part(String cause, String component, long cents) {

    /** @throws Unreadable unless it is one */
    static Part read(Row row) {
        return new Part(row.text("cause"), row.text("component"), row.number("cents"));
    }

    /** The first booking of a contract and quarter: one cause, whatever reduces it. */
    static List<Part> first(Inputs now, boolean ownQuarter) {
        return changed(ownQuarter ? "REGULAR" : "RETROACTIVE", Amounts.ZERO, Amounts.due(now));
    }

    /**
     * The facts of the last posted line become those of now one at a time: count, tariff, days in force, clawbacks,
     * offset, share. What each step changes is its part.
     */
    static List<Part> between(Inputs old, Inputs now) {
        var parts = new ArrayList<Part>();
        var steps = new String[] {"ION_CORRECTION", "TARIFF_REVISION", "COVERAGE", "CLAWBACK", "OFFSET", "SHARE"};
        var before = Amounts.due(old);
        for (int step = 0; step < steps.length; step++) {
            var after = Amounts.due(new Inputs(
                    now.quarter(),
                    now.holder(),
                    now.ion(),
                    step >= 1 ? now.tariff() : old.tariff(),
                    step >= 2 ? now.from() : old.from(),
                    step >= 2 ? now.until() : old.until(),
                    now.inForce(),
                    step >= 3 ? now.clawbacks() : old.clawbacks(),
                    step >= 4 ? now.offset() : old.offset(),
                    step >= 5 ? now.share() : old.share()));
            parts.addAll(changed(steps[step], before, after));
            before = after;
        }
        return parts;
    }

    private static List<Part> changed(String cause, Amounts before, Amounts after) {
        return Stream.of("PRACTICE", "RHO")
                .map(component -> new Part(cause, component, after.of(component) - before.of(component)))
                .filter(part -> part.cents() != 0)
                .toList();
    }

    @Override
    public String toString() {
        return cause + "/" + component + "/" + cents;
    }
}
