package nl.mtvp.contract.succession.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.mtvp.contract.succession.SuccessionUseCases.Wanted;
import nl.mtvp.contract.succession.domain.Succession;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.rest.Foreseen;
import nl.mtvp.kernel.rest.SchemeTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A contract is to be continued by a practice with a new AGB. */
public record SuccessionRequest(
        @NotNull @Schema(description = "The new AGB, of the same enterprise") Agb newAgb,
        @NotNull
                @Schema(
                        examples = "2023-10-01",
                        description = "The first day of a quarter; up to it the old AGB's counts pay")
                @SchemeTime
                LocalDate succeedsFrom,
        @NotBlank @Size(max = 4_000) @Schema(examples = "the practice became a gezondheidscentrum") String grounds,
        @Size(max = 50)
                @Schema(
                        nullable = true,
                        description =
                                "In a merger: the insurer's contracts of the other practices, which end on that day")
                List<@NotNull UUID> mergedContractIds)
        implements Foreseen {

    @Override
    public List<Fault> foreseen(Instant now) {
        return Succession.faultsOfDay(succeedsFrom);
    }

    Wanted toDomain() {
        return new Wanted(newAgb, succeedsFrom, mergedContractIds == null ? List.of() : mergedContractIds, grounds);
    }
}
