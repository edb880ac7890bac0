package nl.mtvp.payment.tariff.rest;

import java.util.List;
import java.util.UUID;
import nl.mtvp.kernel.money.Euro;
import nl.mtvp.payment.tariff.domain.TariffEffects;
import nl.mtvp.payment.tariff.domain.TariffEffects.Effect;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.threeten.extra.YearQuarter;

/** What a proposed tariff would change in what is due. */
public record TariffEffectsResponse(
        UUID tariffId,
        @Schema(description = "Of all quarters together; below zero when less would be due") Euro difference,
        List<QuarterEffect> quarters) {

    /** What it would change in one quarter. */
    public record QuarterEffect(
            YearQuarter quarter,
            @Schema(description = "For which an amount would change") Long contracts,
            Euro dueNow,
            Euro dueThen,
            @Schema(description = "Below zero when less would be due") Euro difference) {

        static QuarterEffect of(YearQuarter quarter, Effect effect) {
            return new QuarterEffect(
                    quarter,
                    effect.contracts(),
                    new Euro(effect.beforeCents()),
                    new Euro(effect.afterCents()),
                    new Euro(effect.afterCents()).minus(new Euro(effect.beforeCents())));
        }
    }

    static TariffEffectsResponse of(TariffEffects effects) {
        var quarters = effects.quarters().entrySet().stream()
                .map(quarter -> QuarterEffect.of(quarter.getKey(), quarter.getValue()))
                .toList();
        return new TariffEffectsResponse(
                effects.proposal().id(),
                quarters.stream().map(QuarterEffect::difference).reduce(Euro.ZERO, Euro::plus),
                quarters);
    }
}
