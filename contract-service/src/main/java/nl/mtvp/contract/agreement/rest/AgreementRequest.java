package nl.mtvp.contract.agreement.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Optional;
import nl.mtvp.contract.agreement.AgreementUseCases.Correction;
import nl.mtvp.contract.agreement.domain.ArrangementKind;
import nl.mtvp.contract.party.domain.Period;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.InvalidInput;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.money.Euro;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An existing agreement to be registered. */
public record AgreementRequest(
        @NotNull Uzovi uzovi,
        @NotNull Agb agb,
        @NotBlank @Size(max = 200) @Schema(examples = "Pilot meer tijd 2022") String name,
        @NotNull LocalDate validFrom,
        @Schema(nullable = true) LocalDate validUntil,
        @NotNull @Schema(examples = "5000.00", description = "What it pays per quarter; more than nothing")
                Euro amountPerQuarter) {

    Period valid() {
        return Period.of(validFrom, Optional.ofNullable(validUntil));
    }

    Euro amount() {
        return positive(amountPerQuarter);
    }

    private static Euro positive(Euro amount) {
        if (!amount.isPositive()) {
            throw new InvalidInput(Fault.inBody(
                    "/amountPerQuarter", "not-positive", "an agreement that pays nothing is no double funding (D32)"));
        }
        return amount;
    }

    /** What is to become of an agreement. */
    public record ArrangementRequest(
            @NotNull ArrangementKind kind,
            @Size(min = 1, max = 4_000) @Schema(nullable = true, description = "Needed for NONE") String reason) {}

    /** What it should have said. The parties stay: an agreement of others is another agreement. */
    public record CorrectionRequest(
            @NotBlank @Size(max = 200) @Schema(examples = "Pilot meer tijd 2022") String name,
            @NotNull LocalDate validFrom,
            @Schema(nullable = true) LocalDate validUntil,
            @NotNull @Schema(examples = "4000.00") Euro amountPerQuarter,
            @NotBlank @Size(max = 4_000) String reason) {

        Correction toDomain() {
            return new Correction(
                    name, Period.of(validFrom, Optional.ofNullable(validUntil)), positive(amountPerQuarter), reason);
        }
    }

    /** Why it was registered wrongly. */
    public record AgreementWithdrawalRequest(@NotBlank @Size(max = 4_000) String reason) {}

    /** The end of an offset, earlier than was agreed. */
    public record OffsetEndRequest(
            @NotNull @Schema(examples = "2024-01-01", description = "The first day on which it is not deducted")
                    LocalDate offsetUntil,
            @NotBlank @Size(max = 4_000) String reason) {}
}
