package nl.mtvp.contract.offer.db;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import nl.mtvp.contract.contract.domain.Signature;
import nl.mtvp.contract.offer.domain.Offer;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.hibernate.annotations.Immutable;

/** That an offer stays open for longer, as it stands in its table (D25). */
@Entity(name = "OfferExtension")
@Table(name = "offer_extension")
@IdClass(OfferExtensionRow.Key.class)
@Immutable
class OfferExtensionRow {

    record Key(UUID offerId, int version) {}

    @Id
    UUID offerId;

    @Id
    int version;

    Instant expiredAt;
    Instant expiresAt;

    @Embedded
    @EmbeddedColumnNaming("extended_%s")
    Signature extended;

    static OfferExtensionRow of(Offer before, Offer extended, Signature by) {
        var row = new OfferExtensionRow();
        row.offerId = extended.id();
        row.version = extended.version();
        row.expiredAt = before.terms().expiresAt();
        row.expiresAt = extended.terms().expiresAt();
        row.extended = by;
        return row;
    }
}
