package nl.mtvp.payment.explanation.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import nl.mtvp.kernel.time.Quarters;
import nl.mtvp.payment.entitlement.domain.Facts;
import nl.mtvp.payment.entitlement.domain.Facts.Source;

/** A fact that went into an amount, with where it came from and since when it was known (D53, D54). */
public record Input(InputKind kind, Source source, Sentence sentence) {

    /** What kind of fact it is, and so who said it. */
    public enum InputKind {
        /** The count of a delivery of registrations (D38). */
        ION_DELIVERY,
        /** A tariff that was approved (D37). */
        TARIFF,
        /** The contract, from its intended start (D28). */
        CONTRACT,
        /** Another AGB code that continues the contract (D35). */
        SUCCESSION,
        /** A stop, an end or an annulment of it (D28, D34, D35). */
        CONTRACT_END,
        CLAWBACK,
        OFFSET,
        RHO_SHARE
    }

    /** Every fact that decided an amount, in the order of the formula. */
    static List<Input> of(Facts facts) {
        var inputs = new ArrayList<Input>();
        if (facts.count() != null) {
            inputs.add(input(
                    InputKind.ION_DELIVERY,
                    facts.count().source(),
                    in -> in.of(
                            in.patients(facts.count().ion()) + " op de peildatum " + peildatum(in, facts)
                                    + ", volgens de aanlevering van de verzekeraar",
                            in.patients(facts.count().ion()) + " on the peildatum " + peildatum(in, facts)
                                    + ", says the insurer's delivery")));
        }
        if (facts.tariff() != null) {
            inputs.add(input(
                    InputKind.TARIFF,
                    facts.tariff().source(),
                    in -> in.of(
                            "een tarief van " + in.euro(facts.tariff().centsPerIon()) + " per patiënt per kwartaal",
                            "a tariff of " + in.euro(facts.tariff().centsPerIon()) + " for each patient a quarter")));
        }
        for (int at = 0; at < facts.inForce().sources().size(); at++) {
            var source = facts.inForce().sources().get(at);
            inputs.add(
                    at == 0
                            ? input(
                                    InputKind.CONTRACT,
                                    source,
                                    in -> in.of(
                                            "een contract dat ingaat op "
                                                    + in.day(facts.inForce().from()),
                                            "a contract that starts on "
                                                    + in.day(facts.inForce().from())))
                            : input(
                                    InputKind.CONTRACT_END,
                                    source,
                                    in -> in.of(
                                            "een stop of einde van het contract, dat van kracht is tot "
                                                    + in.day(facts.inForce().until()),
                                            "a stop or end of the contract, which is in force until "
                                                    + in.day(facts.inForce().until()))));
        }
        if (isSucceeded(facts)) {
            inputs.add(input(
                    InputKind.SUCCESSION,
                    facts.holder().source(),
                    in -> in.of(
                            "AGB " + facts.holder().agb() + ", die het contract heeft overgenomen",
                            "AGB " + facts.holder().agb() + ", which took the contract over")));
        }
        facts.clawbacks()
                .forEach(clawback -> inputs.add(input(
                        InputKind.CLAWBACK,
                        clawback.source(),
                        in -> in.of(
                                "een terugvordering van " + Changes.clawback(in, clawback),
                                "a clawback of " + Changes.clawback(in, clawback)))));
        if (facts.offset() != null) {
            inputs.add(input(
                    InputKind.OFFSET,
                    facts.offset().source(),
                    in -> in.of(
                            "een oudere afspraak die " + in.euro(facts.offset().centsPerQuarter())
                                    + " per kwartaal betaalt",
                            "an older agreement that pays "
                                    + in.euro(facts.offset().centsPerQuarter()) + " a quarter")));
        }
        if (facts.share() != null) {
            inputs.add(input(
                    InputKind.RHO_SHARE,
                    facts.share().source(),
                    in -> in.of(
                            "een aandeel van " + Sentences.share(in, facts.share()),
                            "a share of " + Sentences.share(in, facts.share()) + " for the RHO "
                                    + facts.share().rho())));
        }
        return List.copyOf(inputs);
    }

    /** Another AGB code than the one that signed has the contract on the peildatum (D35). */
    static boolean isSucceeded(Facts facts) {
        return !facts.holder()
                .source()
                .id()
                .equals(facts.inForce().sources().get(0).id());
    }

    private static Input input(InputKind kind, Source source, Function<Language, String> fact) {
        return new Input(kind, source, Sentence.of(in -> {
            var atSource = source.sourceKnownAt() == null
                    ? ""
                    : in.of(" en bij de bron sinds ", " and at its source since ") + in.dayOf(source.sourceKnownAt());
            return capitalised(fact.apply(in))
                    + in.of("; hier bekend sinds ", "; known here since ")
                    + in.dayOf(source.knownAt())
                    + atSource
                    + ".";
        }));
    }

    private static String peildatum(Language in, Facts facts) {
        return in.day(Quarters.peildatum(facts.quarter()));
    }

    private static String capitalised(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
