package nl.mtvp.plan.monitoring.rest;

import java.math.BigDecimal;
import nl.mtvp.plan.monitoring.domain.Indicator;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is measured: its definition, unit and target. */
public record IndicatorResponse(
        String code,
        @Schema(description = "Whose value it is; a practice's values are added up for its region")
                Indicator.Level level,
        String nameNl,
        String nameEn,
        String definitionNl,
        String definitionEn,
        String unit,
        @Schema(description = "What a value is counted per: it is numerator x per / denominator") int per,
        @Schema(description = "To how many decimals a value is rounded, once and half up") int decimals,
        Indicator.Better better,
        @Schema(
                        nullable = true,
                        description = "What to stay below (LOWER) or to reach (HIGHER); null: better than the baseline,"
                                + " or as good where `stayingMeets` says so",
                        examples = "4.6")
                String target,
        @Schema(description = "Whether a value equal to the baseline meets the target; never where that is a figure")
                boolean stayingMeets) {

    static IndicatorResponse of(Indicator indicator) {
        return new IndicatorResponse(
                indicator.code(),
                indicator.level(),
                indicator.nameNl(),
                indicator.nameEn(),
                indicator.definitionNl(),
                indicator.definitionEn(),
                indicator.unit(),
                indicator.per(),
                indicator.decimals(),
                indicator.better(),
                plain(indicator.target()),
                indicator.stayingMeets());
    }

    static String plain(BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }
}
