package nl.mtvp.contract.contract.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Kvk;
import nl.mtvp.kernel.identity.Uzovi;

/**
 * What the feed tells of a contract that came about.
 *
 * @param offerId null where no offer was accepted
 */
public record ContractAccepted(
        UUID contractId,
        UUID offerId,
        Origin.OriginKind origin,
        Uzovi uzovi,
        Agb agb,
        Kvk kvk,
        String rho,
        String region,
        LocalDate startsOn,
        Instant acceptedAt,
        UUID regioplanVersionId,
        String regioplanContentHash,
        String certificateDigest) {

    public static final String TYPE = "nl.mtvp.contract-accepted.v1";
    /** The same told of a contract by which an insurer follows a preferent one (D30). */
    public static final String FOLLOWED = "nl.mtvp.contract-followed.v1";

    public static ContractAccepted of(Contract contract, Certificate certificate) {
        return new ContractAccepted(
                contract.id(),
                contract.origin().kind() == Origin.OriginKind.OFFER
                        ? contract.origin().id()
                        : null,
                contract.origin().kind(),
                contract.uzovi(),
                contract.agb(),
                contract.kvk(),
                contract.basis().rho(),
                contract.basis().region(),
                contract.startsOn(),
                contract.acceptedAt(),
                contract.basis().regioplanVersionId(),
                contract.basis().regioplanContentHash(),
                certificate.digest());
    }
}
