package nl.mtvp.payment.payout.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.money.Euro;
import nl.mtvp.payment.approval.domain.Withdrawal;
import nl.mtvp.payment.payout.PayoutUseCases.Line;
import nl.mtvp.payment.payout.PayoutUseCases.Summary;
import nl.mtvp.payment.payout.domain.Held;
import nl.mtvp.payment.payout.domain.Payout.Booked;
import nl.mtvp.payment.payout.domain.Payout.PayoutFile;
import nl.mtvp.payment.payout.domain.Payout.PayoutReturn;
import nl.mtvp.payment.payout.domain.Payout.PayoutState;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A payout: what it transfers, what is held, who made and approved it, and its file. */
@Schema(name = "Payout")
public record PayoutResponse(
        UUID id,
        Uzovi uzovi,
        PayoutState state,
        @Schema(description = "What the bank knows it by", examples = "MTVP-3332-12") String reference,
        @Schema(
                        description =
                                "What banks show beside each transfer, and statements tell: insurer, quarter of the"
                                        + " last run, reference",
                        examples = "MTVP 3332 2023-Q3 MTVP-3332-12")
                String remittance,
        @Schema(description = "The number of the last posting whose entries it counted") Long basisPostingNumber,
        @Schema(description = "The runs that were posted since the payout before, by their ids") List<UUID> runIds,
        Long transfers,
        Euro total,
        Long held,
        Euro heldTotal,
        UUID debtorAccountId,
        String madeBy,
        Instant madeAt,
        @Schema(nullable = true) String approvedBy,
        @Schema(nullable = true) Instant approvedAt,
        @Schema(nullable = true) UUID postingId,
        @Schema(
                        nullable = true,
                        description = "The day on which the bank is asked to transfer; null until it is booked")
                LocalDate executionOn,
        @Schema(nullable = true) FileResponse file,
        List<ReturnResponse> returns,
        @Schema(nullable = true) String withdrawnBy,
        @Schema(nullable = true) Instant withdrawnAt,
        @Schema(nullable = true) String withdrawalReason) {

    /** The file that goes to the bank. */
    @Schema(name = "PayoutFile")
    public record FileResponse(String sha256, Long bytes) {

        static FileResponse of(PayoutFile file) {
            return file == null ? null : new FileResponse(file.digest(), file.size());
        }
    }

    /** A transfer that came back. */
    @Schema(name = "PayoutReturn")
    public record ReturnResponse(Long number, LocalDate returnedOn, String reason, UUID postingId) {

        static ReturnResponse of(PayoutReturn returned) {
            return new ReturnResponse(
                    returned.number(), returned.returnedOn(), returned.reason(), returned.postingId());
        }
    }

    static PayoutResponse of(Summary summary) {
        var payout = summary.payout();
        return new PayoutResponse(
                payout.id(),
                payout.uzovi(),
                payout.state(),
                payout.reference(),
                payout.remittance(),
                payout.basis(),
                summary.runs(),
                summary.totals().transfers(),
                summary.totals().transferred(),
                summary.totals().held(),
                summary.totals().heldBack(),
                payout.debtorAccountId(),
                payout.made().by(),
                payout.made().at(),
                payout.booked().map(booked -> booked.approved().by()).orElse(null),
                payout.booked().map(booked -> booked.approved().at()).orElse(null),
                payout.booked().map(Booked::postingId).orElse(null),
                payout.booked().map(Booked::executionOn).orElse(null),
                FileResponse.of(summary.file()),
                summary.returns().stream().map(ReturnResponse::of).toList(),
                payout.withdrawn()
                        .map(withdrawal -> withdrawal.withdrawn().by())
                        .orElse(null),
                payout.withdrawn()
                        .map(withdrawal -> withdrawal.withdrawn().at())
                        .orElse(null),
                payout.withdrawn().map(Withdrawal::reason).orElse(null));
    }

    /** What a creditor is owed: a transfer, or held with a reason. */
    @Schema(name = "PayoutLine")
    public record PayoutLineResponse(
            Long number,
            @Schema(nullable = true) Agb agb,
            @Schema(nullable = true) String rho,
            Euro amount,
            @Schema(nullable = true) UUID bankAccountId,
            @Schema(nullable = true, examples = "MTVP-3332-12-42") String endToEndId,
            @Schema(nullable = true) Held held) {

        static PayoutLineResponse of(Line row) {
            var line = row.line();
            return new PayoutLineResponse(
                    line.number(),
                    line.creditor().agb(),
                    line.creditor().rho(),
                    new Euro(line.cents()),
                    line.accountId(),
                    line.isTransfer() ? row.payout().endToEndId(line.number()) : null,
                    line.held());
        }
    }
}
