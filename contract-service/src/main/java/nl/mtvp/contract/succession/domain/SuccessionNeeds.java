package nl.mtvp.contract.succession.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.mtvp.contract.contract.domain.Contract;
import nl.mtvp.contract.contract.domain.ContractLife;
import nl.mtvp.contract.party.domain.Practice;
import nl.mtvp.kernel.failure.Fault;

/**
 * What must be there before a practice can continue a contract (D35).
 *
 * @param successor the practice of the new AGB, if it is registered
 * @param merged the contracts that are to end, as far as they are there for who asks
 */
public record SuccessionNeeds(Contract contract, Optional<Practice> successor, List<Contract> merged) {

    /** @throws SuccessionRefused naming everything that is in the way */
    public void require(Succession succession) {
        SuccessionRefused.ifAny(obstacles(succession));
    }

    private List<Fault> obstacles(Succession succession) {
        var obstacles = new ArrayList<Fault>();
        var from = succession.from();
        if (!ContractLife.canBeTakenOver(contract.course(), contract.startsOn(), from)) {
            obstacles.add(notInForce(contract, from));
        }
        if (!contract.holder(from.minusDays(1)).equals(succession.oldAgb())) {
            obstacles.add(Fault.inState(
                    "contract " + contract.id(), "went-over", "another practice holds the contract by now (D35)"));
        }
        var subject = "practice " + succession.newAgb();
        if (successor.isEmpty()) {
            obstacles.add(Fault.inState(subject, "practice-unknown", "the practice is not registered here (D22)"));
        } else if (!successor.get().enterprise().kvk().equals(contract.kvk())) {
            obstacles.add(Fault.inState(
                    subject,
                    "other-enterprise",
                    "the contract is with the enterprise " + contract.kvk() + "; its new AGB belongs to it too (D35)"));
        }
        if (merged.size() < succession.merged().size()) {
            obstacles.add(
                    Fault.inState("merger", "contract-not-found", "a contract of the merger is not there for you"));
        }
        merged.stream().flatMap(other -> obstacle(other, from).stream()).forEach(obstacles::add);
        return obstacles;
    }

    private Optional<Fault> obstacle(Contract other, LocalDate from) {
        if (!other.uzovi().equals(contract.uzovi())) {
            return Optional.of(Fault.inState(
                    "contract " + other.id(), "other-insurer", "a merger ends contracts of the same insurer (D35)"));
        }
        return ContractLife.canBeMerged(other.course(), other.startsOn(), from)
                ? Optional.empty()
                : Optional.of(notInForce(other, from));
    }

    private static Fault notInForce(Contract contract, LocalDate from) {
        return Fault.inState(
                "contract " + contract.id(),
                "not-in-force",
                "the contract is not in force on " + from + ", ends, or went over on a later day (D35)");
    }
}
