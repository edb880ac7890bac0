package nl.mtvp.plan.monitoring.domain;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.util.Objects;

/**
 * Something that is measured (D14; leidraad §6): what was counted, divided by what it is counted on, times {@code per}.
 *
 * @param decimals to which a value is rounded when it is shown, once and half up
 * @param better in which direction lies the good
 * @param target the value to stay below (LOWER) or to reach at least (HIGHER); null where the target is to do better than
 *     the baseline
 * @param stayingMeets whether doing as well as the baseline meets the target too; never where that is a figure
 */
@Embeddable
public record Indicator(
        String code,
        @Enumerated(EnumType.STRING) Level level,
        String nameNl,
        String nameEn,
        String definitionNl,
        String definitionEn,
        String unit,
        int per,
        int decimals,
        @Enumerated(EnumType.STRING) Better better,
        BigDecimal target,
        boolean stayingMeets) {

    /** Whose value it is. */
    public enum Level {
        PRACTICE,
        REGION
    }

    /** In which direction lies the good. */
    public enum Better {
        LOWER,
        HIGHER
    }

    public Indicator {
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(better, "better");
        if (per < 1) {
            throw new IllegalArgumentException("a value is per one, or per more");
        }
        if (stayingMeets && target != null) {
            throw new IllegalArgumentException("a figure says itself what meets it");
        }
    }
}
