package nl.mtvp.contract.contract.db;

import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.contract.contract.domain.Basis;
import nl.mtvp.contract.contract.domain.Certificate;
import nl.mtvp.contract.contract.domain.Contract;
import nl.mtvp.contract.contract.domain.Course;
import nl.mtvp.contract.contract.domain.Course.Annulled;
import nl.mtvp.contract.contract.domain.Course.EndOnRecord;
import nl.mtvp.contract.contract.domain.Course.StopInForce;
import nl.mtvp.contract.contract.domain.Course.SucceededBy;
import nl.mtvp.contract.contract.domain.Frozen;
import nl.mtvp.contract.contract.domain.Origin;
import nl.mtvp.kernel.db.HexDigest;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Kvk;
import nl.mtvp.kernel.identity.Uzovi;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.Immutable;

/** A contract as it stands in its table: what was signed, which nobody may update, and what befell it. */
@Entity(name = "Contract")
@DynamicUpdate
class ContractRow {

    @Id
    UUID id;

    UUID offerId;
    UUID administrativeId;
    UUID followingId;
    Uzovi uzovi;
    Agb agb;
    Kvk kvk;

    @Embedded
    @Convert(attributeName = "regioplanContentHash", converter = HexDigest.class)
    Basis basis;

    LocalDate startsOn;
    Instant acceptedAt;
    String tariffSeries;
    String textVersion;

    StopInForce stop;

    EndOnRecord ending;

    UUID successionId;

    @Formula("(select s.old_agb from succession_confirmation s where s.succession_id = succession_id)")
    Agb oldAgb;

    @Formula("(select s.new_agb from succession_confirmation s where s.succession_id = succession_id)")
    Agb newAgb;

    @Formula("(select s.succeeds_from from succession_confirmation s where s.succession_id = succession_id)")
    LocalDate succeedsFrom;

    Annulled annulled;

    ContractRow() {}

    ContractRow(Contract contract) {
        id = contract.id();
        offerId = idOf(contract, Origin.OriginKind.OFFER);
        administrativeId = idOf(contract, Origin.OriginKind.ADMINISTRATIVE);
        followingId = idOf(contract, Origin.OriginKind.FOLLOWING);
        uzovi = contract.uzovi();
        agb = contract.agb();
        kvk = contract.kvk();
        basis = contract.basis();
        startsOn = contract.startsOn();
        acceptedAt = contract.acceptedAt();
        tariffSeries = contract.tariffSeries();
        textVersion = contract.textVersion();
    }

    Contract contract() {
        var course = new Course(
                Optional.ofNullable(stop),
                Optional.ofNullable(ending),
                Optional.ofNullable(successionId)
                        .map(succession -> new SucceededBy(succession, oldAgb, newAgb, succeedsFrom)),
                Optional.ofNullable(annulled));
        return new Contract(
                id, origin(), uzovi, agb, kvk, basis, startsOn, acceptedAt, tariffSeries, textVersion, course);
    }

    private Origin origin() {
        if (offerId != null) {
            return new Origin(Origin.OriginKind.OFFER, offerId);
        }
        return followingId != null
                ? new Origin(Origin.OriginKind.FOLLOWING, followingId)
                : new Origin(Origin.OriginKind.ADMINISTRATIVE, administrativeId);
    }

    private static UUID idOf(Contract contract, Origin.OriginKind kind) {
        return contract.origin().kind() == kind ? contract.origin().id() : null;
    }

    /** A certificate as it stands in its table, byte for byte (D27). */
    @Entity(name = "Certificate")
    @Immutable
    static class CertificateRow {

        @Id
        UUID contractId;

        byte[] document;

        @Convert(converter = HexDigest.class)
        String digest;

        CertificateRow() {}

        CertificateRow(Certificate certificate) {
            contractId = certificate.contractId();
            document = certificate.frozen().bytes();
            digest = certificate.digest();
        }

        Certificate certificate() {
            return new Certificate(contractId, new Frozen(new String(document, StandardCharsets.UTF_8), digest));
        }
    }

    /**
     * Whose turn a contract is from a day on, as the database keeps it from the contract. The days themselves, which change
     * with each stop and end, are no attribute: they are asked for in SQL.
     */
    @Entity(name = "ContractHolding")
    @IdClass(HoldingRow.Key.class)
    @Immutable
    static class HoldingRow {

        record Key(UUID contractId, LocalDate heldFrom) {}

        @Id
        UUID contractId;

        @Id
        LocalDate heldFrom;

        Uzovi uzovi;
        Agb agb;
    }
}
