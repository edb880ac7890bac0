package nl.mtvp.contract.share;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.contract.contract.Signatures;
import nl.mtvp.contract.contract.db.ContractRepository;
import nl.mtvp.contract.contract.domain.ContractRefused;
import nl.mtvp.contract.party.domain.PartyRefused;
import nl.mtvp.contract.party.domain.Period;
import nl.mtvp.contract.share.db.ShareRepository;
import nl.mtvp.contract.share.domain.Part;
import nl.mtvp.contract.share.domain.RhoShare;
import nl.mtvp.contract.share.domain.ShareEvents.RhoShareAgreed;
import nl.mtvp.contract.share.domain.ShareEvents.RhoShareEnded;
import nl.mtvp.contract.share.domain.ShareRefused;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.db.Ids;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.failure.InvalidInput;
import nl.mtvp.kernel.failure.NotFound;
import nl.mtvp.kernel.feed.Events;
import nl.mtvp.kernel.feed.NewEvent;

/**
 * Records which part of a contract goes to the RHO, and ends it (D49). The contract's row is locked first, so its
 * events stay in order.
 */
@ApplicationScoped
public class ShareUseCases {

    private final ShareRepository shares;
    private final ContractRepository contracts;
    private final Events events;
    private final Clock clock;

    ShareUseCases(ShareRepository shares, ContractRepository contracts, Events events, Clock clock) {
        this.shares = shares;
        this.contracts = contracts;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Records a share with the consent of the practice, whose signatory acts.
     *
     * @throws InvalidInput if its days are impossible
     * @throws ContractRefused if the contract was undone
     * @throws ShareRefused if the contract has another on some of these days
     */
    @Transactional
    public RhoShare agree(
            UUID contractId,
            Part part,
            LocalDate from,
            Optional<LocalDate> until,
            String benefit,
            Visibility visibility,
            Actor signatory) {
        var contract = contracts.locked(contractId, visibility).orElseThrow(() -> ContractRefused.notFound(contractId));
        RhoShare.requireDays(from, until, contract.startsOn());
        InvalidInput.ifAny(contract.faultsOfBeginning(from, "/shareFrom"));
        if (contract.course().annulment().isPresent()) {
            throw ContractRefused.isAnnulled();
        }
        var now = clock.instant();
        var ground = new RhoShare.Ground(
                contract.basis().regioplanVersionId(), contract.basis().regioplanContentHash());
        var share = new RhoShare(
                Ids.at(now),
                contractId,
                contract.basis().rho(),
                part,
                new Period(from, until),
                benefit,
                ground,
                Signatures.of(signatory, now),
                Optional.empty());
        shares.add(share);
        var told = RhoShareAgreed.of(share, contract.uzovi(), contracts.turnOn(contractId, from));
        events.publish(new NewEvent(RhoShareAgreed.TYPE, contractId.toString(), told), now);
        return share;
    }

    /**
     * Ends a share earlier than was agreed; its practice's signatory acts.
     *
     * @throws NotFound if the contract has no such share
     * @throws PartyRefused if it ends on or before that day
     * @throws InvalidInput if the day is no quarter's first, or the contract has ended by then
     */
    @Transactional
    public RhoShare end(UUID contractId, UUID id, LocalDate day, String reason, Visibility visibility, Actor actor) {
        var contract = contracts.locked(contractId, visibility).orElseThrow(() -> ContractRefused.notFound(contractId));
        var now = clock.instant();
        var share = shares.find(contractId, id).orElseThrow(() -> ShareRefused.notFound(id));
        var ended = share.ended(day, reason, Signatures.of(actor, now));
        InvalidInput.ifAny(contract.faultsOfBeginning(day, "/shareUntil"));
        shares.end(ended);
        var agb = contracts.turnOn(contractId, day);
        var told = new RhoShareEnded(id, contractId, contract.uzovi(), agb, ended.rho(), day, reason, now);
        events.publish(new NewEvent(RhoShareEnded.TYPE, contractId.toString(), told), now);
        return ended;
    }

    /**
     * The shares of a contract, for its parties and the RHO that gets them.
     *
     * @throws NotFound if the contract is not there for who asks
     */
    @Transactional
    public Page<RhoShare> ofContract(UUID contractId, Visibility visibility, PageRequest asked) {
        contracts
                .find(contractId, visibility)
                .or(() -> contracts.find(contractId, Visibility.EVERYTHING).filter(contract -> visibility
                        .rhos()
                        .contains(contract.basis().rho())))
                .orElseThrow(() -> ContractRefused.notFound(contractId));
        return shares.listOfContract(contractId, asked);
    }
}
