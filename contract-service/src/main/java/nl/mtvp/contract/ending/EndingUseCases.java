package nl.mtvp.contract.ending;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.contract.contract.Signatures;
import nl.mtvp.contract.contract.db.ContractRepository;
import nl.mtvp.contract.contract.domain.Contract;
import nl.mtvp.contract.contract.domain.ContractRefused;
import nl.mtvp.contract.contract.domain.ContractStep;
import nl.mtvp.contract.contract.domain.Side;
import nl.mtvp.contract.contract.domain.Signature;
import nl.mtvp.contract.ending.db.EndingRepository;
import nl.mtvp.contract.ending.domain.Ending;
import nl.mtvp.contract.ending.domain.EndingEvents.ContractEndWithdrawn;
import nl.mtvp.contract.ending.domain.EndingEvents.ContractEnded;
import nl.mtvp.contract.ending.domain.EndingKind;
import nl.mtvp.contract.ending.domain.EndingRefused;
import nl.mtvp.contract.ending.domain.EndingTerms;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.db.Ids;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.failure.InvalidInput;
import nl.mtvp.kernel.failure.NotFound;
import nl.mtvp.kernel.feed.Events;
import nl.mtvp.kernel.feed.NewEvent;
import nl.mtvp.kernel.time.SuiteClock;

/**
 * Takes ends of contracts and their withdrawals (D35). The contract's row is locked before anything is judged, so one
 * end stands at most and the contract's events stay in order.
 */
@ApplicationScoped
public class EndingUseCases {

    private final EndingRepository endings;
    private final ContractRepository contracts;
    private final Events events;
    private final Clock clock;

    EndingUseCases(EndingRepository endings, ContractRepository contracts, Events events, Clock clock) {
        this.endings = endings;
        this.contracts = contracts;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Records that a contract ends, and tells the neighbours.
     *
     * @throws EndingRefused if it is the other side's to tell
     * @throws InvalidInput if its day is impossible, or it is stopped by then
     * @throws EndingRefused if another end stands
     * @throws ContractRefused if the contract was annulled
     */
    @Transactional
    public Ending announce(UUID contractId, EndingTerms terms, String grounds, Visibility visibility, Actor actor) {
        var contract = contracts.locked(contractId, visibility).orElseThrow(() -> ContractRefused.notFound(contractId));
        var now = clock.instant();
        terms.require(contract.startsOn(), SuiteClock.day(now));
        contract.require(ContractStep.END, SuiteClock.day(now), EndingRefused::stands);
        InvalidInput.ifAny(contract.faultsOfBeginning(terms.endedFrom(), "/endedFrom"));
        return record(List.of(contract), terms, grounds, Signatures.of(actor, now))
                .get(0);
    }

    /**
     * Ends contracts because their practices merge into another: joins the transaction of the succession, which holds
     * what is needed and the contracts' locks. It may lie in the past, since the merger does.
     *
     * @throws EndingRefused if another end of one of them stands
     */
    @Transactional
    public void merge(List<Contract> contracts, LocalDate endedFrom, String grounds, Actor actor) {
        var now = clock.instant();
        contracts.forEach(contract -> contract.require(ContractStep.END, SuiteClock.day(now), EndingRefused::stands));
        var terms = new EndingTerms(EndingKind.MERGED, Side.INSURER, endedFrom);
        record(contracts, terms, grounds, Signatures.of(actor, now));
    }

    /**
     * Takes an end back before its day; that it was told stays on record.
     *
     * @throws EndingRefused if the other side told it
     * @throws EndingRefused if it took effect, or was withdrawn before
     * @throws ContractRefused if without it the contract would meet a later one of the pair
     */
    @Transactional
    public Ending withdraw(UUID contractId, UUID id, Side side, String reason, Visibility visibility, Actor actor) {
        var contract = contracts.locked(contractId, visibility).orElseThrow(() -> ContractRefused.notFound(contractId));
        var now = clock.instant();
        var ending = found(contractId, id);
        var withdrawn = ending.withdrawnBy(side, Signatures.of(actor, now), SuiteClock.day(now), reason);
        contract.require(
                ContractStep.WITHDRAW_END,
                SuiteClock.day(now),
                () -> EndingRefused.notOpen(ending.state(SuiteClock.day(now))));
        endings.addWithdrawal(withdrawn);
        contracts.endNoMore(contractId);
        var agb = contracts.turnOn(contractId, ending.terms().endedFrom());
        var told = new ContractEndWithdrawn(contractId, contract.uzovi(), agb, id, reason);
        events.publish(new NewEvent(ContractEndWithdrawn.TYPE, contractId.toString(), told), now);
        return withdrawn;
    }

    /** @throws NotFound if the contract has no such end */
    @Transactional
    public Ending withId(UUID contractId, UUID id, Visibility visibility) {
        contracts.find(contractId, visibility).orElseThrow(() -> ContractRefused.notFound(contractId));
        return found(contractId, id);
    }

    /** The ends of a contract, in the order in which they were told. */
    @Transactional
    public Page<Ending> list(UUID contractId, Visibility visibility, PageRequest asked) {
        contracts.find(contractId, visibility).orElseThrow(() -> ContractRefused.notFound(contractId));
        return endings.listOfContract(contractId, asked);
    }

    private Ending found(UUID contractId, UUID id) {
        return endings.find(contractId, id).orElseThrow(() -> EndingRefused.notFound(id));
    }

    private List<Ending> record(List<Contract> ended, EndingTerms terms, String grounds, Signature by) {
        var now = by.at();
        var ends = ended.stream()
                .map(contract -> new Ending(
                        Ids.at(now), contract.id(), terms, grounds, SuiteClock.day(now), by, Optional.empty()))
                .toList();
        endings.add(ends);
        var ids = ends.stream().collect(toMap(Ending::contractId, Ending::id));
        contracts.end(ids, terms.endedFrom());
        var holders = contracts.turnsOn(ids.keySet(), terms.endedFrom());
        var news = ended.stream().map(contract -> {
            var id = contract.id();
            var told = new ContractEnded(
                    id, contract.uzovi(), holders.get(id), ids.get(id), terms.endedFrom(), terms.kind());
            return new NewEvent(ContractEnded.TYPE, id.toString(), told);
        });
        events.publish(news.toList(), now);
        return ends;
    }
}
