package nl.mtvp.contract.portal.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.mtvp.contract.offer.domain.Offer;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Kvk;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.json.CanonicalJson;
import nl.mtvp.kernel.json.Digests;

/**
 * The offer as a signatory sees it in the portal. Its property names are part of the interface, and its digest is what a
 * signature refers to.
 *
 * @param replacesOfferId may be null
 */
public record OfferDocument(
        UUID offerId,
        int version,
        Uzovi uzovi,
        String insurerName,
        Agb agb,
        String practiceName,
        Kvk kvk,
        LocalDate startsOn,
        Instant proposedAt,
        Instant expiresAt,
        String tariffSeries,
        String textVersion,
        String rho,
        String region,
        UUID regioplanVersionId,
        String regioplanContentHash,
        UUID replacesOfferId) {

    public static OfferDocument of(Offer offer, String insurerName, String practiceName, Kvk kvk) {
        var terms = offer.terms();
        var basis = offer.basis();
        return new OfferDocument(
                offer.id(),
                offer.version(),
                terms.uzovi(),
                insurerName,
                terms.agb(),
                practiceName,
                kvk,
                terms.startsOn(),
                offer.proposedAt(),
                terms.expiresAt(),
                terms.tariffSeries(),
                terms.textVersion(),
                basis.rho(),
                basis.region(),
                basis.regioplanVersionId(),
                basis.regioplanContentHash(),
                offer.replaces().orElse(null));
    }

    /** SHA-256 of its canonical JSON, in hexadecimal. */
    public String digest() {
        return Digests.hex(Digests.sha256(CanonicalJson.bytes(this)));
    }
}
