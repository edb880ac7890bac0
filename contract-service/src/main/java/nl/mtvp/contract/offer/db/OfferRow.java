package nl.mtvp.contract.offer.db;

import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.contract.contract.domain.Basis;
import nl.mtvp.contract.contract.domain.Signature;
import nl.mtvp.contract.offer.domain.Offer;
import nl.mtvp.contract.offer.domain.Offer.Closing;
import nl.mtvp.contract.offer.domain.OfferKind;
import nl.mtvp.contract.offer.domain.OfferState;
import nl.mtvp.contract.offer.domain.Proposal;
import nl.mtvp.contract.offer.domain.Turn.End;
import nl.mtvp.kernel.db.HexDigest;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.hibernate.annotations.Immutable;

/** An offer as it stands in its table. Offers are added in sets, by a statement; nobody may update what was offered. */
@Entity(name = "Offer")
@DynamicUpdate
class OfferRow {

    @Id
    UUID id;

    int version;

    @Enumerated(EnumType.STRING)
    OfferKind kind;

    Uzovi uzovi;
    Agb agb;
    LocalDate startsOn;
    Instant expiresAt;
    String tariffSeries;
    String textVersion;

    @Embedded
    @Convert(attributeName = "regioplanContentHash", converter = HexDigest.class)
    Basis basis;

    Instant proposedAt;

    @Enumerated(EnumType.STRING)
    OfferState state;

    Instant handedOverAt;
    UUID replacesOfferId;

    @EmbeddedColumnNaming("closed_%s")
    End closed;

    String closedBy;
    String closedReason;

    /** Takes on the state of the offer. Who wanted it back and why stays, also when the portal confirms it. */
    void turn(Offer turned, String by, String reason) {
        boolean withdrawn = turned.recorded() == OfferState.WITHDRAWN;
        state = turned.recorded();
        closed = turned.closing().map(Closing::how).orElse(null);
        closedBy = withdrawn && closedBy != null ? closedBy : by;
        closedReason = withdrawn && closedReason != null ? closedReason : reason;
    }

    Offer offer() {
        return new Offer(
                id,
                version,
                kind,
                new Proposal(uzovi, agb, startsOn, expiresAt, tariffSeries, textVersion),
                basis,
                proposedAt,
                state,
                handedOverAt != null,
                Optional.ofNullable(replacesOfferId),
                Optional.ofNullable(closed).map(end -> new Closing(end, Optional.ofNullable(closedReason))));
    }

    /** That an offer stays open for longer, as it stands in its table (D25). */
    @Entity(name = "OfferExtension")
    @IdClass(ExtensionRow.Key.class)
    @Immutable
    static class ExtensionRow {

        record Key(UUID offerId, int version) {}

        @Id
        UUID offerId;

        @Id
        int version;

        Instant expiredAt;
        Instant expiresAt;

        @EmbeddedColumnNaming("extended_%s")
        Signature extended;

        ExtensionRow() {}

        ExtensionRow(Offer before, Offer extended, Signature by) {
            offerId = extended.id();
            version = extended.version();
            expiredAt = before.terms().expiresAt();
            expiresAt = extended.terms().expiresAt();
            this.extended = by;
        }
    }
}
