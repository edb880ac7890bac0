package nl.mtvp.plan.learning.db;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import nl.mtvp.plan.learning.domain.Meeting;
import org.hibernate.annotations.Immutable;

/** A meeting as it stands in its table; what is told of it stands in its reports. */
@Entity(name = "IntervisieMeeting")
@Immutable
class MeetingRow {

    @Id
    UUID id;

    String rho;
    String region;

    static MeetingRow of(Meeting meeting) {
        var row = new MeetingRow();
        row.id = meeting.id();
        row.rho = meeting.rho();
        row.region = meeting.region();
        return row;
    }
}
