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
        @Schema(nullable = true) UUID offerId,
        Origin.OriginKind origin,
        ContractState state,
        Uzovi uzovi,
        Agb agb,
        Agb holder,
        Kvk kvk,
        String rho,
        String region,
        @Schema(examples = "2023-04-01") LocalDate startsOn,
        Instant acceptedAt,
        @Schema(nullable = true) LocalDate stoppedFrom,
        @Schema(nullable = true) UUID stopId,
        @Schema(nullable = true) LocalDate endedFrom,
        @Schema(nullable = true) UUID endId,
        @Schema(nullable = true) Instant annulledAt,
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
