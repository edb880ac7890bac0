package nl.mtvp.plan.learning.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.access.Visibility.Owner;
import nl.mtvp.kernel.db.Filters;
import nl.mtvp.kernel.db.Order;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.db.Violations;
import nl.mtvp.kernel.failure.DomainFailure;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uuids;
import nl.mtvp.plan.learning.domain.LearningRefused;
import nl.mtvp.plan.learning.domain.Meeting;
import nl.mtvp.plan.learning.domain.Meeting.MeetingFilter;
import nl.mtvp.plan.learning.domain.Report;

/** Keeps intervisie meetings and their reports (D12). An RHO sees its own, a practice those at which it was present. */
@ApplicationScoped
public class MeetingRepository implements PanacheRepositoryBase<ReportRow, ReportRow.Key> {

    private static final String FROM = "from IntervisieReport r join fetch r.meeting m";
    private static final Order<ReportRow> BY_MEETING = Order.by("m.id", Uuids::of, row -> row.meetingId);
    private static final Order<ReportRow> BY_NUMBER = Order.by("r.number", Integer::valueOf, row -> row.number);

    /** That nothing corrected a report. */
    private static final String NEWEST = "not exists (select 1 from IntervisieReport later"
            + " where later.meetingId = %1$s.meetingId and later.number = %1$s.number + 1)";

    private final Sql sql;

    MeetingRepository(Sql sql) {
        this.sql = sql;
    }

    public void add(Meeting meeting) {
        var row = MeetingRow.of(meeting);
        getEntityManager().persist(row);
        persist(ReportRow.of(row, meeting.report()));
    }

    /** @throws LearningRefused when it corrects one that was corrected before, or that is not there */
    public void add(UUID meeting, Report correction) {
        persist(ReportRow.of(getEntityManager().find(MeetingRow.class, meeting), correction));
        Supplier<DomainFailure> notTheNewest = () -> LearningRefused.reportNotTheNewest(correction.number() - 1);
        Violations.translating(
                Map.of("a_report_is_corrected_once", notTheNewest, "what_is_corrected_is_there", notTheNewest),
                this::flush);
    }

    /** Which of these practices an RHO's regions had on a day. */
    public Set<Agb> ofRho(String rho, Collection<Agb> agbs, LocalDate day) {
        return sql.query(
                        """
                                select p.agb from practices_on(:day) p join region g on g.code = p.region
                                where g.rho = :rho and p.agb = any(:agbs)
                                """)
                .bind("day", day)
                .bind("rho", rho)
                .bind("agbs", agbs.stream().map(Agb::code).toArray(String[]::new))
                .mapTo(Agb.class)
                .set();
    }

    public Optional<Meeting> find(UUID id, Visibility visibility) {
        var wanted = visible(visibility).and("m.id = :id", "id", id).and(NEWEST.formatted("r"));
        return find(FROM + " " + wanted.where(), wanted.parameters())
                .singleResultOptional()
                .map(ReportRow::meeting);
    }

    /** All reports of a meeting that is visible, the first first. */
    public Page<Meeting> listReports(UUID id, Visibility visibility, PageRequest asked) {
        var wanted = visible(visibility).and("m.id = :id", "id", id);
        return BY_NUMBER.page(this, FROM, wanted, asked).map(ReportRow::meeting);
    }

    /** By id, each with its newest report. */
    public Page<Meeting> list(MeetingFilter filter, Visibility visibility, PageRequest asked) {
        var wanted = visible(visibility)
                .and(NEWEST.formatted("r"))
                .and("m.region = :region", "region", filter.region())
                .and(":agb member of r.practices", "agb", filter.agb())
                .and("r.heldOn >= :from", "from", filter.from())
                .and("r.heldOn < :until", "until", filter.until());
        return BY_MEETING.page(this, FROM, wanted, asked).map(ReportRow::meeting);
    }

    /** To the RHO, and to who stands in the newest report. */
    private static Filters visible(Visibility visibility) {
        var present = visibility.hql(Map.of(Owner.PRACTICE, "a"));
        return new Filters()
                .and(visibility
                        .hql(Map.of(Owner.RHO, "m.rho"))
                        .or(
                                "exists (select 1 from IntervisieReport p join p.practices a where p.meetingId = m.id and "
                                        + present.sql() + " and " + NEWEST.formatted("p") + ")",
                                present.parameters()));
    }
}
