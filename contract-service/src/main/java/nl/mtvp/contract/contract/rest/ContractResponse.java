package nl.mtvp.contract.contract.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.mtvp.contract.contract.domain.Contract;
import nl.mtvp.contract.contract.domain.ContractState;
import nl.mtvp.contract.contract.domain.Course.Annulled;
import nl.mtvp.contract.contract.domain.Course.EndOnRecord;
import nl.mtvp.contract.contract.domain.Course.StopInForce;
import nl.mtvp.contract.contract.domain.Origin;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Kvk;
import nl.mtvp.kernel.identity.Uzovi;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A contract as it is shown. */
@Schema(name = "Contract")
public record ContractResponse(
        UUID id,
        @Schema(nullable = true, description = "The offer that was accepted, by its id; null where none was")
                UUID offerId,
        Origin.OriginKind origin,
        ContractState state,
        Uzovi uzovi,
        @Schema(description = "The practice that it was made with") Agb agb,
        @Schema(description = "The practice that holds it today: another AGB than agb after a succession (D35)")
                Agb holder,
        Kvk kvk,
        String rho,
        String region,
        @Schema(examples = "2023-04-01", description = "From this day on the practice is entitled (D28)")
                LocalDate startsOn,
        Instant acceptedAt,
        @Schema(
                        nullable = true,
                        description =
                                "The first day on which it is not in force because it was stopped (D34); null unless it was")
                LocalDate stoppedFrom,
        @Schema(nullable = true) UUID stopId,
        @Schema(
                        nullable = true,
                        description =
                                "The first day on which it is not in force because it ends otherwise (D35); null unless it does")
                LocalDate endedFrom,
        @Schema(nullable = true) UUID endId,
        @Schema(nullable = true, description = "When both parties undid it (D28); null unless they did")
                Instant annulledAt,
        UUID regioplanVersionId,
        String regioplanContentHash,
        String tariffSeries,
        String textVersion) {

    public static ContractResponse of(Contract contract, LocalDate today) {
        var course = contract.course();
        return new ContractResponse(
                contract.id(),
                contract.origin().kind() == Origin.OriginKind.OFFER
                        ? contract.origin().id()
                        : null,
                contract.origin().kind(),
                contract.state(today),
                contract.uzovi(),
                contract.agb(),
                contract.holder(today),
                contract.kvk(),
                contract.basis().rho(),
                contract.basis().region(),
                contract.startsOn(),
                contract.acceptedAt(),
                course.stop().map(StopInForce::stoppedFrom).orElse(null),
                course.stop().map(StopInForce::stopId).orElse(null),
                course.end().map(EndOnRecord::endedFrom).orElse(null),
                course.end().map(EndOnRecord::endId).orElse(null),
                course.annulment().map(Annulled::at).orElse(null),
                contract.basis().regioplanVersionId(),
                contract.basis().regioplanContentHash(),
                contract.tariffSeries(),
                contract.textVersion());
    }
}
