package nl.mtvp.contract.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.mtvp.contract.agreement.db.AgreementRepository;
import nl.mtvp.contract.agreement.domain.AgreementRefused;
import nl.mtvp.contract.agreement.domain.Arrangement;
import nl.mtvp.contract.agreement.domain.ArrangementKind;
import nl.mtvp.contract.agreement.domain.ExistingAgreement;
import nl.mtvp.contract.contract.Signatures;
import nl.mtvp.contract.contract.domain.Withdrawal;
import nl.mtvp.contract.party.db.InsurerRepository;
import nl.mtvp.contract.party.db.PracticeRepository;
import nl.mtvp.contract.party.domain.PartyRefused;
import nl.mtvp.contract.party.domain.Period;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.db.Ids;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.InvalidInput;
import nl.mtvp.kernel.failure.NotFound;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.money.Euro;

/** Registers existing agreements, and what is arranged for them so that nothing is paid twice (D32). */
@ApplicationScoped
public class AgreementUseCases {

    private final AgreementRepository agreements;
    private final InsurerRepository insurers;
    private final PracticeRepository practices;
    private final OffsetUseCases offsets;
    private final Clock clock;

    AgreementUseCases(
            AgreementRepository agreements,
            InsurerRepository insurers,
            PracticeRepository practices,
            OffsetUseCases offsets,
            Clock clock) {
        this.agreements = agreements;
        this.insurers = insurers;
        this.practices = practices;
        this.offsets = offsets;
        this.clock = clock;
    }

    /** What an agreement says. */
    public record Agreed(String name, Period valid, Euro amountPerQuarter) {}

    /**
     * Registers an agreement.
     *
     * @throws NotFound if either party is not registered
     * @throws AgreementRefused if one of the pair is registered for some of these days
     */
    @Transactional
    public ExistingAgreement register(Uzovi uzovi, Agb agb, Agreed agreed, Actor actor) {
        insurers.find(uzovi).orElseThrow(() -> PartyRefused.notFound("insurer " + uzovi));
        if (practices.registered(Set.of(agb)).isEmpty()) {
            throw PartyRefused.notFound("practice " + agb);
        }
        agreements.lock(uzovi, agb);
        var now = clock.instant();
        var agreement = ExistingAgreement.registered(
                Ids.at(now), uzovi, agb, agreed.name(), agreed.valid(), agreed.amountPerQuarter());
        agreements.add(agreement, Signatures.of(actor, now));
        return agreement;
    }

    /**
     * Records what becomes of an agreement: for the next contract of the pair, and at once for one that came about
     * before the agreement was registered here.
     *
     * @throws NotFound if it is not there for who asks
     * @throws AgreementRefused if it was registered wrongly
     * @throws InvalidInput if it is to be deducted, and would be in no quarter
     */
    @Transactional
    public ExistingAgreement arrange(
            UUID id, ArrangementKind kind, Optional<String> reason, Visibility visibility, Actor actor) {
        var before = locked(id, visibility);
        requireEffect(kind, before.valid(), "/kind");
        var now = clock.instant();
        var arrangement = new Arrangement(Ids.at(now), kind, reason, Signatures.of(actor, now));
        var arranged = before.arranged(arrangement);
        agreements.add(id, arrangement);
        if (before.arrangement().isEmpty()) {
            offsets.agreeOnContractsOf(arranged, now);
        }
        return arranged;
    }

    /** What an agreement should have said, and why it did not. */
    public record Correction(Agreed agreed, String reason) {}

    /**
     * Takes back an agreement that was registered wrongly; what contracts deduct for it ends as if it had never been.
     * Certificates keep what they froze.
     *
     * @throws NotFound if it is not there for who asks
     * @throws AgreementRefused if it was withdrawn before
     */
    @Transactional
    public ExistingAgreement withdraw(UUID id, String reason, Visibility visibility, Actor actor) {
        var by = Signatures.of(actor, clock.instant());
        return withdraw(id, new Withdrawal(reason, by), visibility);
    }

    /**
     * Replaces an agreement that was registered wrongly by what it should have said. What was arranged for it is
     * arranged for that one too, and contracts deduct the one instead of the other.
     *
     * @return the one that replaces it
     * @throws NotFound if it is not there for who asks
     * @throws AgreementRefused if it was withdrawn before
     * @throws AgreementRefused if another of the pair is registered for some of the days
     */
    @Transactional
    public ExistingAgreement correct(UUID id, Correction correction, Visibility visibility, Actor actor) {
        var now = clock.instant();
        var by = Signatures.of(actor, now);
        var wrong = withdraw(id, new Withdrawal(correction.reason(), by), visibility);
        var agreed = correction.agreed();
        var right = wrong.correctedTo(Ids.at(now), agreed.name(), agreed.valid(), agreed.amountPerQuarter());
        agreements.add(right, by);
        if (wrong.arrangement().isEmpty()) {
            return right;
        }
        var before = wrong.arrangement().get();
        requireEffect(before.kind(), right.valid(), "/validUntil");
        var arrangement = new Arrangement(Ids.at(now), before.kind(), before.reason(), by);
        agreements.add(right.id(), arrangement);
        var arranged = right.arranged(arrangement);
        offsets.agreeOnContractsOf(arranged, now);
        return arranged;
    }

    /** What is deducted in a quarter is what holds on its peildatum (D41): an agreement without any offsets nothing. */
    private static void requireEffect(ArrangementKind kind, Period valid, String pointer) {
        if (kind == ArrangementKind.OFFSET
                && !Period.faultsOnPeildata(valid.from(), valid.until()).isEmpty()) {
            throw new InvalidInput(Fault.inBody(
                    pointer,
                    "no-peildatum",
                    "an agreement is deducted in the quarters on whose first day it holds, and this one would hold on none:"
                            + " let it hold on one, arrange END or NONE for it, or withdraw it (D32, D41)"));
        }
    }

    private ExistingAgreement withdraw(UUID id, Withdrawal withdrawal, Visibility visibility) {
        var withdrawn = locked(id, visibility).withdrawn(withdrawal);
        agreements.addWithdrawal(id, withdrawal);
        offsets.withdraw(withdrawn, withdrawal);
        return withdrawn;
    }

    private ExistingAgreement locked(UUID id, Visibility visibility) {
        return agreements.locked(id, visibility).orElseThrow(() -> AgreementRefused.notFound(id));
    }

    /** @throws NotFound if it is not there for who asks */
    @Transactional
    public ExistingAgreement withId(UUID id, Visibility visibility) {
        return agreements.find(id, visibility).orElseThrow(() -> AgreementRefused.notFound(id));
    }

    @Transactional
    public Page<ExistingAgreement> list(Uzovi uzovi, Agb agb, Visibility visibility, PageRequest asked) {
        return agreements.list(uzovi, agb, visibility, asked);
    }
}
