package nl.mtvp.plan.learning.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.rest.body.Foreseen;
import nl.mtvp.kernel.rest.constraint.OneLine;
import nl.mtvp.kernel.rest.constraint.SchemeTime;
import nl.mtvp.kernel.time.SuiteClock;
import nl.mtvp.plan.learning.domain.Participation;

/** That a practice took part in an intervention of the catalogue. */
public record ParticipationRequest(
        @NotNull Agb agb,
        @NotNull @Size(max = 20) @OneLine String code,
        @NotNull @SchemeTime LocalDate tookPlaceOn,
        @NotNull @Valid Evidence evidence)
        implements Foreseen {

    @Override
    public List<Fault> foreseen(Instant now) {
        return Participation.faults(tookPlaceOn, SuiteClock.day(now));
    }

    /** Where the document that shows it is kept, and its SHA-256 in lower-case hexadecimal. */
    public record Evidence(
            @NotBlank @Size(max = 500) String document,
            @NotNull @Pattern(regexp = "[0-9a-f]{64}", message = "64 digits of lower-case hexadecimal are expected")
                    String sha256) {}

    Participation toDomain(UUID id, Instant now) {
        return new Participation(id, agb, code, tookPlaceOn, evidence.document(), evidence.sha256(), now, null, null);
    }
}
