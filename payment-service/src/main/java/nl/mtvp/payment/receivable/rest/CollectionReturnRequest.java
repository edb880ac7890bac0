package nl.mtvp.payment.receivable.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.InvalidInput;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.money.Euro;
import nl.mtvp.kernel.rest.Foreseen;
import nl.mtvp.kernel.rest.OneLine;
import nl.mtvp.payment.ledger.domain.Creditor;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What to take back from collection: of a practice or of an RHO. */
public record CollectionReturnRequest(
        @NotNull Uzovi uzovi,
        Agb agb,
        @Pattern(regexp = "[^:|]{1,100}", message = "an RHO is named without : and |") @OneLine String rho,
        @NotNull @Schema(description = "More than zero, and no more than is in collection") Euro amount,
        @NotBlank @Size(max = 2_000) String reason)
        implements Foreseen {

    @Override
    public List<Fault> foreseen(Instant now) {
        return faults();
    }

    private List<Fault> faults() {
        var faults = new ArrayList<Fault>();
        if (amount != null && !amount.isPositive()) {
            faults.add(Fault.inBody("/amount", "not-positive", "what comes back is more than 0.00 (D50)"));
        }
        return faults;
    }

    Creditor creditor() {
        var faults = faults();
        if ((agb == null) == (rho == null)) {
            faults.add(Fault.inBody("/agb", "one-creditor", "a creditor is a practice or an RHO: say which (D50)"));
        }
        InvalidInput.ifAny(faults);
        return new Creditor(uzovi, agb, rho);
    }
}
