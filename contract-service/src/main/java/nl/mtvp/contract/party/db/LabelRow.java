package nl.mtvp.contract.party.db;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import nl.mtvp.contract.party.domain.Label;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.identity.Uzovi;
import org.hibernate.annotations.DynamicUpdate;

/** A label as it stands in its table. */
@Entity(name = "Label")
@Table(name = "insurer_label")
@DynamicUpdate
class LabelRow extends InsurerFactRow {

    Uzovi label;
    String name;

    LabelRow() {}

    LabelRow(Label label, Actor by, Instant now) {
        super(label.id(), label.uzovi(), label.valid(), by, now);
        this.label = label.label();
        name = label.name();
    }

    Label label() {
        return new Label(id, uzovi, label, name, valid());
    }
}
