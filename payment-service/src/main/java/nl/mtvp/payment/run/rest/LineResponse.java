package nl.mtvp.payment.run.rest;

import java.util.List;
import java.util.UUID;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.money.Euro;
import nl.mtvp.payment.entitlement.domain.Cause;
import nl.mtvp.payment.entitlement.domain.Component;
import nl.mtvp.payment.entitlement.domain.ZeroReason;
import nl.mtvp.payment.entitlement.rest.AmountsResponse;
import nl.mtvp.payment.entitlement.rest.FactsResponse;
import nl.mtvp.payment.run.domain.PaymentLine;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.threeten.extra.YearQuarter;

/** What a run books for a contract and quarter: parts with their causes, or the reason for none (D44, D45). */
public record LineResponse(
        UUID id,
        UUID contractId,
        Agb agb,
        YearQuarter quarter,
        @Schema(description = "What is due in all, from the inputs") AmountsResponse due,
        List<PartResponse> parts,
        @Schema(nullable = true) ZeroReason zeroReason,
        FactsResponse inputs,
        @Schema(nullable = true, description = "The inputs of the line posted before, which corrections start from")
                FactsResponse previousInputs) {

    /** Cents of one cause and component, as an amount in euro. */
    @Schema(name = "LinePart")
    public record PartResponse(Cause cause, Component component, Euro amount) {}

    static LineResponse of(PaymentLine line) {
        return new LineResponse(
                line.id(),
                line.contractId(),
                line.agb(),
                line.facts().quarter(),
                AmountsResponse.of(line.due()),
                line.parts().stream()
                        .map(part -> new PartResponse(part.cause(), part.component(), new Euro(part.cents())))
                        .toList(),
                line.zeroReason(),
                FactsResponse.of(line.facts()),
                line.previous() == null ? null : FactsResponse.of(line.previous()));
    }
}
