package nl.mtvp.contract.admission.db;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import nl.mtvp.contract.admission.domain.Admission;
import nl.mtvp.kernel.identity.Agb;
import org.threeten.extra.YearQuarter;

/** An admission as it stands in its table, as plan-service told it last. */
@Entity(name = "Admission")
@Table(name = "admission")
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

    static AdmissionRow of(Admission admission, long ion, UUID drawId, Instant knownAtSource, Instant recordedAt) {
        var row = new AdmissionRow();
        row.agb = admission.agb();
        row.roundId = admission.roundId();
        row.rho = admission.rho();
        row.region = admission.region();
        row.hub = admission.hub();
        row.quarter = admission.quarter();
        row.ion = ion;
        row.drawId = drawId;
        row.knownAtSource = knownAtSource;
        row.recordedAt = recordedAt;
        return row;
    }

    Admission admission() {
        return new Admission(agb, roundId, rho, region, hub, quarter);
    }
}
