package nl.mtvp.contract.succession.domain;

import java.time.LocalDate;
import java.util.UUID;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;

/**
 * What the feed tells of a contract that another AGB continues (D35).
 *
 * @param from the first day on which the new AGB's counts pay
 */
public record ContractSucceeded(
        UUID contractId, Uzovi uzovi, UUID successionId, Agb oldAgb, Agb newAgb, LocalDate from) {

    public static final String TYPE = "nl.mtvp.contract-succeeded.v1";
}
