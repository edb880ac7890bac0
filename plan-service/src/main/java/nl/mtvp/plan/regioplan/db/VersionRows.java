package nl.mtvp.plan.regioplan.db;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.plan.catalogue.domain.Intervention;
import nl.mtvp.plan.regioplan.domain.Activity;
import nl.mtvp.plan.regioplan.domain.Agreement;
import nl.mtvp.plan.regioplan.domain.Challenge;
import nl.mtvp.plan.regioplan.domain.Content;
import nl.mtvp.plan.regioplan.domain.Decision;
import nl.mtvp.plan.regioplan.domain.Details;
import nl.mtvp.plan.regioplan.domain.Evidence;
import nl.mtvp.plan.regioplan.domain.Party;
import nl.mtvp.plan.regioplan.domain.PlanVersion;
import nl.mtvp.plan.regioplan.domain.RhoShare;
import nl.mtvp.plan.regioplan.domain.Selection;
import nl.mtvp.plan.regioplan.domain.Subjects;
import nl.mtvp.plan.regioplan.domain.VersionState;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Reads one version with all that belongs to it. */
@ApplicationScoped
class VersionRows {

    private final Sql sql;
    private final ObjectMapper json;

    VersionRows(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    RowMapper<PlanVersion> mapper() {
        return (row, context) -> version(row);
    }

    private PlanVersion version(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var content = content(row.getString("content"), selections(id));
        var course = new PlanVersion.Course(
                row.getString("created_by"),
                moment(row, "created_at"),
                row.getString("submitted_by"),
                moment(row, "submitted_at"),
                row.getObject("decision_due_on", LocalDate.class),
                moment(row, "decided_at"));
        return new PlanVersion(
                id,
                row.getObject("regioplan_id", UUID.class),
                row.getInt("number"),
                PlanVersion.Origin.valueOf(row.getString("origin")),
                VersionState.valueOf(row.getString("state")),
                content,
                course,
                parties(id),
                decisions(id),
                evidence(id));
    }

    private Content content(String canonical, List<Selection> selections) {
        try {
            var tree = json.readTree(canonical);
            var regions = new ArrayList<String>();
            tree.get("regions").forEach(region -> regions.add(region.textValue()));
            return new Content(
                    tree.get("rho").textValue(), regions, tree.get("title").textValue(), selections, details(tree));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("the database keeps what was hashed, which is JSON", impossible);
        }
    }

    private Details details(JsonNode tree) {
        return new Details(
                subjects(tree.get("subjects")),
                list(tree, "challenges", Challenge.class),
                list(tree, "activities", Activity.class),
                list(tree, "agreements", Agreement.class),
                json.convertValue(tree.get("rhoShare"), RhoShare.class));
    }

    private <T> List<T> list(JsonNode tree, String name, Class<T> type) {
        var list = new ArrayList<T>();
        tree.path(name).forEach(line -> list.add(json.convertValue(line, type)));
        return list;
    }

    private static Subjects subjects(JsonNode told) {
        return new Subjects(
                told.path("missionAndVision").textValue(),
                told.path("ictVision").textValue(),
                told.path("governance").textValue(),
                told.path("support").textValue(),
                told.path("challenges").textValue(),
                told.path("activities").textValue(),
                told.path("agreements").textValue());
    }

    private List<Selection> selections(UUID version) {
        return sql.query(
                        """
                        select i.code, i.kernelement, i.name_nl, i.name_en, i.usable_from, s.first_year
                        from regioplan_selection s join intervention i using (code)
                        where s.version_id = :version order by i.code
                        """)
                .bind("version", version)
                .map((row, context) -> new Selection(
                        ConstructorMapper.of(Intervention.class).map(row, context), row.getInt("first_year")))
                .list();
    }

    private List<Party> parties(UUID version) {
        return sql.query("select region, uzovi from regioplan_party where version_id = :version order by region, uzovi")
                .bind("version", version)
                .map(ConstructorMapper.of(Party.class))
                .list();
    }

    private List<Decision> decisions(UUID version) {
        return sql.query(
                        """
                        select uzovi, decision, comment, decided_by, decided_at from regioplan_decision
                        where version_id = :version order by decided_at, uzovi
                        """)
                .bind("version", version)
                .map(ConstructorMapper.of(Decision.class))
                .list();
    }

    private List<Evidence> evidence(UUID version) {
        return sql.query(
                        """
                        select uzovi, approved_by, approved_on, encode(document_digest, 'hex') as document_digest
                        from regioplan_evidence where version_id = :version order by uzovi
                        """)
                .bind("version", version)
                .map(ConstructorMapper.of(Evidence.class))
                .list();
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        var moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
