package nl.mtvp.payment.tariff.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.mtvp.kernel.identity.Deed;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.money.Euro;
import nl.mtvp.payment.fact.domain.KnownPeriod;
import nl.mtvp.payment.tariff.TariffUseCases.KnownTariff;
import nl.mtvp.payment.tariff.domain.TariffEffects;
import nl.mtvp.payment.tariff.domain.TariffEffects.Effect;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.threeten.extra.YearQuarter;

/** A tariff: as proposed, by whom it was approved, and in which periods it holds or held. */
public record TariffResponse(
        UUID id,
        Uzovi uzovi,
        State state,
        LocalDate validFrom,
        @Schema(nullable = true) LocalDate validUntil,
        Euro euroPerIonPerQuarter,
        @Schema(nullable = true) String segment,
        @Schema(nullable = true) String prestatiecode,
        String ground,
        @Schema(description = "Whether it lowers the tariff of days for which contracts are known")
                Boolean lowersContractedDays,
        String proposedBy,
        Instant proposedAt,
        @Schema(nullable = true) String approvedBy,
        @Schema(nullable = true) Instant approvedAt,
        List<Period> periods) {

    /** Whether anybody pays by it: only what is approved is known. */
    public enum State {
        PROPOSED,
        KNOWN
    }

    /** Days on which it holds, and the moments at which that was known: knownUntilAt when a revision replaced it. */
    public record Period(
            LocalDate validFrom,
            @Schema(nullable = true) LocalDate validUntil,
            Instant knownFromAt,
            @Schema(nullable = true) Instant knownUntilAt) {

        static Period of(KnownPeriod period) {
            return new Period(period.validFrom(), period.validUntil(), period.knownFrom(), period.knownUntil());
        }
    }

    static TariffResponse of(KnownTariff tariff) {
        var proposal = tariff.proposal();
        return new TariffResponse(
                proposal.id(),
                proposal.uzovi(),
                proposal.approved().isEmpty() ? State.PROPOSED : State.KNOWN,
                proposal.validFrom(),
                proposal.validUntil(),
                proposal.euro(),
                proposal.segment(),
                proposal.prestatiecode(),
                proposal.ground(),
                proposal.lowers(),
                proposal.proposed().by(),
                proposal.proposed().at(),
                proposal.approved().map(Deed::by).orElse(null),
                proposal.approved().map(Deed::at).orElse(null),
                tariff.periods().stream().map(Period::of).toList());
    }

    /** What a proposed tariff would change in what is due. */
    public record TariffEffectsResponse(UUID tariffId, Euro difference, List<QuarterEffect> quarters) {

        /** What it would change in one quarter. */
        public record QuarterEffect(YearQuarter quarter, Long contracts, Euro dueNow, Euro dueThen, Euro difference) {

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
}
