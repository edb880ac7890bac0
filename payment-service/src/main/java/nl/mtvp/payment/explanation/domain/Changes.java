package nl.mtvp.payment.explanation.domain;

import java.util.ArrayList;
import java.util.List;
import nl.mtvp.kernel.time.Quarters;
import nl.mtvp.payment.entitlement.domain.Cause;
import nl.mtvp.payment.entitlement.domain.Facts;
import nl.mtvp.payment.entitlement.domain.Facts.Clawback;
import nl.mtvp.payment.entitlement.domain.Facts.Offset;
import nl.mtvp.payment.entitlement.domain.Facts.Share;

/** The one fact that a correction replaced, told with its figures before and after (D44). */
final class Changes {

    private Changes() {}

    static Sentence of(Cause cause, Facts before, Facts after) {
        return Sentence.of(in -> switch (cause) {
            case ION_CORRECTION -> count(in, before, after);
            case TARIFF_REVISION -> tariff(in, before, after);
            case COVERAGE ->
                in.of(
                        "het contract is van kracht op " + Sentences.daysInForce(in, after) + " in plaats van op "
                                + Sentences.daysInForce(in, before),
                        "the contract is in force on " + Sentences.daysInForce(in, after) + " instead of on "
                                + Sentences.daysInForce(in, before));
            case CLAWBACK -> clawbacks(in, before.clawbacks(), after.clawbacks());
            case OFFSET -> offset(in, before.offset(), after.offset());
            case SHARE -> share(in, before.share(), after.share());
            case REGULAR, RETROACTIVE -> throw new IllegalArgumentException("a first booking corrects nothing");
        });
    }

    private static String count(Language in, Facts before, Facts after) {
        long was = before.count() == null ? 0 : before.count().ion();
        long is = after.count() == null ? 0 : after.count().ion();
        var difference = is > was
                ? in.of(in.number(is - was) + " meer", in.number(is - was) + " more")
                : in.of(in.number(was - is) + " minder", in.number(was - is) + " fewer");
        return in.of(
                "op de peildatum " + in.day(Quarters.peildatum(after.quarter())) + " tellen " + in.patients(is)
                        + holder(in, before, after) + " in plaats van " + in.number(was) + holder(in, after, before)
                        + ", " + difference,
                in.patients(is) + holder(in, before, after) + " count on the peildatum "
                        + in.day(Quarters.peildatum(after.quarter())) + " instead of " + in.number(was)
                        + holder(in, after, before) + ", " + difference);
    }

    /** Whose patients they are, when another AGB code has the contract now (D35). */
    private static String holder(Language in, Facts other, Facts facts) {
        return facts.holder().agb().equals(other.holder().agb())
                ? ""
                : in.of(" van AGB ", " of AGB ") + facts.holder().agb();
    }

    private static String tariff(Language in, Facts before, Facts after) {
        if (after.tariff() == null) {
            return in.of("er geldt geen tarief meer", "there is no tariff any more");
        }
        var is = in.euro(after.tariff().centsPerIon());
        if (before.tariff() == null) {
            return in.of(
                    "het tarief is vastgesteld op " + is + " per patiënt per kwartaal",
                    "the tariff is set at " + is + " for each patient a quarter");
        }
        var was = in.euro(before.tariff().centsPerIon());
        return in.of(
                "het tarief is herzien tot " + is + " per patiënt per kwartaal in plaats van " + was,
                "the tariff is revised to " + is + " for each patient a quarter instead of " + was);
    }

    private static String clawbacks(Language in, List<Clawback> before, List<Clawback> after) {
        var told = new ArrayList<String>();
        after.stream()
                .filter(clawback -> !before.contains(clawback))
                .forEach(clawback -> told.add(in.of(
                        "er is een terugvordering van " + clawback(in, clawback),
                        "there is a clawback of " + clawback(in, clawback))));
        before.stream()
                .filter(clawback -> !after.contains(clawback))
                .forEach(clawback -> told.add(in.of(
                        "de terugvordering van " + clawback(in, clawback) + " is ingetrokken",
                        "the clawback of " + clawback(in, clawback) + " is withdrawn")));
        return String.join(in.of(", en ", ", and "), told);
    }

    /** {@code 50% over 1 oktober 2023 tot en met 14 november 2023}. */
    static String clawback(Language in, Clawback clawback) {
        return in.percent(clawback.tenThousandths())
                + in.of(" over ", " over ")
                + in.day(clawback.from())
                + in.of(" tot en met ", " up to and including ")
                + in.day(clawback.until().minusDays(1));
    }

    private static String offset(Language in, Offset before, Offset after) {
        if (after == null) {
            var was = in.euro(before.centsPerQuarter());
            return in.of(
                    "de aftrek van " + was + " per kwartaal voor een oudere afspraak vervalt",
                    "the deduction of " + was + " a quarter for an older agreement ceases");
        }
        var is = in.euro(after.centsPerQuarter());
        var instead =
                before == null ? "" : in.of(" in plaats van ", " instead of ") + in.euro(before.centsPerQuarter());
        return in.of(
                "een oudere afspraak betaalt al " + is + " per kwartaal" + instead + ", en dat gaat eraf",
                "an older agreement pays " + is + " a quarter already" + instead + ", which is deducted");
    }

    private static String share(Language in, Share before, Share after) {
        return in.of(
                "van het bedrag gaat " + shared(in, after) + ", eerder " + shared(in, before),
                "of the amount " + shared(in, after) + ", before that " + shared(in, before));
    }

    private static String shared(Language in, Share share) {
        if (share == null) {
            return in.of("niets naar een RHO", "nothing goes to an RHO");
        }
        return in.of(Sentences.share(in, share), Sentences.share(in, share) + " goes to the RHO " + share.rho());
    }
}
