package nl.mtvp.plan.regioplan.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.db.Violations;
import nl.mtvp.kernel.failure.DomainFailure;
import nl.mtvp.plan.regioplan.domain.Decision;
import nl.mtvp.plan.regioplan.domain.Evidence;
import nl.mtvp.plan.regioplan.domain.InsurerHasDecided;
import nl.mtvp.plan.regioplan.domain.MakerNeverDecides;
import nl.mtvp.plan.regioplan.domain.Party;
import nl.mtvp.plan.regioplan.domain.PlanVersion;
import nl.mtvp.plan.regioplan.domain.Selection;
import nl.mtvp.plan.regioplan.domain.Submission;
import nl.mtvp.plan.regioplan.domain.VersionState;
import nl.mtvp.plan.regioplan.domain.VersionSummary;
import nl.mtvp.plan.regioplan.domain.VersionUnderDecision;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Keeps versions of regioplannen. Their RHO sees all, an insurer those on which it decides or decided. */
@ApplicationScoped
public class VersionRepository {

    private static final String SELECT =
            """
            select v.id, v.regioplan_id, v.number, v.origin, v.state, v.content, v.created_by, v.created_at,
                   v.submitted_by, v.submitted_at, v.decision_due_on, v.decided_at
            from regioplan_version v join regioplan p on p.id = v.regioplan_id
            """;

    private final Sql sql;
    private final VersionRows rows;

    VersionRepository(Sql sql, VersionRows rows) {
        this.sql = sql;
        this.rows = rows;
    }

    public void add(PlanVersion version) {
        sql.update(
                        """
                        insert into regioplan_version (id, regioplan_id, number, origin, content, content_hash, state,
                            created_at, created_by)
                        values (:id, :regioplanId, :number, :origin, :content, decode(:hash, 'hex'), 'DRAFT',
                            :createdAt, :createdBy)
                        """)
                .bind("id", version.id())
                .bind("regioplanId", version.regioplanId())
                .bind("number", version.number())
                .bind("origin", version.origin())
                .bind("content", new String(version.content().canonical(), StandardCharsets.UTF_8))
                .bind("hash", version.content().hash())
                .bind("createdAt", version.course().createdAt())
                .bind("createdBy", version.course().createdBy())
                .execute();
        var selections = version.content().selections();
        sql.update(
                        """
                        insert into regioplan_selection (version_id, code, first_year)
                        select :id, code, first_year from unnest(:codes, :years) as line (code, first_year)
                        """)
                .bind("id", version.id())
                .bind(
                        "codes",
                        selections.stream()
                                .map(line -> line.intervention().code())
                                .toArray(String[]::new))
                .bind("years", selections.stream().map(Selection::firstYear).toArray(Integer[]::new))
                .execute();
    }

    public int newest(UUID regioplan) {
        return sql.query("select coalesce(max(number), 0) from regioplan_version where regioplan_id = :regioplan")
                .bind("regioplan", regioplan)
                .mapTo(Integer.class)
                .one();
    }

    /** Freezes who decides, and lets them (D6). */
    public void submit(UUID version, List<Party> parties, Submission submission) {
        Violations.translated(Map.of("one_version_under_decision", VersionUnderDecision::new), () -> sql.update(
                        """
                        update regioplan_version set state = 'SUBMITTED', commits_to_leidraad = true,
                            submitted_at = :submittedAt, submitted_by = :submittedBy, decision_due_on = :decisionDueOn
                        where id = :version
                        """)
                .bind("version", version)
                .bindMethods(submission)
                .execute());
        sql.update(
                        """
                        insert into regioplan_party (version_id, region, uzovi)
                        select :version, region, uzovi from unnest(:regions, :uzovis) as line (region, uzovi)
                        """)
                .bind("version", version)
                .bind("regions", parties.stream().map(Party::region).toArray(String[]::new))
                .bind(
                        "uzovis",
                        parties.stream().map(party -> party.uzovi().code()).toArray(String[]::new))
                .execute();
    }

    public void addEvidence(UUID version, List<Evidence> evidence) {
        var batch = sql.batch(
                """
                insert into regioplan_evidence (version_id, uzovi, approved_by, approved_on, document_digest)
                values (:version, :uzovi, :approvedBy, :approvedOn, decode(:documentDigest, 'hex'))
                """);
        evidence.forEach(
                stated -> batch.bind("version", version).bindMethods(stated).add());
        batch.execute();
    }

    public void addDecision(PlanVersion version, Decision decision) {
        Map<String, Supplier<? extends DomainFailure>> failures = Map.of(
                "each_insurer_decides_once",
                () -> new InsurerHasDecided(decision.uzovi()),
                "the_maker_never_decides",
                MakerNeverDecides::new);
        Violations.translated(failures, () -> sql.update(
                        """
                        insert into regioplan_decision (version_id, uzovi, decision, comment, created_by, submitted_by,
                            decided_by, decided_at)
                        values (:version, :uzovi, :decision, :comment, :createdBy, :submittedBy, :decidedBy,
                            :decidedAt)
                        """)
                .bind("version", version.id())
                .bind("createdBy", version.course().createdBy())
                .bind("submittedBy", version.course().submittedBy())
                .bindMethods(decision)
                .execute());
    }

    public void becomes(UUID version, VersionState state, Instant decidedAt) {
        sql.update("update regioplan_version set state = :state, decided_at = :decidedAt where id = :version")
                .bind("version", version)
                .bind("state", state)
                .bind("decidedAt", decidedAt)
                .execute();
    }

    public Optional<PlanVersion> visible(UUID regioplan, int number, Visibility visibility) {
        var visible = Sight.ofVersions(visibility);
        return sql.query(SELECT + "where v.regioplan_id = :regioplan and v.number = :number and <visible>")
                .define("visible", visible.sql())
                .bindMap(visible.parameters())
                .bind("regioplan", regioplan)
                .bind("number", number)
                .map(rows.mapper())
                .findOne();
    }

    public Optional<PlanVersion> inForce(UUID regioplan) {
        return sql.query(SELECT + "where v.regioplan_id = :regioplan and v.state = 'APPROVED'")
                .bind("regioplan", regioplan)
                .map(rows.mapper())
                .findOne();
    }

    public List<VersionSummary> summaries(UUID regioplan, Visibility visibility, String after, int limit) {
        var visible = Sight.ofVersions(visibility);
        return sql.query(
                        """
                        select v.number, v.state, v.origin, encode(v.content_hash, 'hex') as content_hash
                        from regioplan_version v join regioplan p on p.id = v.regioplan_id
                        where v.regioplan_id = :regioplan and <visible>
                          and (cast(:after as text) is null or lpad(cast(v.number as text), 9, '0') > :after)
                        order by v.number limit :limit
                        """)
                .define("visible", visible.sql())
                .bindMap(visible.parameters())
                .bind("regioplan", regioplan)
                .bind("after", after)
                .bind("limit", limit)
                .map(ConstructorMapper.of(VersionSummary.class))
                .list();
    }
}
