package nl.mtvp.payment.massmove.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.time.Quarters;
import nl.mtvp.payment.massmove.domain.FlaggedMove;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A practice whose ION changed by more than 25 % and more than 50 between two peildata. */
public record MassMoveResponse(
        UUID id,
        Uzovi uzovi,
        Agb agb,
        LocalDate peildatum,
        @Schema(description = "The nearest earlier peildatum with a delivery") LocalDate comparedWith,
        Long ionBefore,
        Long ionAfter,
        Instant knownFrom,
        @Schema(nullable = true, description = "When newer deliveries said otherwise; null while it stands")
                Instant knownUntil,
        @Schema(nullable = true, description = "Null while nobody looked at it") Acknowledgement acknowledgement) {

    /** Who looked at it, and what they found. */
    public record Acknowledgement(String reason, String acknowledgedBy, Instant acknowledgedAt) {}

    static MassMoveResponse of(FlaggedMove move) {
        return new MassMoveResponse(
                move.id(),
                move.uzovi(),
                move.agb(),
                Quarters.peildatum(move.quarter()),
                Quarters.peildatum(move.comparedWith()),
                move.ionBefore(),
                move.ionAfter(),
                move.knownFrom(),
                move.knownUntil(),
                move.acknowledgedBy() == null
                        ? null
                        : new Acknowledgement(move.reason(), move.acknowledgedBy(), move.acknowledgedAt()));
    }
}
