package nl.mtvp.payment.run.domain;

import java.util.List;
import java.util.UUID;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.payment.entitlement.domain.Amounts;
import nl.mtvp.payment.entitlement.domain.Facts;
import nl.mtvp.payment.entitlement.domain.Part;
import nl.mtvp.payment.entitlement.domain.ZeroReason;

/**
 * A line of a run as it is kept (D45).
 *
 * @param previous the facts of the line posted before for this contract and quarter; null for the first
 */
public record PaymentLine(
        UUID id,
        UUID runId,
        Uzovi uzovi,
        Agb agb,
        UUID contractId,
        Facts facts,
        Facts previous,
        Amounts due,
        List<Part> parts,
        ZeroReason zeroReason) {

    public PaymentLine {
        parts = List.copyOf(parts);
    }
}
