package nl.mtvp.payment.frame.db;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import nl.mtvp.payment.frame.domain.Frame.Limit;
import org.hibernate.annotations.Immutable;

/** A year's macro frame as it stands in its table, which migrations keep (D55). */
@Entity(name = "MacroFrame")
@Table(name = "macro_frame")
@Immutable
class MacroFrameRow {

    @Id
    int year;

    long cents;
    String source;

    Limit limit() {
        return new Limit(cents, source);
    }
}
