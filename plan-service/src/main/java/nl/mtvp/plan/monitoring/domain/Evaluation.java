package nl.mtvp.plan.monitoring.domain;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/**
 * An indicator of a practice or a region over a year (D14): its value, what it was before the scheme, whether the target
 * is met, and how region and nation do. It is for learning, and never reaches money (D15).
 *
 * @param own of the practice, or over the region; empty when nothing was delivered
 * @param baseline the same before the scheme
 * @param region for a practice, over its region
 * @param nation over all that delivered
 */
public record Evaluation(
        Indicator indicator,
        Optional<Measured> own,
        Optional<Measured> baseline,
        Optional<Measured> region,
        Optional<Measured> nation) {

    /** Choice: over fewer practices, one of them could tell another's value from the sum and its own. */
    public static final int PRACTICES_MIN = 3;

    public Evaluation {
        Objects.requireNonNull(indicator, "indicator");
    }

    /** The value of one of them, as it is shown. */
    public Optional<BigDecimal> shown(Optional<Measured> measured) {
        return measured.map(some -> some.value(indicator));
    }

    /** The value less the baseline, rounded once. */
    public Optional<BigDecimal> change() {
        return own.flatMap(now -> baseline.map(before -> now.less(before, indicator)));
    }

    /**
     * Below the target or at least at it, by the indicator's direction; without a target, better than the baseline, or as
     * good as that where it suffices. Empty when there is nothing to hold against each other.
     */
    public Optional<Boolean> targetMet() {
        if (indicator.target() != null) {
            return own.map(now -> now.comparedTo(indicator.target(), indicator)).map(this::reached);
        }
        return own.flatMap(now -> baseline.map(now::comparedTo)).map(this::improved);
    }

    /** What somebody may see who may not see single practices. */
    public Evaluation withoutFew() {
        return indicator.level() == Indicator.Level.REGION
                ? this
                : new Evaluation(
                        indicator,
                        own.filter(Evaluation::areEnough),
                        baseline.filter(Evaluation::areEnough),
                        region.filter(Evaluation::areEnough),
                        nation.filter(Evaluation::areEnough));
    }

    /** What a practice may see: itself, and others only if they are enough. */
    public Evaluation withoutFewOthers() {
        var others = withoutFew();
        return new Evaluation(indicator, own, baseline, others.region, others.nation);
    }

    private boolean reached(int compared) {
        return indicator.better() == Indicator.Better.LOWER ? compared < 0 : compared >= 0;
    }

    private boolean improved(int compared) {
        boolean better = indicator.better() == Indicator.Better.LOWER ? compared < 0 : compared > 0;
        return better || compared == 0 && indicator.stayingMeets();
    }

    private static boolean areEnough(Measured measured) {
        return measured.subjects() >= PRACTICES_MIN;
    }
}
