package nl.mtvp.plan.learning.db;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Deed;
import nl.mtvp.plan.learning.domain.Meeting;
import nl.mtvp.plan.learning.domain.Report;
import nl.mtvp.plan.learning.domain.Told;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.SortNatural;

/** A report of a meeting as it stands in its table. A page of reports fetches the lists of all of them at once. */
@Entity(name = "IntervisieReport")
@IdClass(ReportRow.Key.class)
@Immutable
class ReportRow {

    /** Reports of a meeting count from 1. */
    record Key(UUID meetingId, int number) {}

    @Id
    @Column(name = "meeting_id")
    UUID meetingId;

    @Id
    int number;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "meeting_id", insertable = false, updatable = false)
    MeetingRow meeting;

    Integer corrects;
    LocalDate heldOn;
    String insights;
    String reason;

    @EmbeddedColumnNaming("recorded_%s")
    Deed recorded;

    @ElementCollection
    @CollectionTable(
            name = "intervisie_presence",
            joinColumns = {@JoinColumn(name = "meeting_id"), @JoinColumn(name = "number")})
    @Column(name = "agb")
    @SortNatural
    @BatchSize(size = 1_000)
    SortedSet<Agb> practices;

    @ElementCollection
    @CollectionTable(
            name = "intervisie_subject",
            joinColumns = {@JoinColumn(name = "meeting_id"), @JoinColumn(name = "number")})
    @Column(name = "code")
    @SortNatural
    @BatchSize(size = 1_000)
    SortedSet<String> interventions;

    static ReportRow of(MeetingRow meeting, Report report) {
        var row = new ReportRow();
        row.meetingId = meeting.id;
        row.number = report.number();
        row.meeting = meeting;
        row.corrects = report.number() == 1 ? null : report.number() - 1;
        row.heldOn = report.told().heldOn();
        row.insights = report.told().insights();
        row.reason = report.reason();
        row.recorded = report.recorded();
        row.practices = new TreeSet<>(report.told().practices());
        row.interventions = new TreeSet<>(report.told().interventions());
        return row;
    }

    Meeting meeting() {
        var told = new Told(heldOn, List.copyOf(practices), List.copyOf(interventions), insights);
        return new Meeting(meetingId, meeting.rho, meeting.region, new Report(number, told, reason, recorded));
    }
}
