package nl.mtvp.payment.entitlement.domain;

import java.util.List;
import java.util.function.BinaryOperator;

/** Why something is booked (D44). The corrections stand in the order in which old facts are replaced by new ones. */
public enum Cause {
    /** The first booking, in the quarter's own run. */
    REGULAR((old, now) -> now),
    /** The first booking, in a later quarter's run. */
    RETROACTIVE((old, now) -> now),
    /** The count changed, or whose it is: another AGB has the contract on the peildatum (D35). */
    ION_CORRECTION((old, now) -> old.with(now.holder()).with(now.count())),
    TARIFF_REVISION((old, now) -> old.with(now.tariff())),
    /** The days in force changed: a stop, an end, another start, and what undoes one of them. */
    COVERAGE((old, now) -> old.with(now.inForce())),
    /** The clawbacks changed: one more, or one withdrawn. */
    CLAWBACK((old, now) -> old.with(now.clawbacks())),
    OFFSET((old, now) -> old.with(now.offset())),
    SHARE((old, now) -> old.with(now.share()));

    public static final List<Cause> CORRECTIONS =
            List.of(ION_CORRECTION, TARIFF_REVISION, COVERAGE, CLAWBACK, OFFSET, SHARE);

    private final BinaryOperator<Facts> replacement;

    Cause(BinaryOperator<Facts> replacement) {
        this.replacement = replacement;
    }

    /** The old facts with the one that this cause is about replaced by the new one. */
    public Facts replaced(Facts old, Facts now) {
        return replacement.apply(old, now);
    }
}
