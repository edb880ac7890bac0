package nl.mtvp.contract.offer.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.mtvp.contract.agreement.domain.FrozenArrangement;
import nl.mtvp.contract.contract.domain.Basis.Regioplan;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Kvk;
import nl.mtvp.kernel.identity.Uzovi;

/**
 * What an acceptance freezes (D27): its canonical JSON is hashed, so that what was offered, affirmed and signed, by whom
 * and with what consequence, can be shown unchanged. Its property names are part of the evidence.
 *
 * @param othersMayFollow whether the practice lets other insurers follow (D30)
 * @param portalMessageId the portal's message that says so, or null
 * @param existingAgreements what is arranged for those that the contract overlaps (D32)
 */
public record AcceptanceDocument(
        UUID contractId,
        SignedOffer offer,
        Regioplan regioplan,
        Affirmations affirmations,
        boolean othersMayFollow,
        List<FrozenArrangement> existingAgreements,
        SignedBy signedBy,
        OnBehalfOf onBehalfOf,
        Instant signedAt,
        Channel channel,
        UUID portalMessageId,
        OfferState nextState) {

    /** Where the signature was given. */
    public enum Channel {
        /** Through this service's own API. */
        API,
        /** In the Zorginkoopportaal. */
        PORTAL
    }

    /** The terms, in the version that was signed. */
    public record SignedOffer(
            UUID offerId,
            int version,
            OfferKind kind,
            Uzovi uzovi,
            Agb agb,
            LocalDate startsOn,
            Instant proposedAt,
            Instant expiresAt,
            String tariffSeries,
            String textVersion) {}

    /** The person who signed, and the program in which; by name, where the portal tells it. */
    public record SignedBy(String subject, String name, String client) {}

    /** The practice and the enterprise for which the person signed. */
    public record OnBehalfOf(Agb agb, Kvk kvk) {}

    public static AcceptanceDocument of(
            UUID contractId,
            Offer accepted,
            Acceptance acceptance,
            List<FrozenArrangement> existingAgreements,
            Kvk kvk) {
        var signed = acceptance.signed();
        var signature = signed.signature();
        var terms = accepted.terms();
        return new AcceptanceDocument(
                contractId,
                new SignedOffer(
                        accepted.id(),
                        accepted.version(),
                        accepted.kind(),
                        terms.uzovi(),
                        terms.agb(),
                        terms.startsOn(),
                        accepted.proposedAt(),
                        terms.expiresAt(),
                        terms.tariffSeries(),
                        terms.textVersion()),
                accepted.basis().regioplan(),
                acceptance.affirmations(),
                acceptance.othersMayFollow(),
                existingAgreements,
                new SignedBy(signature.subject(), signed.name().orElse(null), signature.client()),
                new OnBehalfOf(terms.agb(), kvk),
                signature.at(),
                signed.channel(),
                signed.portalMessageId().orElse(null),
                accepted.recorded());
    }
}
