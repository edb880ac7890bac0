package nl.mtvp.plan.condition.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import nl.mtvp.kernel.identity.Kvk;

/**
 * What an RHO misses of a condition (D5), and what mends it. It is shown to the insurer and blocks nothing.
 *
 * @param region of a mandate, else null
 */
public record Shortfall(Condition condition, String region, String code, String detail) {

    static final long ION_MIN = 100_000;
    static final int MANDATE_PERCENT_MIN = 80;

    private static final Kvk FOREIGN = new Kvk("00000000");

    /** Judges an RHO by the conditions that an insurer applies (D5): every shortfall at once. */
    public static List<Shortfall> of(Standing rho, Collection<Condition> applied) {
        return Stream.of(Condition.values())
                .filter(applied::contains)
                .flatMap(condition -> of(rho, condition).stream())
                .toList();
    }

    private static List<Shortfall> of(Standing rho, Condition condition) {
        return switch (condition) {
            case LEGAL_PERSON -> legalPerson(rho);
            case ION_100000 -> ion(rho);
            case GP_MANDATE -> mandates(rho);
            case COOPERATION_AGREEMENTS -> shown(rho, condition, "a cooperation agreement");
        };
    }

    private static List<Shortfall> legalPerson(Standing rho) {
        return rho.kvk().equals(FOREIGN)
                ? List.of(new Shortfall(
                        Condition.LEGAL_PERSON,
                        null,
                        "no-dutch-legal-person",
                        "D5: the KvK number 00000000 is a foreign organisation's; a legal person in the Dutch trade"
                                + " register is asked for"))
                : shown(rho, Condition.LEGAL_PERSON, "an extract of the trade register");
    }

    private static List<Shortfall> ion(Standing rho) {
        return rho.ion() >= ION_MIN
                ? List.of()
                : List.of(new Shortfall(
                        Condition.ION_100000,
                        null,
                        "too-few-ion",
                        "D5: the practices of its regions have " + rho.ion() + " ION together, and " + ION_MIN
                                + " are asked for; declare the practices that are missing"));
    }

    private static List<Shortfall> mandates(Standing rho) {
        if (rho.regions().isEmpty()) {
            return List.of(new Shortfall(
                    Condition.GP_MANDATE, null, "no-region", "D5: the RHO has no region; register it first"));
        }
        var shortfalls = new ArrayList<Shortfall>();
        for (var region : rho.regions()) {
            var mandate = rho.mandate(region);
            if (mandate.isEmpty()) {
                shortfalls.add(missing(Condition.GP_MANDATE, region, "the mandate of the GPs of region " + region));
            } else if (!mandate.get().provesMandate()) {
                shortfalls.add(new Shortfall(
                        Condition.GP_MANDATE,
                        region,
                        "mandate-too-small",
                        "D5: " + mandate.get().mandatedGps() + " of the "
                                + mandate.get().gps() + " GPs of region " + region + " gave a mandate, and "
                                + MANDATE_PERCENT_MIN + " % are asked for; record a new mandate"));
            }
        }
        return shortfalls;
    }

    private static List<Shortfall> shown(Standing rho, Condition condition, String what) {
        return rho.shows(condition) ? List.of() : List.of(missing(condition, null, what));
    }

    private static Shortfall missing(Condition condition, String region, String what) {
        return new Shortfall(
                condition, region, "evidence-missing", "D5: the evidence of " + what + " is missing; record it");
    }
}
