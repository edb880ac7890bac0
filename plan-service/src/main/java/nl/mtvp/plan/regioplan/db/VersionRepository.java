package nl.mtvp.plan.regioplan.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.access.Visibility.Owner;
import nl.mtvp.kernel.db.Filters;
import nl.mtvp.kernel.db.Order;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.db.Violations;
import nl.mtvp.kernel.identity.Deed;
import nl.mtvp.kernel.identity.Uuids;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.plan.regioplan.domain.Content;
import nl.mtvp.plan.regioplan.domain.Decision;
import nl.mtvp.plan.regioplan.domain.Evidence;
import nl.mtvp.plan.regioplan.domain.OwedDecision;
import nl.mtvp.plan.regioplan.domain.Party;
import nl.mtvp.plan.regioplan.domain.PlanVersion;
import nl.mtvp.plan.regioplan.domain.PlanVersion.ListedVersion;
import nl.mtvp.plan.regioplan.domain.PlanVersion.VersionSummary;
import nl.mtvp.plan.regioplan.domain.PlanVersion.Withdrawal;
import nl.mtvp.plan.regioplan.domain.RegioplanRefused;
import nl.mtvp.plan.regioplan.domain.Selection;
import nl.mtvp.plan.regioplan.domain.VersionState;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Keeps versions of regioplannen. Their RHO sees all, an insurer those on which it decides or decided. */
@ApplicationScoped
public class VersionRepository implements PanacheRepositoryBase<VersionRow, UUID> {

    private static final String FROM = "from RegioplanVersion v join fetch v.regioplan p";
    private static final Order<VersionRow> BY_NUMBER = Order.by("v.number", Integer::valueOf, row -> row.number);
    private static final Order<VersionRow> BY_ID = Order.by("v.id", Uuids::of, row -> row.id);

    private static final Order<OwedDecision> BY_DAY = Order.by(
                    "v.decision_due_on", LocalDate::parse, OwedDecision::decisionDueOn)
            .then("v.id", Uuids::of, OwedDecision::versionId)
            .then("y.uzovi", Uzovi::new, OwedDecision::uzovi);

    private final ContentReader reader;
    private final Sql sql;

    VersionRepository(ContentReader reader, Sql sql) {
        this.reader = reader;
        this.sql = sql;
    }

    /** Which versions; null is any. @param awaits an insurer that has not decided on it yet */
    public record VersionFilter(VersionState state, String rho, String region, Uzovi awaits) {}

    public void add(PlanVersion version) {
        var plan = getEntityManager().getReference(RegioplanRow.class, version.regioplanId());
        persist(VersionRow.of(version, plan));
    }

    public int newest(UUID regioplan) {
        return find("select coalesce(max(number), 0) from RegioplanVersion where regioplan.id = ?1", regioplan)
                .project(Integer.class)
                .singleResult();
    }

    /** Freezes who decides, and lets them (D6). */
    public void submit(UUID version, List<Party> parties, Deed submitted, LocalDate dueOn) {
        findById(version).submit(parties, submitted, dueOn);
        Violations.translating(
                Map.of("one_version_under_decision", RegioplanRefused::versionUnderDecision), this::flush);
    }

    public void addEvidence(UUID version, List<Evidence> evidence) {
        findById(version).evidence.addAll(evidence);
    }

    public void addDecision(PlanVersion version, Decision decision) {
        var row = findById(version.id());
        if (row.decisions.stream().anyMatch(earlier -> earlier.uzovi.equals(decision.uzovi()))) {
            throw RegioplanRefused.insurerHasDecided(decision.uzovi());
        }
        row.decisions.add(DecisionRow.of(row, decision));
        Violations.translating(
                Map.of(
                        "each_insurer_decides_once",
                        () -> RegioplanRefused.insurerHasDecided(decision.uzovi()),
                        "the_maker_never_decides",
                        RegioplanRefused::makerNeverDecides),
                this::flush);
    }

    /** Written at once: one version goes out of force before another one comes. */
    public void becomes(UUID version, VersionState state, Instant decidedAt) {
        var row = findById(version);
        row.state = state;
        row.decidedAt = decidedAt;
        flush();
    }

    public void withdraw(UUID version, Withdrawal withdrawal) {
        findById(version).withdraw(withdrawal);
        flush();
    }

    public Optional<PlanVersion> find(UUID regioplan, int number, Visibility visibility) {
        return row(regioplan, number, visibility).map(row -> row.version(reader.content(row.content())));
    }

    /** What a version says, if it is visible. */
    public Optional<Content> findContent(UUID regioplan, int number, Visibility visibility) {
        return row(regioplan, number, visibility).map(row -> reader.content(row.content()));
    }

    /** The implementation year from which a version selects an intervention, by code. */
    public Map<String, Integer> selectedFrom(UUID version) {
        return find("select s from RegioplanVersion v join v.selections s where v.id = ?1", version)
                .project(Selection.Line.class)
                .stream()
                .collect(Collectors.toMap(Selection.Line::code, Selection.Line::firstYear));
    }

    public Optional<PlanVersion> findInForce(UUID regioplan) {
        return find("regioplan.id = ?1 and state = ?2", regioplan, VersionState.APPROVED)
                .singleResultOptional()
                .map(row -> row.version(reader.content(row.content())));
    }

    /** By number. */
    public Page<VersionSummary> listOfPlan(UUID regioplan, Visibility visibility, PageRequest asked) {
        return BY_NUMBER.page(this, FROM, of(regioplan, visibility), asked).map(VersionRow::summary);
    }

    /** Over all plans, oldest first. */
    public Page<ListedVersion> listVersions(VersionFilter filter, Visibility visibility, PageRequest asked) {
        var wanted = new Filters()
                .and(Sight.ofVersions(visibility))
                .and("v.state = :state", "state", filter.state())
                .and("p.rho = :rho", "rho", filter.rho())
                .and(":region member of p.regions", "region", filter.region())
                .and(
                        "v.state = SUBMITTED and exists (select 1 from v.parties a where a.uzovi = :awaits)"
                                + " and not exists (select 1 from v.decisions d where d.uzovi = :awaits)",
                        "awaits",
                        filter.awaits());
        return BY_ID.page(this, FROM, wanted, asked).map(VersionRow::listed);
    }

    /** Which owed decisions; null is any. @param dueBefore only those that were due before this day */
    public record OwedFilter(Uzovi uzovi, String rho, LocalDate dueBefore) {}

    /** What is due first, first. */
    public Page<OwedDecision> listOwed(OwedFilter filter, Visibility visibility, PageRequest asked) {
        var wanted = new Filters()
                .and(visibility.of(Map.of(Owner.RHO, "p.rho", Owner.INSURER, "y.uzovi")))
                .and("v.state = 'SUBMITTED'")
                .and("y.uzovi = :uzovi", "uzovi", filter.uzovi())
                .and("p.rho = :rho", "rho", filter.rho())
                .and("v.decision_due_on < :dueBefore", "dueBefore", filter.dueBefore())
                .and("not exists (select from regioplan_decision d where d.version_id = v.id and d.uzovi = y.uzovi)");
        return BY_DAY.page(
                sql,
                """
                select distinct v.decision_due_on, v.id as version_id, y.uzovi, v.regioplan_id, v.number, p.rho,
                       p.title, v.submitted_at
                from regioplan_version v
                join regioplan p on p.id = v.regioplan_id
                join regioplan_party y on y.version_id = v.id
                """,
                wanted,
                asked,
                ConstructorMapper.of(OwedDecision.class));
    }

    private Optional<VersionRow> row(UUID regioplan, int number, Visibility visibility) {
        var wanted = of(regioplan, visibility).and("v.number = :number", "number", number);
        return find(FROM + " " + wanted.where(), wanted.parameters()).singleResultOptional();
    }

    private static Filters of(UUID regioplan, Visibility visibility) {
        return new Filters().and("p.id = :regioplan", "regioplan", regioplan).and(Sight.ofVersions(visibility));
    }
}
