package nl.mtvp.plan.monitoring.rest;

import java.math.BigDecimal;
import java.util.Optional;
import nl.mtvp.plan.monitoring.domain.Evaluation;
import nl.mtvp.plan.monitoring.domain.Measured;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An indicator over a year. A value is null when nothing was delivered, or when it stands for so few practices that one of
 * them could be told from it.
 */
public record EvaluationResponse(
        String indicator,
        String unit,
        @Schema(nullable = true, examples = "4.50") String value,
        @Schema(description = "Over how many practices or regions the value is; 0 without one") int subjects,
        @Schema(nullable = true, examples = "4.62") String baseline,
        @Schema(nullable = true, examples = "-0.12") String change,
        @Schema(nullable = true) Boolean targetMet,
        @Schema(nullable = true) String region,
        @Schema(nullable = true) String nation) {

    static EvaluationResponse of(Evaluation evaluation) {
        return new EvaluationResponse(
                evaluation.indicator().code(),
                evaluation.indicator().unit(),
                text(evaluation.shown(evaluation.own())),
                evaluation.own().map(Measured::subjects).orElse(0),
                text(evaluation.shown(evaluation.baseline())),
                text(evaluation.change()),
                evaluation.targetMet().orElse(null),
                text(evaluation.shown(evaluation.region())),
                text(evaluation.shown(evaluation.nation())));
    }

    private static String text(Optional<BigDecimal> value) {
        return value.map(BigDecimal::toPlainString).orElse(null);
    }
}
