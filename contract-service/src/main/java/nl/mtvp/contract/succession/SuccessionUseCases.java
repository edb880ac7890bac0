package nl.mtvp.contract.succession;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.mtvp.contract.contract.Signatures;
import nl.mtvp.contract.contract.db.ContractRepository;
import nl.mtvp.contract.contract.domain.Contract;
import nl.mtvp.contract.contract.domain.ContractRefused;
import nl.mtvp.contract.contract.domain.ContractStep;
import nl.mtvp.contract.contract.domain.Side;
import nl.mtvp.contract.ending.EndingUseCases;
import nl.mtvp.contract.party.db.PracticeRepository;
import nl.mtvp.contract.succession.db.SuccessionRepository;
import nl.mtvp.contract.succession.domain.ContractSucceeded;
import nl.mtvp.contract.succession.domain.Succession;
import nl.mtvp.contract.succession.domain.SuccessionNeeds;
import nl.mtvp.contract.succession.domain.SuccessionRefused;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.db.Ids;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.failure.InvalidInput;
import nl.mtvp.kernel.failure.NotFound;
import nl.mtvp.kernel.feed.Events;
import nl.mtvp.kernel.feed.NewEvent;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.time.SuiteClock;

/** Lets a practice with a new AGB code continue its contract, and ends the others of a merger (D35). */
@ApplicationScoped
public class SuccessionUseCases {

    private final SuccessionRepository successions;
    private final ContractRepository contracts;
    private final PracticeRepository practices;
    private final EndingUseCases endings;
    private final Events events;
    private final Clock clock;

    SuccessionUseCases(
            SuccessionRepository successions,
            ContractRepository contracts,
            PracticeRepository practices,
            EndingUseCases endings,
            Events events,
            Clock clock) {
        this.successions = successions;
        this.contracts = contracts;
        this.practices = practices;
        this.endings = endings;
        this.events = events;
        this.clock = clock;
    }

    /** What is wanted. */
    public record Wanted(Agb newAgb, LocalDate from, List<UUID> merged, String grounds) {}

    /**
     * @throws InvalidInput if the contract can never be continued so
     * @throws SuccessionRefused if something is in the way
     */
    @Transactional
    public Succession propose(UUID contractId, Side side, Wanted wanted, Visibility visibility, Actor actor) {
        var contract = contracts.locked(contractId, visibility).orElseThrow(() -> ContractRefused.notFound(contractId));
        var now = clock.instant();
        contract.require(ContractStep.SUCCEED, SuiteClock.day(now), ContractRefused::isAnnulled);
        var succession = new Succession(
                Ids.at(now),
                contractId,
                contract.holder(wanted.from().minusDays(1)),
                wanted.newAgb(),
                wanted.from(),
                wanted.merged().stream().distinct().sorted().toList(),
                wanted.grounds(),
                side,
                Signatures.of(actor, now),
                Optional.empty());
        succession.require(contract.startsOn());
        needs(contract, succession, contracts.withIds(succession.merged(), visibility))
                .require(succession);
        successions.add(succession);
        return succession;
    }

    /**
     * Lets the contract go over, and ends the others of a merger.
     *
     * @throws SuccessionRefused if who confirms is who proposed
     * @throws SuccessionRefused if it was confirmed before
     * @throws SuccessionRefused if something is in the way
     * @throws ContractRefused if the new AGB has a contract with the insurer on some of the same days (D29)
     */
    @Transactional
    public Succession confirm(UUID contractId, UUID id, Visibility visibility, Actor actor) {
        var contract = contracts.locked(contractId, visibility).orElseThrow(() -> ContractRefused.notFound(contractId));
        var now = clock.instant();
        contract.require(ContractStep.SUCCEED, SuiteClock.day(now), ContractRefused::isAnnulled);
        var confirmed = found(contractId, id).confirmedBy(Signatures.of(actor, now));
        var merged = contracts.locked(confirmed.merged(), visibility);
        needs(contract, confirmed, merged).require(confirmed);
        endings.merge(merged, confirmed.from(), confirmed.grounds(), actor);
        successions.addConfirmation(confirmed);
        contracts.succeed(contractId, id);
        var told = new ContractSucceeded(
                contractId, contract.uzovi(), id, confirmed.oldAgb(), confirmed.newAgb(), confirmed.from());
        events.publish(new NewEvent(ContractSucceeded.TYPE, contractId.toString(), told), now);
        return confirmed;
    }

    /** @throws NotFound if the contract has no such succession */
    @Transactional
    public Succession withId(UUID contractId, UUID id, Visibility visibility) {
        contracts.find(contractId, visibility).orElseThrow(() -> ContractRefused.notFound(contractId));
        return found(contractId, id);
    }

    /** The successions of a contract, in the order in which they were proposed. */
    @Transactional
    public Page<Succession> ofContract(UUID contractId, Visibility visibility, PageRequest asked) {
        contracts.find(contractId, visibility).orElseThrow(() -> ContractRefused.notFound(contractId));
        return successions.listOfContract(contractId, asked);
    }

    private Succession found(UUID contractId, UUID id) {
        return successions.find(contractId, id).orElseThrow(() -> SuccessionRefused.notFound(id));
    }

    private SuccessionNeeds needs(Contract contract, Succession succession, List<Contract> merged) {
        var successor = Optional.ofNullable(
                practices.withCodes(Set.of(succession.newAgb())).get(succession.newAgb()));
        return new SuccessionNeeds(contract, successor, merged);
    }
}
