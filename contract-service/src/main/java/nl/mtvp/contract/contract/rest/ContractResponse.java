package nl.mtvp.contract.contract.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.mtvp.contract.contract.domain.Contract;
import nl.mtvp.contract.contract.domain.Contract.EndOnRecord;
import nl.mtvp.contract.contract.domain.Contract.StopInForce;
import nl.mtvp.contract.contract.domain.ContractState;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Kvk;
import nl.mtvp.kernel.identity.Uzovi;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A contract as it is shown. */
@Schema(name = "Contract")
public record ContractResponse(
        UUID id,
        UUID offerId,
        ContractState state,
        Uzovi uzovi,
        Agb agb,
        Kvk kvk,
        String rho,
        String region,
        @Schema(example = "2023-04-01", description = "From this day on the practice is entitled (D28)")
                LocalDate startsOn,
        Instant acceptedAt,
        @Schema(nullable = true, description = "The first day on which it is not in force, when it was stopped (D34)")
                LocalDate stoppedFrom,
        @Schema(nullable = true) UUID stopId,
        @Schema(
                        nullable = true,
                        description = "The first day on which it is not in force, when it ends otherwise (D35)")
                LocalDate endedFrom,
        @Schema(nullable = true) UUID endId,
        UUID regioplanVersionId,
        String regioplanContentHash,
        String tariffSeries,
        String textVersion) {

    public static ContractResponse of(Contract contract, LocalDate today) {
        return new ContractResponse(
                contract.id(),
                contract.offerId(),
                contract.state(today),
                contract.uzovi(),
                contract.agb(),
                contract.kvk(),
                contract.rho(),
                contract.region(),
                contract.startsOn(),
                contract.acceptedAt(),
                contract.stop().map(StopInForce::stoppedFrom).orElse(null),
                contract.stop().map(StopInForce::stopId).orElse(null),
                contract.end().map(EndOnRecord::endedFrom).orElse(null),
                contract.end().map(EndOnRecord::endId).orElse(null),
                contract.regioplanVersionId(),
                contract.regioplanContentHash(),
                contract.tariffSeries(),
                contract.textVersion());
    }
}
