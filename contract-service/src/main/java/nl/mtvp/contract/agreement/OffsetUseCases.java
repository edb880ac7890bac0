package nl.mtvp.contract.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.mtvp.contract.agreement.db.AgreementRepository;
import nl.mtvp.contract.agreement.db.OffsetRepository;
import nl.mtvp.contract.agreement.domain.AgreementRefused;
import nl.mtvp.contract.agreement.domain.AgreementUnarranged;
import nl.mtvp.contract.agreement.domain.ExistingAgreement;
import nl.mtvp.contract.agreement.domain.FrozenArrangement;
import nl.mtvp.contract.agreement.domain.Offset;
import nl.mtvp.contract.agreement.domain.OffsetEvents.OffsetAgreed;
import nl.mtvp.contract.agreement.domain.OffsetEvents.OffsetEnded;
import nl.mtvp.contract.contract.Signatures;
import nl.mtvp.contract.contract.db.ContractRepository;
import nl.mtvp.contract.contract.domain.Contract;
import nl.mtvp.contract.contract.domain.Contract.ContractFilter;
import nl.mtvp.contract.contract.domain.ContractMade;
import nl.mtvp.contract.contract.domain.ContractRefused;
import nl.mtvp.contract.contract.domain.Withdrawal;
import nl.mtvp.contract.party.domain.PartyRefused;
import nl.mtvp.contract.party.domain.Period;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.db.Ids;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.failure.NotFound;
import nl.mtvp.kernel.feed.Events;
import nl.mtvp.kernel.feed.NewEvent;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.time.SuiteClock;

/** Agrees what contracts deduct for existing agreements, when a contract comes about, and ends it (D32). */
@ApplicationScoped
public class OffsetUseCases {

    private static final int CONTRACTS_MAX = 1_000;

    private final AgreementRepository agreements;
    private final OffsetRepository offsets;
    private final ContractRepository contracts;
    private final Events events;
    private final Clock clock;

    OffsetUseCases(
            AgreementRepository agreements,
            OffsetRepository offsets,
            ContractRepository contracts,
            Events events,
            Clock clock) {
        this.agreements = agreements;
        this.offsets = offsets;
        this.contracts = contracts;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What the evidence of a contract that is about to come about says of the pair's existing agreements; joins its
     * transaction, which the refusal leaves whole: nothing is written before it.
     *
     * @throws AgreementUnarranged if nothing is arranged for one that it overlaps
     */
    @Transactional(dontRollbackOn = AgreementUnarranged.class)
    public List<FrozenArrangement> freeze(Uzovi uzovi, Agb agb, LocalDate startsOn) {
        return FrozenArrangement.of(arranged(uzovi, agb, startsOn), startsOn);
    }

    /** In the transaction that makes a contract: what it deducts is agreed with it. */
    @Transactional
    void agree(@Observes ContractMade made) {
        var contract = made.contract();
        arranged(contract.uzovi(), contract.agb(), contract.startsOn())
                .forEach(agreement -> agree(contract, agreement, clock.instant()));
    }

    /** For an agreement that was registered after contracts of its pair came about. */
    void agreeOnContractsOf(ExistingAgreement arranged, Instant now) {
        var ofPair = new ContractFilter(arranged.uzovi(), arranged.agb(), null);
        var today = SuiteClock.day(now);
        contracts.list(ofPair, today, Visibility.EVERYTHING, PageRequest.first(CONTRACTS_MAX)).rows().stream()
                .filter(contract -> contract.course().annulment().isEmpty())
                .forEach(contract -> agree(contract, arranged, now));
    }

    /**
     * Ends an offset earlier than was agreed.
     *
     * @throws NotFound if the contract has no such offset
     * @throws PartyRefused if it was ended before, or ends on or before that day
     */
    @Transactional
    public Offset end(UUID contractId, UUID id, LocalDate day, String reason, Visibility visibility, Actor actor) {
        var contract = contracts.locked(contractId, visibility).orElseThrow(() -> ContractRefused.notFound(contractId));
        var now = clock.instant();
        var offset = offsets.find(contractId, id).orElseThrow(() -> AgreementRefused.notFound(id));
        var ended = offset.ended(day, reason, Signatures.of(actor, now));
        offsets.addEnd(ended);
        tell(contract, ended, reason, now);
        return ended;
    }

    /** What contracts deduct for an agreement that was registered wrongly is deducted on no day. */
    void withdraw(ExistingAgreement agreement, Withdrawal withdrawal) {
        for (var offset : offsets.ofAgreement(agreement.id())) {
            var contract =
                    contracts.locked(offset.contractId(), Visibility.EVERYTHING).orElseThrow();
            var withdrawn = offset.withdrawn(withdrawal);
            offsets.addWithdrawal(withdrawn);
            tell(contract, withdrawn, withdrawal.reason(), withdrawal.by().at());
        }
    }

    private void tell(Contract contract, Offset ended, String reason, Instant now) {
        var until = ended.until().orElseThrow();
        var agb = contracts.turnOn(contract.id(), until);
        var told = new OffsetEnded(ended.id(), contract.id(), contract.uzovi(), agb, until, reason, now);
        events.publish(new NewEvent(OffsetEnded.TYPE, contract.id().toString(), told), now);
    }

    /** @throws NotFound if the contract is not there for who asks */
    @Transactional
    public Page<Offset> ofContract(UUID contractId, Visibility visibility, PageRequest asked) {
        contracts.find(contractId, visibility).orElseThrow(() -> ContractRefused.notFound(contractId));
        return offsets.listOfContract(contractId, asked);
    }

    private List<ExistingAgreement> arranged(Uzovi uzovi, Agb agb, LocalDate startsOn) {
        agreements.lock(uzovi, agb);
        var ofPair = agreements.of(Set.of(uzovi), Set.of(agb));
        var unarranged = ExistingAgreement.unarranged(ofPair, startsOn);
        if (!unarranged.isEmpty()) {
            throw new AgreementUnarranged(unarranged);
        }
        return ofPair;
    }

    private void agree(Contract contract, ExistingAgreement agreement, Instant now) {
        agreement
                .offsetFor(contract.startsOn())
                .filter(days -> contract.course()
                        .inForceUntil()
                        .map(until -> until.isAfter(days.from()))
                        .orElse(true))
                .ifPresent(days -> agree(contract, agreement, days, now));
    }

    private void agree(Contract contract, ExistingAgreement agreement, Period days, Instant now) {
        var arrangement = agreement.arrangement().orElseThrow();
        var offset = new Offset(
                Ids.at(now),
                contract.id(),
                agreement.id(),
                arrangement.id(),
                agreement.amountPerQuarter(),
                days,
                Optional.empty(),
                Optional.empty());
        if (offsets.add(offset, now)) {
            var told = new OffsetAgreed(
                    offset.id(),
                    contract.id(),
                    agreement.id(),
                    contract.uzovi(),
                    contracts.turnOn(contract.id(), days.from()),
                    offset.amountPerQuarter(),
                    days.from(),
                    days.until().orElse(null),
                    arrangement.by().at());
            events.publish(new NewEvent(OffsetAgreed.TYPE, contract.id().toString(), told), now);
        }
    }
}
