package nl.mtvp.plan.learning.db;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import nl.mtvp.kernel.access.Actor;
import org.hibernate.annotations.Immutable;

/** That a participation was withdrawn, as it stands in its table. */
@Entity(name = "ParticipationWithdrawal")
@Table(name = "participation_withdrawal")
@Immutable
class WithdrawalRow {

    @Id
    UUID participationId;

    String reason;
    Instant withdrawnAt;
    String withdrawnBy;

    static WithdrawalRow of(UUID participation, String reason, Actor actor, Instant now) {
        var row = new WithdrawalRow();
        row.participationId = participation;
        row.reason = reason;
        row.withdrawnAt = now;
        row.withdrawnBy = actor.subject();
        return row;
    }
}
