package nl.mtvp.contract.measure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.contract.contract.Signatures;
import nl.mtvp.contract.contract.db.ContractRepository;
import nl.mtvp.contract.contract.domain.Contract;
import nl.mtvp.contract.contract.domain.ContractRefused;
import nl.mtvp.contract.contract.domain.Course.StopInForce;
import nl.mtvp.contract.contract.domain.Frozen;
import nl.mtvp.contract.contract.domain.Signature;
import nl.mtvp.contract.measure.db.MeasureRepository;
import nl.mtvp.contract.measure.domain.ClawbackDocument;
import nl.mtvp.contract.measure.domain.Measure;
import nl.mtvp.contract.measure.domain.MeasureEvents.ClawbackOrdered;
import nl.mtvp.contract.measure.domain.MeasureEvents.ClawbackWithdrawn;
import nl.mtvp.contract.measure.domain.MeasureEvents.ContractStopWithdrawn;
import nl.mtvp.contract.measure.domain.MeasureEvents.ContractStopped;
import nl.mtvp.contract.measure.domain.MeasureKind;
import nl.mtvp.contract.measure.domain.MeasureRefused;
import nl.mtvp.contract.measure.domain.MeasureState;
import nl.mtvp.contract.measure.domain.Takings;
import nl.mtvp.contract.measure.domain.Terms;
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

/**
 * Proposes, decides and takes back stops and clawbacks (D34). The contract's row is locked before anything is decided,
 * so its events stay in order; the neighbours learn of a measure when it is decided, not before.
 */
@ApplicationScoped
public class MeasureUseCases {

    private final MeasureRepository measures;
    private final ContractRepository contracts;
    private final Events events;
    private final Clock clock;

    MeasureUseCases(MeasureRepository measures, ContractRepository contracts, Events events, Clock clock) {
        this.measures = measures;
        this.contracts = contracts;
        this.events = events;
        this.clock = clock;
    }

    /** @throws InvalidInput if the contract can never be stopped or clawed back so */
    @Transactional
    public Measure propose(UUID contractId, Terms terms, String grounds, Visibility visibility, Actor actor) {
        return proposed(contractId, terms, grounds, Signatures.of(actor, clock.instant()), visibility);
    }

    private Measure proposed(UUID contractId, Terms terms, String grounds, Signature by, Visibility visibility) {
        var contract = contracts.find(contractId, visibility).orElseThrow(() -> ContractRefused.notFound(contractId));
        var now = clock.instant();
        terms.require(
                contract.startsOn(), SuiteClock.day(now), contract.course().inForceUntil());
        var measure = Measure.proposed(Ids.at(now), contractId, terms, grounds, by);
        measures.add(measure);
        return measure;
    }

    /**
     * Puts a proposed measure into effect.
     *
     * @param takes what a clawback takes as payment-service told it, which is frozen with the decision; none for a stop
     * @throws MeasureRefused if who decides is who proposed
     * @throws MeasureRefused if it was decided or withdrawn before
     * @throws MeasureRefused if it is a stop and another one stands, or would not count any more
     * @throws ContractRefused if the contract was annulled
     */
    @Transactional
    public Measure decide(MeasureKind kind, UUID id, Optional<Takings> takes, Visibility visibility, Actor actor) {
        var contract = locked(kind, id, visibility);
        var now = clock.instant();
        var measure = withId(kind, id, visibility);
        var decided = measure.decidedBy(Signatures.of(actor, now), frozen(measure, contract, takes));
        contract.require(kind.toDecide(), SuiteClock.day(now), MeasureRefused::stoppedAlready);
        MeasureRefused.unlessItCounts(
                decided.terms().faultsAfter(contract.course().inForceUntil()));
        if (decided.terms() instanceof Terms.Stop terms) {
            var stop = new StopInForce(id, terms.stoppedFrom());
            contracts.stop(contract.id(), Optional.of(stop), ContractRefused::inTheWay);
        }
        measures.addDecision(decided);
        events.publish(decided(decided, contract, turn(decided)), now);
        return decided;
    }

    /**
     * Proposes a measure for somebody and decides on it, in one: joins the transaction of a breach (D33).
     *
     * @param proposed who proposed it, and when
     * @param takes what a clawback takes; none for a stop
     * @throws InvalidInput if the contract can never be stopped or clawed back so
     * @throws MeasureRefused if who decides is who proposed
     * @throws MeasureRefused if it is a stop and another one stands
     */
    @Transactional
    public Measure order(
            UUID contractId,
            Terms terms,
            String grounds,
            Signature proposed,
            Optional<Takings> takes,
            Visibility visibility,
            Actor actor) {
        var measure = proposed(contractId, terms, grounds, proposed, visibility);
        return decide(measure.kind(), measure.id(), takes, visibility, actor);
    }

    /**
     * Takes a measure back, in effect or not; what was decided stays on record.
     *
     * @throws MeasureRefused if it was withdrawn before
     * @throws ContractRefused if it is a stop, and without it the contract would meet a later one of the pair
     */
    @Transactional
    public Measure withdraw(MeasureKind kind, UUID id, String reason, Visibility visibility, Actor actor) {
        var contract = locked(kind, id, visibility);
        var now = clock.instant();
        var measure = withId(kind, id, visibility);
        var withdrawn = measure.withdrawnBy(Signatures.of(actor, now), reason);
        measures.addWithdrawal(withdrawn);
        if (measure.state() == MeasureState.DECIDED) {
            contract.require(kind.toWithdraw(), SuiteClock.day(now), () -> MeasureRefused.notOpen(measure.state()));
            if (kind == MeasureKind.STOP) {
                contracts.stop(contract.id(), Optional.empty(), ContractRefused::laterContractRuns);
            }
            events.publish(withdrawn(withdrawn, contract, turn(withdrawn)), now);
        }
        return withdrawn;
    }

    /** @throws NotFound if it is not there for who asks */
    @Transactional
    public Measure withId(MeasureKind kind, UUID id, Visibility visibility) {
        return measures.find(kind, id, visibility).orElseThrow(() -> MeasureRefused.notFound(id));
    }

    /** Those of one contract, or of all that are visible where it is null. */
    @Transactional
    public Page<Measure> list(MeasureKind kind, UUID contractId, Visibility visibility, PageRequest asked) {
        return measures.list(kind, contractId, visibility, asked);
    }

    private static Optional<Frozen> frozen(Measure measure, Contract contract, Optional<Takings> takes) {
        return measure.terms() instanceof Terms.Clawback terms
                ? takes.map(told -> Frozen.of(ClawbackDocument.of(measure.id(), contract, terms, told)))
                : Optional.empty();
    }

    private Agb turn(Measure measure) {
        return contracts.turnOn(measure.contractId(), measure.terms().firstDay());
    }

    private Contract locked(MeasureKind kind, UUID id, Visibility visibility) {
        var contractId = measures.findContractId(kind, id, visibility).orElseThrow(() -> MeasureRefused.notFound(id));
        return contracts.locked(contractId, visibility).orElseThrow(() -> ContractRefused.notFound(contractId));
    }

    /**
     * What the neighbours are told of a decision. Its subject is the contract; the AGB is that of the practice whose turn
     * the measure's first day is (D35).
     */
    private static NewEvent decided(Measure measure, Contract contract, Agb agb) {
        var id = contract.id();
        var uzovi = contract.uzovi();
        if (measure.terms() instanceof Terms.Stop stop) {
            var stopped = new ContractStopped(id, uzovi, agb, measure.id(), stop.stoppedFrom(), measure.grounds());
            return news(ContractStopped.TYPE, id, stopped);
        }
        var clawback = (Terms.Clawback) measure.terms();
        var ordered = new ClawbackOrdered(
                id,
                uzovi,
                agb,
                measure.id(),
                clawback.clawedBackFrom(),
                clawback.clawedBackUntil(),
                clawback.percentage().toString(),
                measure.grounds());
        return news(ClawbackOrdered.TYPE, id, ordered);
    }

    /** What they are told when it is taken back. */
    private static NewEvent withdrawn(Measure measure, Contract contract, Agb agb) {
        var id = contract.id();
        var uzovi = contract.uzovi();
        var reason = measure.withdrawn().orElseThrow().reason();
        return switch (measure.kind()) {
            case STOP ->
                news(ContractStopWithdrawn.TYPE, id, new ContractStopWithdrawn(id, uzovi, agb, measure.id(), reason));
            case CLAWBACK ->
                news(ClawbackWithdrawn.TYPE, id, new ClawbackWithdrawn(id, uzovi, agb, measure.id(), reason));
        };
    }

    private static NewEvent news(String type, UUID contractId, Object data) {
        return new NewEvent(type, contractId.toString(), data);
    }
}
