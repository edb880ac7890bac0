package nl.mtvp.contract.annulment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.contract.annulment.db.AnnulmentRepository;
import nl.mtvp.contract.annulment.domain.Annulment;
import nl.mtvp.contract.annulment.domain.Annulment.Outcome;
import nl.mtvp.contract.annulment.domain.AnnulmentRefused;
import nl.mtvp.contract.annulment.domain.ContractAnnulled;
import nl.mtvp.contract.contract.Signatures;
import nl.mtvp.contract.contract.db.ContractRepository;
import nl.mtvp.contract.contract.domain.ContractRefused;
import nl.mtvp.contract.contract.domain.ContractStep;
import nl.mtvp.contract.contract.domain.Course.Annulled;
import nl.mtvp.contract.contract.domain.Side;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.db.Ids;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.failure.NotFound;
import nl.mtvp.kernel.feed.Events;
import nl.mtvp.kernel.feed.NewEvent;
import nl.mtvp.kernel.time.SuiteClock;

/** Undoes contracts that both parties want undone, such as those with a wrong start (D28). */
@ApplicationScoped
public class AnnulmentUseCases {

    private final AnnulmentRepository annulments;
    private final ContractRepository contracts;
    private final Events events;
    private final Clock clock;

    AnnulmentUseCases(AnnulmentRepository annulments, ContractRepository contracts, Events events, Clock clock) {
        this.annulments = annulments;
        this.contracts = contracts;
        this.events = events;
        this.clock = clock;
    }

    /** @throws ContractRefused if it was annulled before */
    @Transactional
    public Annulment propose(UUID contractId, Side side, String reason, Visibility visibility, Actor actor) {
        var contract = contracts.locked(contractId, visibility).orElseThrow(() -> ContractRefused.notFound(contractId));
        var now = clock.instant();
        contract.require(ContractStep.ANNUL, SuiteClock.day(now), ContractRefused::isAnnulled);
        var annulment =
                new Annulment(Ids.at(now), contractId, reason, side, Signatures.of(actor, now), Optional.empty());
        annulments.add(annulment);
        return annulment;
    }

    /**
     * Agrees to an annulment, which frees the contract's days, or withdraws it.
     *
     * @throws AnnulmentRefused if it was answered before
     * @throws AnnulmentRefused if the answer is another's to give
     * @throws ContractRefused if another annulment was agreed to
     */
    @Transactional
    public Annulment answer(UUID contractId, UUID id, Outcome outcome, Side side, Visibility visibility, Actor actor) {
        var contract = contracts.locked(contractId, visibility).orElseThrow(() -> ContractRefused.notFound(contractId));
        var now = clock.instant();
        var answered = found(contractId, id).answered(outcome, side, Signatures.of(actor, now));
        annulments.addAnswer(answered);
        if (outcome == Outcome.AGREED) {
            contract.require(ContractStep.ANNUL, SuiteClock.day(now), ContractRefused::isAnnulled);
            contracts.annul(contractId, new Annulled(id, now));
            var told = new ContractAnnulled(contractId, contract.uzovi(), contract.agb(), id, now, answered.reason());
            events.publish(new NewEvent(ContractAnnulled.TYPE, contractId.toString(), told), now);
        }
        return answered;
    }

    /** @throws NotFound if the contract has no such annulment */
    @Transactional
    public Annulment withId(UUID contractId, UUID id, Visibility visibility) {
        contracts.find(contractId, visibility).orElseThrow(() -> ContractRefused.notFound(contractId));
        return found(contractId, id);
    }

    /** The annulments of a contract, in the order in which they were proposed. */
    @Transactional
    public Page<Annulment> ofContract(UUID contractId, Visibility visibility, PageRequest asked) {
        contracts.find(contractId, visibility).orElseThrow(() -> ContractRefused.notFound(contractId));
        return annulments.listOfContract(contractId, asked);
    }

    private Annulment found(UUID contractId, UUID id) {
        return annulments.find(contractId, id).orElseThrow(() -> AnnulmentRefused.notFound(id));
    }
}
