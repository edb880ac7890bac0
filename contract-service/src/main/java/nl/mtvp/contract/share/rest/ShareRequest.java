package nl.mtvp.contract.share.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.mtvp.contract.measure.domain.Percentage;
import nl.mtvp.contract.measure.rest.ClawbackRequest;
import nl.mtvp.contract.share.domain.Part;
import nl.mtvp.contract.share.domain.RhoShare;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.InvalidInput;
import nl.mtvp.kernel.money.Euro;
import nl.mtvp.kernel.rest.Foreseen;
import nl.mtvp.kernel.rest.SchemeTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A share to be recorded: a percentage or an amount per ION, one of the two. */
public record ShareRequest(
        @Pattern(regexp = ClawbackRequest.PERCENTAGE, message = Percentage.RULE)
                @Schema(nullable = true, examples = "12.5", description = "Of what is due; at most two decimals")
                String percentage,
        @Schema(nullable = true, examples = "0.36", description = "Per ION and quarter") Euro amountPerIon,
        @NotNull
                @Schema(examples = "2023-07-01", description = "A quarter's first day, from the contract's start on")
                @SchemeTime
                LocalDate shareFrom,
        @Schema(nullable = true, description = "Exclusive; a quarter's first day") @SchemeTime LocalDate shareUntil,
        @NotBlank @Size(max = 4_000) @Schema(description = "How it benefits the practice") String benefit,
        @Schema(required = true, description = "The practice's consent, affirmed by its signatory") Boolean consents)
        implements Foreseen {

    /** As much as a tariff is at most. */
    private static final Euro PER_ION_MAX = Euro.of("10000.00");

    @Override
    public List<Fault> foreseen(Instant now) {
        return faults();
    }

    /** Of the two ways to state it nothing is said: what could not be read is as absent as what was not sent. */
    private List<Fault> faults() {
        var faults = new ArrayList<>(RhoShare.faults(shareFrom, shareUntil));
        if (!Boolean.TRUE.equals(consents)) {
            faults.add(Fault.inBody(
                    "/consents", "consent-needed", "no share goes to the RHO without the practice's consent (D49)"));
        }
        if (amountPerIon != null && !amountPerIon.isPositive()) {
            faults.add(Fault.inBody("/amountPerIon", "not-positive", "a share is more than nothing (D49)"));
        }
        if (amountPerIon != null && amountPerIon.compareTo(PER_ION_MAX) > 0) {
            faults.add(Fault.inBody("/amountPerIon", "too-much", "a share is " + PER_ION_MAX + " at most (D37, D49)"));
        }
        return faults;
    }

    /** @throws InvalidInput naming everything that is wrong */
    Part consentedPart() {
        var faults = faults();
        if ((percentage == null) == (amountPerIon == null)) {
            faults.add(Fault.inBody(
                    "/percentage", "one-of-two", "a share is a percentage or an amount per ION, one of the two (D49)"));
        }
        InvalidInput.ifAny(faults);
        return new Part(
                Optional.ofNullable(percentage).map(text -> new Percentage(new BigDecimal(text))),
                Optional.ofNullable(amountPerIon));
    }

    /** The end of a share, earlier than was agreed. */
    public record ShareEndRequest(
            @NotNull
                    @Schema(
                            examples = "2024-01-01",
                            description = "A quarter's first day; it is not shared from then on")
                    @SchemeTime
                    LocalDate shareUntil,
            @NotBlank @Size(max = 4_000) String reason)
            implements Foreseen {

        @Override
        public List<Fault> foreseen(Instant now) {
            return RhoShare.faults(null, shareUntil);
        }
    }
}
