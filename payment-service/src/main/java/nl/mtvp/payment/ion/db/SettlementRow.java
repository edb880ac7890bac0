package nl.mtvp.payment.ion.db;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.payment.ion.domain.Settlement;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.Immutable;

/**
 * A settlement as it stands in its table, where one range holds since when and until when it is known. It is written
 * without an end; a statement ends it (D39).
 */
@Entity(name = "Settlement")
@Table(name = "ion_settlement")
@Immutable
class SettlementRow {

    @Id
    UUID id;

    UUID deliveryId;

    @Formula("(select d.uzovi from ion_delivery d where d.id = delivery_id)")
    Uzovi uzovi;

    UUID pseudonym;
    Agb countedWith;
    Agb countsWith;
    String reason;
    String settledBy;

    @Column(name = "known", columnDefinition = "tstzrange")
    @ColumnTransformer(read = "lower(known)", write = "tstzrange(?, null)")
    Instant knownFrom;

    @Formula("upper(known)")
    Instant knownUntil;

    String withdrawnBy;
    String withdrawnReason;

    static SettlementRow of(Settlement settlement) {
        var row = new SettlementRow();
        row.id = settlement.id();
        row.deliveryId = settlement.deliveryId();
        row.uzovi = settlement.uzovi();
        row.pseudonym = settlement.pseudonym();
        row.countedWith = settlement.countedWith();
        row.countsWith = settlement.countsWith();
        row.reason = settlement.reason();
        row.settledBy = settlement.settledBy();
        row.knownFrom = settlement.knownFrom();
        return row;
    }

    Settlement settlement() {
        return new Settlement(
                id,
                deliveryId,
                uzovi,
                pseudonym,
                countedWith,
                countsWith,
                reason,
                settledBy,
                knownFrom,
                knownUntil,
                withdrawnBy,
                withdrawnReason);
    }
}
