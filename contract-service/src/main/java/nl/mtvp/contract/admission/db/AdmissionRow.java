package nl.mtvp.contract.admission.db;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.mtvp.contract.admission.domain.Admission;
import nl.mtvp.contract.admission.domain.ApprovedRegioplan;
import nl.mtvp.contract.admission.domain.RegionOfPlan;
import nl.mtvp.kernel.db.HexDigest;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import org.hibernate.annotations.Immutable;
import org.threeten.extra.YearQuarter;

/** An admission as it stands in its table, as plan-service told it last. */
@Entity(name = "Admission")
@IdClass(AdmissionRow.Key.class)
class AdmissionRow {

    @Id
    Agb agb;

    @Id
    UUID roundId;

    String rho;
    String region;
    String hub;
    YearQuarter quarter;
    long ion;
    UUID drawId;
    String withdrawnReason;
    Instant knownAtSource;
    Instant recordedAt;

    /** A practice is admitted once in a round. */
    record Key(Agb agb, UUID roundId) {}

    AdmissionRow() {}

    AdmissionRow(Admission admission, long ion, UUID drawId, Instant knownAtSource, Instant recordedAt) {
        agb = admission.agb();
        roundId = admission.roundId();
        rho = admission.rho();
        region = admission.region();
        hub = admission.hub();
        quarter = admission.quarter();
        this.ion = ion;
        this.drawId = drawId;
        this.knownAtSource = knownAtSource;
        this.recordedAt = recordedAt;
    }

    Admission admission() {
        return new Admission(agb, roundId, rho, region, hub, quarter);
    }

    /** A version of a regioplan as it stands in its table, as plan-service told it. */
    @Entity(name = "Regioplan")
    @Table(name = "regioplan_version")
    static class RegioplanRow {

        @Id
        UUID versionId;

        UUID regioplanId;
        int versionNumber;

        @Convert(converter = HexDigest.class)
        String contentHash;

        String rho;
        Instant approvedAt;
        UUID supersededBy;
        Instant knownAtSource;
        Instant recordedAt;

        RegioplanRow() {}

        RegioplanRow(ApprovedRegioplan regioplan, Instant knownAtSource, Instant recordedAt) {
            versionId = regioplan.versionId();
            regioplanId = regioplan.regioplanId();
            versionNumber = regioplan.versionNumber();
            contentHash = regioplan.contentHash();
            rho = regioplan.rho();
            approvedAt = regioplan.approvedAt();
            this.knownAtSource = knownAtSource;
            this.recordedAt = recordedAt;
        }

        ApprovedRegioplan regioplan() {
            return new ApprovedRegioplan(regioplanId, versionId, versionNumber, contentHash, rho, approvedAt);
        }

        /** A region that the version covers, with the insurers that are preferent there by its approval. */
        @Entity(name = "RegioplanRegion")
        @IdClass(RegionRow.Key.class)
        @Immutable
        static class RegionRow {

            @Id
            String region;

            @Id
            @Column(name = "version_id")
            UUID versionId;

            @ManyToOne(fetch = FetchType.LAZY)
            @JoinColumn(name = "version_id", insertable = false, updatable = false)
            RegioplanRow version;

            List<String> preferentInsurers;

            /** A version covers a region once. */
            record Key(String region, UUID versionId) {}

            RegionRow() {}

            RegionRow(UUID versionId, RegionOfPlan region) {
                this.region = region.region();
                this.versionId = versionId;
                preferentInsurers =
                        region.preferentInsurers().stream().map(Uzovi::code).toList();
            }
        }
    }
}
