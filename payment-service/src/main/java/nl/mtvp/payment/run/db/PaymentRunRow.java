package nl.mtvp.payment.run.db;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.kernel.db.HexDigest;
import nl.mtvp.kernel.identity.Deed;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.payment.approval.domain.Withdrawal;
import nl.mtvp.payment.run.domain.PaymentRun;
import nl.mtvp.payment.run.domain.RunState;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.threeten.extra.YearQuarter;

/** A run as it stands in its table; what was asked for never changes, what became of it does (D46). */
@Entity(name = "PaymentRun")
@Table(name = "payment_run")
@DynamicUpdate
class PaymentRunRow {

    @Id
    UUID id;

    Uzovi uzovi;
    YearQuarter quarter;

    @Enumerated(EnumType.STRING)
    RunState state;

    Instant cutOff;

    @Convert(converter = HexDigest.class)
    String proposalHash;

    @EmbeddedColumnNaming("made_%s")
    Deed made;

    @EmbeddedColumnNaming("approved_%s")
    Deed approved;

    Instant postedAt;
    Withdrawal withdrawn;
    int attempts;
    Instant tryAfter;
    String failure;

    /** A run that is to be computed. */
    static PaymentRunRow made(UUID id, Uzovi uzovi, YearQuarter quarter, Instant cutOff, Deed made) {
        var row = new PaymentRunRow();
        row.id = id;
        row.uzovi = uzovi;
        row.quarter = quarter;
        row.state = RunState.COMPUTING;
        row.cutOff = cutOff;
        row.made = made;
        return row;
    }

    PaymentRun run() {
        return new PaymentRun(
                id,
                uzovi,
                quarter,
                state,
                cutOff,
                made,
                Optional.ofNullable(proposalHash),
                Optional.ofNullable(approved),
                Optional.ofNullable(postedAt),
                Optional.ofNullable(withdrawn),
                attempts,
                failure);
    }
}
