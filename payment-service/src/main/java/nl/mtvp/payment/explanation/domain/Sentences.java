package nl.mtvp.payment.explanation.domain;

import nl.mtvp.payment.entitlement.domain.Component;
import nl.mtvp.payment.entitlement.domain.Coverage;
import nl.mtvp.payment.entitlement.domain.Facts;
import nl.mtvp.payment.entitlement.domain.Part;
import nl.mtvp.payment.entitlement.domain.ZeroReason;
import nl.mtvp.payment.explanation.domain.Explanation.Sentence;
import org.threeten.extra.YearQuarter;

/** What an explanation says to a person, in Dutch and in English (D53). */
final class Sentences {

    private Sentences() {}

    static Sentence first(Part part, Facts facts) {
        var figures =
                facts.count().ion() + " x " + Arithmetic.euro(facts.tariff().centsPerIon());
        var paid = Arithmetic.euro(part.cents());
        return new Sentence(
                "Over " + facts.quarter() + " wordt" + creditor(part, " aan de RHO", "") + " " + paid
                        + " euro betaald: " + figures + " over " + coverage(facts) + " dagen.",
                "For " + facts.quarter() + " " + paid + " euro is paid" + creditor(part, " to the RHO", "") + ": "
                        + figures + " over " + coverage(facts) + " days.");
    }

    static Sentence correction(Part part, Facts before, Facts after) {
        var nl = part.cents() > 0 ? " euro bijbetaald" : " euro verrekend";
        var en = part.cents() > 0 ? " euro more is paid" : " euro is taken back";
        var amount = Arithmetic.euro(Math.abs(part.cents()));
        var why = why(part, before, after);
        return new Sentence(
                "Over " + after.quarter() + " wordt" + creditor(part, " bij de RHO", "") + " " + amount + nl + ": "
                        + why.nl() + ".",
                "For " + after.quarter() + " " + amount + en + creditor(part, " with the RHO", "") + ": " + why.en()
                        + ".");
    }

    private static Sentence why(Part part, Facts before, Facts after) {
        return switch (part.cause()) {
            case ION_CORRECTION ->
                new Sentence(
                        "het aantal ingeschrevenen is " + ion(after) + holder(before, after, " bij AGB ")
                                + " in plaats van " + ion(before) + holder(after, before, " bij AGB "),
                        "the number of registered patients is " + ion(after) + holder(before, after, " with AGB ")
                                + " instead of " + ion(before) + holder(after, before, " with AGB "));
            case TARIFF_REVISION ->
                new Sentence(
                        "het tarief is " + tariff(after) + " in plaats van " + tariff(before),
                        "the tariff is " + tariff(after) + " instead of " + tariff(before));
            case COVERAGE ->
                new Sentence(
                        "het contract is van kracht op " + inForce(after) + " dagen in plaats van " + inForce(before),
                        "the contract is in force on " + inForce(after) + " days instead of " + inForce(before));
            case CLAWBACK ->
                new Sentence(
                        "na terugvordering of intrekking daarvan worden " + coverage(after)
                                + " dagen betaald in plaats van " + coverage(before),
                        "after a clawback or the withdrawal of one, " + coverage(after) + " days are paid instead of "
                                + coverage(before));
            case OFFSET ->
                new Sentence(
                        "de verrekening met een oudere afspraak is veranderd",
                        "the offset against an older agreement changed");
            case SHARE -> new Sentence("het aandeel van de RHO is veranderd", "the share of the RHO changed");
            case REGULAR, RETROACTIVE -> throw new IllegalArgumentException("a first booking corrects nothing");
        };
    }

    static Sentence zero(ZeroReason reason, YearQuarter quarter) {
        var why =
                switch (reason) {
                    case NOT_STARTED -> new Sentence("het contract begint later", "the contract starts later");
                    case ENDED -> new Sentence("het contract was geëindigd", "the contract had ended");
                    case NO_DELIVERY ->
                        new Sentence("er zijn geen inschrijvingen aangeleverd", "no registrations were delivered");
                    case NO_ION ->
                        new Sentence(
                                "de praktijk heeft geen ingeschrevenen bij deze verzekeraar",
                                "the practice has no registered patients of this insurer");
                    case NO_TARIFF -> new Sentence("er is geen tarief", "there is no tariff");
                    case CLAWED_BACK -> new Sentence("alles is teruggevorderd", "everything is clawed back");
                    case OFFSET ->
                        new Sentence(
                                "een oudere afspraak betaalt al evenveel", "an older agreement pays as much already");
                    case ALREADY_BOOKED ->
                        new Sentence("wat verschuldigd is, is al geboekt", "what is due is booked already");
                };
        return new Sentence(
                "Over " + quarter + " wordt nu niets geboekt: " + why.nl() + ".",
                "For " + quarter + " nothing is booked now: " + why.en() + ".");
    }

    private static String creditor(Part part, String rho, String practice) {
        return part.component() == Component.RHO ? rho : practice;
    }

    private static String ion(Facts facts) {
        return facts.count() == null ? "0" : Long.toString(facts.count().ion());
    }

    /** Whose count it is, where another AGB has the contract now (D35). */
    private static String holder(Facts other, Facts facts, String words) {
        return facts.holder().agb().equals(other.holder().agb())
                ? ""
                : words + facts.holder().agb();
    }

    private static String tariff(Facts facts) {
        return Arithmetic.euro(facts.tariff() == null ? 0 : facts.tariff().centsPerIon());
    }

    private static String inForce(Facts facts) {
        return Integer.toString(
                Coverage.of(facts.quarter(), facts.inForce(), facts.clawbacks()).daysInForce());
    }

    private static String coverage(Facts facts) {
        return Arithmetic.paidDays(facts);
    }
}
