package nl.mtvp.payment.ion.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.time.Quarters;
import nl.mtvp.payment.ion.domain.Conflict;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Your line of a patient whom another insurer delivered too. */
public record ConflictResponse(
        UUID id,
        Uzovi uzovi,
        LocalDate peildatum,
        @Schema(description = "Your delivery in which the line stands") UUID deliveryId,
        UUID pseudonym,
        Agb agb,
        LocalDate registeredOn,
        Instant foundAt) {

    static ConflictResponse of(Conflict conflict) {
        return new ConflictResponse(
                conflict.id(),
                conflict.uzovi(),
                Quarters.peildatum(conflict.quarter()),
                conflict.deliveryId(),
                conflict.pseudonym(),
                conflict.agb(),
                conflict.registeredOn(),
                conflict.foundAt());
    }
}
