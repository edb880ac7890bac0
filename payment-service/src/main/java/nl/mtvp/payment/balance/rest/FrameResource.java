package nl.mtvp.payment.balance.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import nl.mtvp.kernel.access.Caller;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.money.Euro;
import nl.mtvp.kernel.rest.description.Answers;
import nl.mtvp.payment.balance.BalanceUseCases;
import nl.mtvp.payment.entitlement.domain.Amounts;
import nl.mtvp.payment.frame.domain.Frame;
import nl.mtvp.payment.frame.domain.Frame.FrameQuery;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.threeten.extra.YearQuarter;

/** The national macro frame over HTTP (D55). */
@Path("/frames")
@Tag(name = "Frames", description = "A year's payments beside the national macro frame; informative (D55)")
public class FrameResource {

    private final BalanceUseCases frames;
    private final Caller caller;

    FrameResource(BalanceUseCases frames, Caller caller) {
        this.frames = frames;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER, Roles.AUDITOR, Roles.NATIONAL_DESK})
    @Operation(
            summary = "Totals per year, quarter, insurer and region, beside the macro frame",
            description = "D54, D55. Roles: national-desk, and auditor of all insurers, see the nation; insurer,"
                    + " insurer-approver and auditor of some insurers see theirs, which are not held against the frame."
                    + " Tariff payments and RHO compensation, as booked by runs; each in the year of the quarter that it"
                    + " is about. In the order of years; one for each that has a frame or payments.")
    @Answers(done = "The years")
    public List<FrameResponse> listFrames(
            @QueryParam("year") @Min(2023) @Max(2100) Integer year,
            @QueryParam("uzovi") Uzovi uzovi,
            @QueryParam("region") String region,
            @QueryParam("knownAt") Instant knownAt) {
        var visibility = caller.has(Roles.NATIONAL_DESK) ? Visibility.EVERYTHING : caller.visibility();
        return frames.frames(new FrameQuery(year, uzovi, region), knownAt, visibility).stream()
                .map(FrameResponse::of)
                .toList();
    }

    /** A year's payments beside the national macro frame (D55). */
    public record FrameResponse(
            Integer year,
            @Schema(nullable = true) Euro frame,
            @Schema(nullable = true) String frameSource,
            @Schema(
                            description =
                                    "Whether the totals are of all insurers and regions, and so can be held against"
                                            + " the frame")
                    Boolean national,
            Totals total,
            @Schema(nullable = true) Euro remaining,
            @Schema(nullable = true, examples = "5.51") String usedPercentage,
            List<QuarterTotals> quarters,
            List<InsurerTotals> insurers,
            List<RegionTotals> regions) {

        /** Tariff payments to practices and compensation of RHOs, and both together. */
        @Schema(name = "FrameTotals")
        public record Totals(Euro tariffPayments, Euro rhoCompensation, Euro total) {

            static Totals of(Amounts amounts) {
                return new Totals(
                        new Euro(amounts.practiceCents()),
                        new Euro(amounts.rhoCents()),
                        new Euro(amounts.totalCents()));
            }
        }

        /** About a quarter. */
        @Schema(name = "FrameQuarter")
        public record QuarterTotals(YearQuarter quarter, Totals totals) {}

        /** Of an insurer. */
        @Schema(name = "FrameInsurer")
        public record InsurerTotals(Uzovi uzovi, Totals totals) {}

        /** In a region. */
        @Schema(name = "FrameRegion")
        public record RegionTotals(String region, Totals totals) {}

        static FrameResponse of(Frame frame) {
            var limit = frame.limit();
            var remaining = frame.remainingCents();
            return new FrameResponse(
                    frame.year(),
                    limit == null ? null : new Euro(limit.cents()),
                    limit == null ? null : limit.source(),
                    frame.national(),
                    Totals.of(frame.total()),
                    remaining == null ? null : new Euro(remaining),
                    remaining == null ? null : percentage(frame.total().totalCents(), limit.cents()),
                    frame.quarters().entrySet().stream()
                            .map(quarter -> new QuarterTotals(quarter.getKey(), Totals.of(quarter.getValue())))
                            .toList(),
                    frame.insurers().entrySet().stream()
                            .map(insurer -> new InsurerTotals(insurer.getKey(), Totals.of(insurer.getValue())))
                            .toList(),
                    frame.regions().entrySet().stream()
                            .map(region -> new RegionTotals(region.getKey(), Totals.of(region.getValue())))
                            .toList());
        }

        private static String percentage(long cents, long ofCents) {
            return BigDecimal.valueOf(cents)
                    .movePointRight(2)
                    .divide(BigDecimal.valueOf(ofCents), 2, RoundingMode.DOWN)
                    .toPlainString();
        }
    }
}
