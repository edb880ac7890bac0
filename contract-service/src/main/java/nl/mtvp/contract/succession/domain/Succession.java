package nl.mtvp.contract.succession.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.contract.contract.domain.Present;
import nl.mtvp.contract.contract.domain.Side;
import nl.mtvp.contract.contract.domain.Signature;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.InvalidInput;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.time.Quarters;

/**
 * That a practice with a new AGB code continues a contract (D35). Choice: either side proposes it, and another person of
 * the insurer confirms it.
 *
 * @param from the first day on which the new AGB holds the contract: the first of a quarter
 * @param merged the insurer's contracts that end on that day, since their practices merge into the new AGB
 */
public record Succession(
        UUID id,
        UUID contractId,
        Agb oldAgb,
        Agb newAgb,
        LocalDate from,
        List<UUID> merged,
        String grounds,
        Side proposedFor,
        Signature proposed,
        Optional<Signature> confirmed) {

    public Succession {
        Present.all(id, contractId, oldAgb, newAgb, grounds, proposedFor, proposed);
        merged = List.copyOf(merged);
    }

    /** @throws InvalidInput naming everything about it that no change in the world could mend */
    public void require(LocalDate startsOn) {
        InvalidInput.ifAny(faults(startsOn));
    }

    /** What is wrong with the day whichever contract goes over. */
    public static List<Fault> faultsOfDay(LocalDate from) {
        return from == null || Quarters.isPeildatum(from)
                ? List.of()
                : List.of(Fault.inBody(
                        "/succeedsFrom",
                        "no-first-day-of-a-quarter",
                        "a contract goes over on the first day of a quarter, like 2023-10-01 (D35)"));
    }

    private List<Fault> faults(LocalDate startsOn) {
        var faults = new ArrayList<>(faultsOfDay(from));
        if (!from.isAfter(startsOn)) {
            faults.add(Fault.inBody(
                    "/succeedsFrom", "not-after-the-start", "the contract starts on " + startsOn + " (D35)"));
        }
        if (newAgb.equals(oldAgb)) {
            faults.add(Fault.inBody("/newAgb", "the-same", "the contract is held by this AGB already (D35)"));
        }
        if (merged.contains(contractId)) {
            faults.add(Fault.inBody(
                    "/mergedContractIds", "the-same", "the contract that goes on does not end in the merger (D35)"));
        }
        return faults;
    }

    public SuccessionState state() {
        return confirmed.isPresent() ? SuccessionState.CONFIRMED : SuccessionState.PROPOSED;
    }

    /**
     * @throws SuccessionRefused if it was confirmed before
     * @throws SuccessionRefused if it is their own
     */
    public Succession confirmedBy(Signature by) {
        if (confirmed.isPresent()) {
            throw SuccessionRefused.confirmedAlready();
        }
        if (by.subject().equals(proposed.subject())) {
            throw SuccessionRefused.ownSuccession();
        }
        return new Succession(
                id, contractId, oldAgb, newAgb, from, merged, grounds, proposedFor, proposed, Optional.of(by));
    }
}
