package nl.mtvp.payment.explanation.domain;

import nl.mtvp.kernel.time.Quarters;
import nl.mtvp.payment.entitlement.domain.Cause;
import nl.mtvp.payment.entitlement.domain.Component;
import nl.mtvp.payment.entitlement.domain.Coverage;
import nl.mtvp.payment.entitlement.domain.Entitlement;
import nl.mtvp.payment.entitlement.domain.Facts;
import nl.mtvp.payment.entitlement.domain.Facts.Share;
import nl.mtvp.payment.entitlement.domain.Part;
import nl.mtvp.payment.entitlement.domain.ZeroReason;
import org.threeten.extra.YearQuarter;

/** What an explanation says to a person, in Dutch and in English (D53). */
final class Sentences {

    private Sentences() {}

    /** A first booking: the whole formula in words. */
    static Sentence first(Part part, Facts facts) {
        return Sentence.of(in -> {
            var late = part.cause() == Cause.RETROACTIVE ? in.of(" met terugwerkende kracht", " retroactively") : "";
            var paid = in.of(
                    "Over " + in.quarter(facts.quarter()) + " wordt" + late + " " + in.euro(part.cents())
                            + creditor(in, part, facts, " aan ", "") + " betaald: ",
                    "For " + in.quarter(facts.quarter()) + " " + in.euro(part.cents()) + " is paid" + late
                            + creditor(in, part, facts, " to ", "") + ": ");
            var share = facts.share();
            if (share == null) {
                return paid + formula(in, facts) + ".";
            }
            var due = in.euro(Entitlement.of(facts).totalCents());
            return paid
                    + in.of(
                            "verschuldigd is " + due + " (" + formula(in, facts) + "), en daarvan gaat "
                                    + share(in, share) + ".",
                            due + " is due (" + formula(in, facts) + "), of which " + share(in, share) + " goes to the"
                                    + " RHO " + share.rho() + ".");
        });
    }

    /** A correction: the one fact that changed, and what becomes of the amount. */
    static Sentence correction(Part part, Facts before, Facts after) {
        var why = Changes.of(part.cause(), before, after);
        long was = Entitlement.of(before).cents(part.component());
        long becomes = Entitlement.of(after).cents(part.component());
        var named = after.share() == null ? before : after;
        return Sentence.of(in -> {
            var amount = in.euro(Math.abs(part.cents()));
            var quarter = in.quarter(after.quarter());
            var booked = part.cents() > 0
                    ? in.of(
                            "wordt " + amount + creditor(in, part, named, " aan ", "") + " bijbetaald",
                            amount + " more is paid" + creditor(in, part, named, " to ", ""))
                    : in.of(
                            "wordt " + amount + creditor(in, part, named, " van ", "") + " teruggenomen",
                            amount + " is taken back" + creditor(in, part, named, " from ", ""));
            return in.of(
                    "Over " + quarter + " " + booked + ": " + why.nl() + ". Het bedrag wordt " + in.euro(becomes)
                            + " in plaats van " + in.euro(was) + ".",
                    "For " + quarter + " " + booked + ": " + why.en() + ". The amount becomes " + in.euro(becomes)
                            + " instead of " + in.euro(was) + ".");
        });
    }

    static Sentence zero(ZeroReason reason, YearQuarter quarter) {
        var why =
                switch (reason) {
                    case NOT_STARTED ->
                        new Sentence("het contract begint pas daarna", "the contract starts only afterwards");
                    case ENDED ->
                        new Sentence(
                                "het contract was toen al beëindigd of gestopt",
                                "the contract had ended or stopped by then");
                    case NO_DELIVERY ->
                        new Sentence(
                                "de verzekeraar heeft voor deze peildatum nog geen inschrijvingen aangeleverd",
                                "the insurer has not delivered the registrations on this peildatum yet");
                    case NO_ION ->
                        new Sentence(
                                "de praktijk had op de peildatum geen ingeschreven patiënten bij deze verzekeraar",
                                "on the peildatum the practice had no registered patients of this insurer");
                    case NO_TARIFF -> new Sentence("er is nog geen tarief", "there is no tariff yet");
                    case CLAWED_BACK ->
                        new Sentence(
                                "het hele bedrag over dit kwartaal is teruggevorderd",
                                "the whole amount of this quarter is clawed back");
                    case OFFSET ->
                        new Sentence(
                                "een oudere afspraak betaalt al minstens zo veel",
                                "an older agreement pays at least as much already");
                    case ROUNDED_TO_ZERO ->
                        new Sentence(
                                "het bedrag is minder dan een halve cent en wordt op nul afgerond",
                                "the amount is less than half a cent and is rounded to zero");
                    case ALREADY_BOOKED ->
                        new Sentence("wat verschuldigd is, is al geboekt", "what is due is booked already");
                };
        return Sentence.of(in -> in.of(
                "Over " + in.quarter(quarter) + " wordt nu niets geboekt: " + why.nl() + ".",
                "For " + in.quarter(quarter) + " nothing is booked now: " + why.en() + "."));
    }

    /** {@code 4.210 ingeschreven patiënten op 1 april 2023, maal € 2,88, over alle 91 dagen}, with what reduces it. */
    static String formula(Language in, Facts facts) {
        var text = new StringBuilder(in.of(
                in.patients(facts.count().ion()) + " op " + in.day(Quarters.peildatum(facts.quarter())) + ", maal "
                        + in.euro(facts.tariff().centsPerIon()) + " per kwartaal, over " + daysInForce(in, facts),
                in.patients(facts.count().ion()) + " on " + in.day(Quarters.peildatum(facts.quarter())) + ", times "
                        + in.euro(facts.tariff().centsPerIon()) + " a quarter, over " + daysInForce(in, facts)));
        for (var clawback : facts.clawbacks()) {
            text.append(in.of(", met terugvordering van ", ", with a clawback of "))
                    .append(Changes.clawback(in, clawback));
        }
        if (facts.offset() != null) {
            text.append(in.of(
                    ", min " + in.euro(facts.offset().centsPerQuarter())
                            + " per kwartaal die een oudere afspraak al betaalt",
                    ", minus " + in.euro(facts.offset().centsPerQuarter())
                            + " a quarter that an older agreement pays already"));
        }
        return text.toString();
    }

    /** {@code alle 91 dagen}, or how many of them and within which days. */
    static String daysInForce(Language in, Facts facts) {
        var coverage = Coverage.of(facts.quarter(), facts.inForce(), facts.clawbacks());
        if (coverage.daysInForce() == coverage.days()) {
            return in.of("alle " + coverage.days() + " dagen", "all " + coverage.days() + " days");
        }
        if (coverage.daysInForce() == 0) {
            return in.of("geen van de " + coverage.days() + " dagen", "none of the " + coverage.days() + " days");
        }
        return in.of(
                coverage.daysInForce() + " van de " + coverage.days() + " dagen" + bounds(in, facts),
                coverage.daysInForce() + " of the " + coverage.days() + " days" + bounds(in, facts));
    }

    private static String bounds(Language in, Facts facts) {
        var from = facts.inForce().from();
        var until = facts.inForce().until();
        boolean begins = from.isAfter(Quarters.peildatum(facts.quarter()));
        boolean ends = until != null && until.isBefore(Quarters.until(facts.quarter()));
        if (!begins && !ends) {
            return "";
        }
        return " ("
                + (begins ? in.of("vanaf ", "from ") + in.day(from) : "")
                + (begins && ends ? " " : "")
                + (ends ? in.of("tot ", "until ") + in.day(until) : "")
                + ")";
    }

    /** What an RHO gets of the amount. */
    static String share(Language in, Share share) {
        var part = share.tenThousandths() == null
                ? in.of(
                        in.euro(share.centsPerIon()) + " per patiënt",
                        in.euro(share.centsPerIon()) + " for each patient")
                : in.percent(share.tenThousandths());
        return in.of(part + " naar RHO " + share.rho(), part);
    }

    private static String creditor(Language in, Part part, Facts facts, String preposition, String unshared) {
        if (facts.share() == null) {
            return unshared;
        }
        return preposition
                + (part.component() == Component.RHO
                        ? in.of("RHO ", "the RHO ") + facts.share().rho()
                        : in.of("de praktijk", "the practice"));
    }
}
