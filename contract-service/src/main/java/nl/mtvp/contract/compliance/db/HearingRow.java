package nl.mtvp.contract.compliance.db;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import nl.mtvp.contract.compliance.domain.Hearing;
import org.hibernate.annotations.Immutable;

/** The hearing of a review as it stands in its table. */
@Entity(name = "ReviewHearing")
@Table(name = "compliance_hearing")
@Immutable
class HearingRow {

    @Id
    UUID reviewId;

    @Embedded
    Hearing hearing;

    static HearingRow of(UUID reviewId, Hearing hearing) {
        var row = new HearingRow();
        row.reviewId = reviewId;
        row.hearing = hearing;
        return row;
    }

    Hearing hearing() {
        return hearing;
    }
}
