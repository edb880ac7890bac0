package nl.mtvp.contract.admission.db;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.time.Instant;
import java.util.UUID;
import nl.mtvp.contract.admission.domain.Admission;
import nl.mtvp.kernel.identity.Agb;
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
}
