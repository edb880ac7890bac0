package nl.mtvp.plan.learning.db;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.plan.catalogue.domain.Kernelement;
import nl.mtvp.plan.learning.domain.Facts;
import nl.mtvp.plan.learning.domain.Facts.ComplianceIntervention;
import nl.mtvp.plan.learning.domain.Facts.ComplianceIntervisie;
import nl.mtvp.plan.learning.domain.Facts.ComplianceParticipation;
import nl.mtvp.plan.praktijkplan.domain.Deadline;
import org.jdbi.v3.core.statement.Query;

/** Reads what is known of practices' implementation years (D12): as many statements for a page as for one practice. */
@ApplicationScoped
public class PictureRepository {

    /** Each practice with its own year: it begins and ends with the admitted quarter. */
    private static final String YEARS =
            """
            with implementation (agb, year, starts, ends) as (
                select * from unnest(cast(:agbs as text[]), cast(:years as integer[]), cast(:froms as date[]),
                    cast(:untils as date[])))
            """;

    private static final String MEETINGS =
            """
            select y.agb, r.meeting_id, r.held_on
            from implementation y
            join intervisie_presence p on p.agb = y.agb
            join intervisie_report r on r.meeting_id = p.meeting_id and r.number = p.number
                and r.held_on >= y.starts and r.held_on < y.ends
            where not exists (select from intervisie_report next
                where next.meeting_id = r.meeting_id and next.number = r.number + 1)
            order by y.agb, r.held_on, r.meeting_id
            """;

    private static final String VERSIONS =
            """
            select y.agb, v.number
            from implementation y
            join praktijkplan k on k.agb = y.agb
            join praktijkplan_version v on v.praktijkplan_id = k.id and v.year = y.year and v.state = 'SUBMITTED'
            """;

    private static final String INTERVENTIONS =
            """
            , planned as (
                select y.agb, i.code
                from implementation y
                join praktijkplan k on k.agb = y.agb
                join praktijkplan_version v on v.praktijkplan_id = k.id and v.year = y.year and v.state = 'SUBMITTED'
                join praktijkplan_intervention i on i.version_id = v.id),
            carried as (
                select y.agb, t.code, t.id, t.took_place_on
                from implementation y
                join participation t on t.agb = y.agb and t.took_place_on >= y.starts and t.took_place_on < y.ends
                where not exists (select from participation_withdrawal w where w.participation_id = t.id))
            select agb, code, i.kernelement, planned.code is not null as planned, carried.id, carried.took_place_on
            from planned full join carried using (agb, code) join intervention i using (code)
            order by agb, code, took_place_on, id
            """;

    private final Sql sql;

    PictureRepository(Sql sql) {
        this.sql = sql;
    }

    private record Line(String code, Kernelement kernelement, boolean planned, ComplianceParticipation part) {}

    /** The facts of each deadline's year, in their order. */
    public List<Facts> facts(List<Deadline> deadlines) {
        var meetings = meetings(deadlines);
        var versions = versions(deadlines);
        var interventions = interventions(deadlines);
        return deadlines.stream()
                .map(deadline -> new Facts(
                        deadline,
                        versions.get(deadline.agb()),
                        meetings.getOrDefault(deadline.agb(), List.of()),
                        carried(interventions.getOrDefault(deadline.agb(), List.of()))))
                .toList();
    }

    private Map<Agb, List<ComplianceIntervisie>> meetings(List<Deadline> deadlines) {
        return query(MEETINGS, deadlines)
                .map((row, context) -> Map.entry(
                        new Agb(row.getString("agb")),
                        new ComplianceIntervisie(
                                row.getObject("meeting_id", UUID.class), row.getObject("held_on", LocalDate.class))))
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    private Map<Agb, Integer> versions(List<Deadline> deadlines) {
        return query(VERSIONS, deadlines)
                .map((row, context) -> Map.entry(new Agb(row.getString("agb")), row.getInt("number")))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Map<Agb, List<Line>> interventions(List<Deadline> deadlines) {
        return query(INTERVENTIONS, deadlines)
                .map((row, context) -> {
                    var id = row.getObject("id", UUID.class);
                    var part = id == null
                            ? null
                            : new ComplianceParticipation(id, row.getObject("took_place_on", LocalDate.class));
                    var line = new Line(
                            row.getString("code"),
                            Kernelement.valueOf(row.getString("kernelement")),
                            row.getBoolean("planned"),
                            part);
                    return Map.entry(new Agb(row.getString("agb")), line);
                })
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    private static List<ComplianceIntervention> carried(List<Line> lines) {
        var byCode = lines.stream().collect(groupingBy(Line::code, TreeMap::new, toList()));
        return byCode.values().stream()
                .map(same -> new ComplianceIntervention(
                        same.get(0).code(),
                        same.get(0).kernelement(),
                        same.get(0).planned(),
                        same.stream()
                                .filter(line -> line.part() != null)
                                .map(Line::part)
                                .toList()))
                .toList();
    }

    private Query query(String sql, List<Deadline> deadlines) {
        return this.sql
                .query(YEARS + sql)
                .bind("agbs", deadlines.stream().map(line -> line.agb().code()).toArray(String[]::new))
                .bind(
                        "years",
                        deadlines.stream().map(line -> line.year().number()).toArray(Integer[]::new))
                .bind(
                        "froms",
                        deadlines.stream().map(line -> line.from().toString()).toArray(String[]::new))
                .bind(
                        "untils",
                        deadlines.stream().map(line -> line.until().toString()).toArray(String[]::new));
    }
}
