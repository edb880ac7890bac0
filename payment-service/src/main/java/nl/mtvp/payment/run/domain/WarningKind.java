package nl.mtvp.payment.run.domain;

import java.util.function.BiFunction;
import nl.mtvp.kernel.money.Euro;

/** What somebody has to look at before a run is approved (D46). */
public enum WarningKind {
    /** A practice's registrations changed too much to be paid unseen (D40); it is acknowledged by itself. */
    MASS_MOVE((subject, number) -> subject + ": " + Math.abs(number) + (number < 0 ? " fewer" : " more")
            + " patients than on the peildatum compared with; acknowledge this mass move by itself (D40)"),
    /** Patients whom another insurer delivers too (D39), in a quarter that the run books something about. */
    DOUBLE_INSURANCE((subject, number) -> number + " patients on the peildatum of " + subject
            + " are delivered by another insurer too, and nobody withdrew them (D39)"),
    /** Contracts in force in a quarter whose peildatum nothing was delivered for (D38). */
    MISSING_DELIVERY((subject, number) ->
            number + " contracts in force in " + subject + " get nothing: no registrations are delivered (D38)"),
    /** Contracts in force in a quarter without a tariff (D37). */
    MISSING_TARIFF((subject, number) ->
            number + " contracts in force in " + subject + " get nothing: there is no tariff (D37)"),
    /** A creditor whose parts of the run come to less than nothing (D50). */
    NEGATIVE_CREDITOR((subject, number) ->
            "the run takes " + new Euro(Math.negateExact(number)) + " euro back from " + subject + " (D50)");

    private final BiFunction<String, Long, String> sentence;

    WarningKind(BiFunction<String, Long, String> sentence) {
        this.sentence = sentence;
    }

    /** @param number contracts, patients or cents, as the kind has it */
    public String sentence(String subject, long number) {
        return sentence.apply(subject, number);
    }
}
