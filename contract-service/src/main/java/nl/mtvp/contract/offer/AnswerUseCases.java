package nl.mtvp.contract.offer;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.mtvp.contract.agreement.OffsetUseCases;
import nl.mtvp.contract.agreement.domain.AgreementUnarranged;
import nl.mtvp.contract.contract.ContractUseCases;
import nl.mtvp.contract.contract.domain.Certificate;
import nl.mtvp.contract.contract.domain.Contract;
import nl.mtvp.contract.contract.domain.ContractInTheWay;
import nl.mtvp.contract.contract.domain.Course;
import nl.mtvp.contract.contract.domain.Origin;
import nl.mtvp.contract.contract.domain.Signature;
import nl.mtvp.contract.offer.db.OfferRepository;
import nl.mtvp.contract.offer.domain.AcceptanceDocument;
import nl.mtvp.contract.offer.domain.Affirmations;
import nl.mtvp.contract.offer.domain.MinimumHurdleNotTaken;
import nl.mtvp.contract.offer.domain.Offer;
import nl.mtvp.contract.offer.domain.OfferNeeds;
import nl.mtvp.contract.offer.domain.OfferNotFound;
import nl.mtvp.contract.offer.domain.OfferNotOpen;
import nl.mtvp.contract.offer.domain.OfferNotPossible;
import nl.mtvp.contract.offer.domain.OfferStep;
import nl.mtvp.contract.party.db.PartyRepository;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.db.Ids;
import nl.mtvp.kernel.db.Transactions;
import nl.mtvp.kernel.identity.Kvk;
import org.jdbi.v3.core.Handle;

/** Takes the answers to offers: acceptance of the minimum hurdle (D26, D27), refusal, and withdrawal (D25). */
@ApplicationScoped
public class AnswerUseCases {

    private final Transactions transactions;
    private final OfferRepository offers;
    private final PartyRepository parties;
    private final Standings standings;
    private final ContractUseCases contracts;
    private final OffsetUseCases offsets;
    private final Clock clock;

    AnswerUseCases(
            Transactions transactions,
            OfferRepository offers,
            PartyRepository parties,
            Standings standings,
            ContractUseCases contracts,
            OffsetUseCases offsets,
            Clock clock) {
        this.transactions = transactions;
        this.offers = offers;
        this.parties = parties;
        this.standings = standings;
        this.contracts = contracts;
        this.offsets = offsets;
        this.clock = clock;
    }

    /**
     * Accepts an offer: the contract, its certificate and the event are one transaction.
     *
     * @param othersMayFollow whether the practice lets other insurers follow (D30)
     * @throws MinimumHurdleNotTaken if a condition is not affirmed
     * @throws OfferNotOpen if it was answered before, or lapsed
     * @throws OfferNotPossible if the practice is no longer admitted at or before the start (Choice: D24 says when an
     *     offer may be made; an admission that is withdrawn before the signature takes its ground away)
     * @throws AgreementUnarranged if it overlaps an existing agreement for which nothing is arranged (D32)
     * @throws ContractInTheWay if the pair has another contract on some of the same days
     */
    public Contract accept(
            UUID offerId, Affirmations affirmations, boolean othersMayFollow, Visibility visibility, Actor signatory) {
        affirmations.requireAll();
        return transactions.run(tx -> {
            var offer = locked(tx, offerId, visibility);
            var now = clock.instant();
            var accepted = offer.after(OfferStep.ACCEPT, now, Optional.empty());
            var agb = accepted.terms().agb();
            var missing = OfferNeeds.missingAdmission(accepted.terms(), standings.admissionsOf(tx, agb));
            if (!missing.isEmpty()) {
                throw new OfferNotPossible(missing);
            }
            var kvk = parties.practices(tx, Set.of(agb)).get(agb).enterprise().kvk();
            var contract = contract(accepted, kvk, now);
            var signature = new Signature(signatory.subject(), signatory.client(), now);
            var arranged = offsets.freeze(contract.uzovi(), agb, contract.startsOn());
            var document = AcceptanceDocument.of(
                    contract.id(), accepted, affirmations, othersMayFollow, arranged, signature, kvk);
            offers.close(tx, accepted, signatory.subject());
            contracts.conclude(contract, Certificate.of(contract.id(), document), othersMayFollow);
            return contract;
        });
    }

    /**
     * Refuses an offer for the practice, or withdraws it for the insurer.
     *
     * @throws OfferNotOpen if it was answered before, or lapsed
     */
    public Offer close(UUID offerId, OfferStep step, String reason, Visibility visibility, Actor actor) {
        return transactions.run(tx -> {
            var offer = locked(tx, offerId, visibility);
            var closed = offer.after(step, clock.instant(), Optional.of(reason));
            offers.close(tx, closed, actor.subject());
            return closed;
        });
    }

    private Offer locked(Handle tx, UUID offerId, Visibility visibility) {
        return offers.locked(tx, offerId, visibility).orElseThrow(() -> new OfferNotFound(offerId));
    }

    private static Contract contract(Offer accepted, Kvk kvk, Instant now) {
        var terms = accepted.terms();
        var basis = accepted.basis();
        return new Contract(
                Ids.at(now),
                new Origin(Origin.Kind.OFFER, accepted.id()),
                terms.uzovi(),
                terms.agb(),
                kvk,
                basis.rho(),
                basis.region(),
                terms.startsOn(),
                now,
                basis.regioplanVersionId(),
                basis.regioplanContentHash(),
                terms.tariffSeries(),
                terms.textVersion(),
                Course.UNDISTURBED);
    }
}
