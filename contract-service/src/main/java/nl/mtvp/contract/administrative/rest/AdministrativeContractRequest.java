package nl.mtvp.contract.administrative.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.mtvp.contract.administrative.domain.Agreement;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.rest.Foreseen;
import nl.mtvp.kernel.rest.OneLine;
import nl.mtvp.kernel.rest.SchemeTime;
import nl.mtvp.kernel.time.SuiteClock;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An earlier agreement to be recorded. */
public record AdministrativeContractRequest(
        @NotNull Uzovi uzovi,
        @NotNull Agb agb,
        @NotNull
                @Schema(examples = "2023-04-01", description = "The intended start: the first day of a quarter (D28)")
                @SchemeTime
                LocalDate startsOn,
        @NotNull @Schema(examples = "2023-03-15", description = "When it was agreed; not after today") @SchemeTime
                LocalDate agreedOn,
        @NotBlank @Size(max = 200) @OneLine @Schema(examples = "contract 2023/0815") String reference,
        @NotBlank @Size(max = 4_000) @Schema(examples = "signed on paper before the portal opened") String grounds,
        @NotBlank @Size(max = 100) @OneLine @Schema(examples = "MTVP-2023") String tariffSeries,
        @NotBlank @Size(max = 100) @OneLine @Schema(examples = "2023-1") String textVersion)
        implements Foreseen {

    @Override
    public List<Fault> foreseen(Instant now) {
        return Agreement.faults(startsOn, agreedOn, SuiteClock.day(now));
    }

    Agreement toDomain() {
        return new Agreement(uzovi, agb, startsOn, agreedOn, reference, grounds, tariffSeries, textVersion);
    }
}
