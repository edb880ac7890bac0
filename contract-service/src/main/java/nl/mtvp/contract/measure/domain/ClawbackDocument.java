package nl.mtvp.contract.measure.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.mtvp.contract.contract.domain.Contract;

/**
 * What the decision on a clawback freezes (D34): its terms, the days that it covers by the contract as it stands, and
 * what it takes in euros. Its canonical JSON is hashed. Its property names are part of the evidence.
 */
public record ClawbackDocument(
        UUID clawbackId,
        UUID contractId,
        LocalDate clawedBackFrom,
        LocalDate clawedBackUntil,
        String percentage,
        List<Coverage> coverage,
        Takings takes) {

    public static ClawbackDocument of(UUID clawbackId, Contract contract, Terms.Clawback terms, Takings takes) {
        return new ClawbackDocument(
                clawbackId,
                contract.id(),
                terms.clawedBackFrom(),
                terms.clawedBackUntil(),
                terms.percentage().toString(),
                Coverage.of(contract.startsOn(), contract.course().inForceUntil(), terms),
                takes);
    }
}
