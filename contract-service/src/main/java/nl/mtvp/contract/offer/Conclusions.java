package nl.mtvp.contract.offer;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import nl.mtvp.contract.agreement.OffsetUseCases;
import nl.mtvp.contract.contract.ContractUseCases;
import nl.mtvp.contract.contract.domain.Certificate;
import nl.mtvp.contract.contract.domain.Contract;
import nl.mtvp.contract.contract.domain.ContractRefused;
import nl.mtvp.contract.contract.domain.Course;
import nl.mtvp.contract.contract.domain.Origin;
import nl.mtvp.contract.offer.db.OfferRepository;
import nl.mtvp.contract.offer.domain.Acceptance;
import nl.mtvp.contract.offer.domain.AcceptanceDocument;
import nl.mtvp.contract.offer.domain.Offer;
import nl.mtvp.contract.offer.domain.OfferNeeds;
import nl.mtvp.contract.offer.domain.OfferRefused;
import nl.mtvp.kernel.db.Ids;
import nl.mtvp.kernel.identity.Kvk;

/** Makes a contract of an accepted offer, wherever it was signed (D26, D27); part of the acceptance's transaction. */
@ApplicationScoped
class Conclusions {

    private final OfferRepository offers;
    private final Standings standings;
    private final ContractUseCases contracts;
    private final OffsetUseCases offsets;

    Conclusions(OfferRepository offers, Standings standings, ContractUseCases contracts, OffsetUseCases offsets) {
        this.offers = offers;
        this.standings = standings;
        this.contracts = contracts;
        this.offsets = offsets;
    }

    /**
     * Makes the contract with its certificate and event; the pair's other offers are {@linkplain OfferUseCases#overtake overtaken}.
     *
     * @throws OfferRefused if the practice is no longer admitted at or before the start (Choice: D24 says when an
     *     offer may be made; an admission that is withdrawn before the signature takes its ground away)
     * @throws nl.mtvp.contract.agreement.domain.AgreementUnarranged if it overlaps an existing agreement for which
     *     nothing is arranged (D32)
     * @throws ContractRefused if the pair has another contract on some of these days
     */
    Contract conclude(Offer accepted, Acceptance acceptance, Kvk kvk, Instant now) {
        var agb = accepted.terms().agb();
        var missing = OfferNeeds.missingAdmission(agb, accepted.terms().startsOn(), standings.admissionsOf(agb));
        if (!missing.isEmpty()) {
            throw OfferRefused.notPossible(missing);
        }
        var signature = acceptance.signed().signature();
        var contract = contract(accepted, kvk, signature.at(), now);
        var arranged = offsets.freeze(contract.uzovi(), agb, contract.startsOn());
        var document = AcceptanceDocument.of(contract.id(), accepted, acceptance, arranged, kvk);
        offers.turn(accepted, signature.subject());
        contracts.conclude(contract, Certificate.of(contract.id(), document), acceptance.othersMayFollow(), now);
        return contract;
    }

    private static Contract contract(Offer accepted, Kvk kvk, Instant signedAt, Instant now) {
        var terms = accepted.terms();
        return new Contract(
                Ids.at(now),
                new Origin(Origin.OriginKind.OFFER, accepted.id()),
                terms.uzovi(),
                terms.agb(),
                kvk,
                accepted.basis(),
                terms.startsOn(),
                signedAt,
                terms.tariffSeries(),
                terms.textVersion(),
                Course.UNDISTURBED);
    }
}
