package nl.mtvp.payment.entitlement.rest;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.money.Euro;
import nl.mtvp.payment.entitlement.domain.Amounts;
import nl.mtvp.payment.entitlement.domain.Facts;
import nl.mtvp.payment.entitlement.domain.Facts.Clawback;
import nl.mtvp.payment.entitlement.domain.Facts.Count;
import nl.mtvp.payment.entitlement.domain.Facts.Holder;
import nl.mtvp.payment.entitlement.domain.Facts.InForce;
import nl.mtvp.payment.entitlement.domain.Facts.Offset;
import nl.mtvp.payment.entitlement.domain.Facts.Share;
import nl.mtvp.payment.entitlement.domain.Facts.Source;
import nl.mtvp.payment.entitlement.domain.Facts.Tariff;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What decides an amount (D41), each with where it came from and when it was known (D53). Null is not known. */
public record FactsResponse(
        HolderResponse holder,
        @Schema(nullable = true) CountResponse ion,
        @Schema(nullable = true) TariffResponse tariff,
        InForceResponse inForce,
        List<ClawbackResponse> clawbacks,
        @Schema(nullable = true) OffsetResponse offset,
        @Schema(nullable = true) ShareResponse share) {

    /** The delivery, tariff, contract, succession, stop, end, annulment, clawback, offset or share that said so. */
    public record Origin(
            UUID id,
            @Schema(description = "When it was recorded here") Instant knownAt,
            @Schema(nullable = true, description = "When its source knew; null when it was entered here")
                    Instant sourceKnownAt) {

        public static Origin of(Source source) {
            return new Origin(source.id(), source.knownAt(), source.sourceKnownAt());
        }
    }

    /** Who has the contract on the peildatum; the origin is the contract or the succession. */
    @Schema(name = "HolderFact")
    public record HolderResponse(Agb agb, Origin origin) {

        public static HolderResponse of(Holder holder) {
            return new HolderResponse(holder.agb(), Origin.of(holder.source()));
        }
    }

    /** Patients on the peildatum; the origin is the ION delivery. */
    @Schema(name = "IonFact")
    public record CountResponse(Long ion, Origin origin) {

        public static CountResponse of(Count count) {
            return count == null ? null : new CountResponse(count.ion(), Origin.of(count.source()));
        }
    }

    /** The tariff on the peildatum. */
    @Schema(name = "TariffFact")
    public record TariffResponse(Euro euroPerIonPerQuarter, Origin origin) {

        public static TariffResponse of(Tariff tariff) {
            return tariff == null
                    ? null
                    : new TariffResponse(new Euro(tariff.centsPerIon()), Origin.of(tariff.source()));
        }
    }

    /** The days in force; the origins are the contract, its stops, ends and annulment. */
    @Schema(name = "InForceFact")
    public record InForceResponse(
            LocalDate inForceFrom, @Schema(nullable = true) LocalDate inForceUntil, List<Origin> origins) {

        public static InForceResponse of(InForce inForce) {
            return new InForceResponse(
                    inForce.from(),
                    inForce.until(),
                    inForce.sources().stream().map(Origin::of).toList());
        }
    }

    /** A clawback over days of the quarter. */
    @Schema(name = "ClawbackFact")
    public record ClawbackResponse(
            LocalDate clawedBackFrom,
            LocalDate clawedBackUntil,
            @Schema(examples = "33.33") String percentage,
            Origin origin) {

        public static ClawbackResponse of(Clawback clawback) {
            return new ClawbackResponse(
                    clawback.from(),
                    clawback.until(),
                    percent(clawback.tenThousandths()),
                    Origin.of(clawback.source()));
        }
    }

    /** What an older agreement pays per quarter. */
    @Schema(name = "OffsetFact")
    public record OffsetResponse(Euro euroPerQuarter, Origin origin) {

        public static OffsetResponse of(Offset offset) {
            return offset == null
                    ? null
                    : new OffsetResponse(new Euro(offset.centsPerQuarter()), Origin.of(offset.source()));
        }
    }

    /** The RHO's part: a percentage or euro per ION. */
    @Schema(name = "ShareFact")
    public record ShareResponse(
            String rho,
            @Schema(nullable = true) String percentage,
            @Schema(nullable = true) Euro euroPerIon,
            Origin origin) {

        public static ShareResponse of(Share share) {
            return share == null
                    ? null
                    : new ShareResponse(
                            share.rho(),
                            share.tenThousandths() == null ? null : percent(share.tenThousandths()),
                            share.centsPerIon() == null ? null : new Euro(share.centsPerIon()),
                            Origin.of(share.source()));
        }
    }

    public static FactsResponse of(Facts facts) {
        return new FactsResponse(
                HolderResponse.of(facts.holder()),
                CountResponse.of(facts.count()),
                TariffResponse.of(facts.tariff()),
                InForceResponse.of(facts.inForce()),
                facts.clawbacks().stream().map(ClawbackResponse::of).toList(),
                OffsetResponse.of(facts.offset()),
                ShareResponse.of(facts.share()));
    }

    private static String percent(int tenThousandths) {
        return BigDecimal.valueOf(tenThousandths, 2).stripTrailingZeros().toPlainString();
    }

    /** An amount, with the part of the practice and that of its RHO (D42). */
    public record AmountsResponse(Euro total, Euro practice, Euro rho) {

        public static AmountsResponse of(Amounts amounts) {
            return new AmountsResponse(
                    new Euro(amounts.totalCents()), new Euro(amounts.practiceCents()), new Euro(amounts.rhoCents()));
        }
    }
}
