package nl.mtvp.plan.praktijkplan.db;

import static nl.mtvp.plan.praktijkplan.domain.PraktijkplanState.SUBMITTED;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.kernel.db.Filters;
import nl.mtvp.kernel.db.Order;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.identity.Deed;
import nl.mtvp.plan.catalogue.db.InterventionRepository;
import nl.mtvp.plan.praktijkplan.domain.ImplementationYear;
import nl.mtvp.plan.praktijkplan.domain.Planned.Line;
import nl.mtvp.plan.praktijkplan.domain.PraktijkplanState;
import nl.mtvp.plan.praktijkplan.domain.PraktijkplanVersion;
import nl.mtvp.plan.praktijkplan.domain.PraktijkplanVersion.VersionLine;
import nl.mtvp.plan.regioplan.db.VersionRepository;

/** Keeps versions of praktijkplannen (D13). Whoever may see the plan may see all of them. */
@ApplicationScoped
public class PraktijkplanVersionRepository implements PanacheRepositoryBase<PraktijkplanVersionRow, UUID> {

    private static final Order<PraktijkplanVersionRow> BY_NUMBER =
            Order.by("number", Integer::valueOf, row -> row.number);
    private static final String IN_FORCE = "praktijkplanId = ?1 and year = ?2 and state = ?3";

    private final InterventionRepository interventions;
    private final VersionRepository regioplannen;

    PraktijkplanVersionRepository(InterventionRepository interventions, VersionRepository regioplannen) {
        this.interventions = interventions;
        this.regioplannen = regioplannen;
    }

    /** What a new version is, without its interventions. */
    public record NewVersion(
            UUID id, UUID praktijkplanId, int number, ImplementationYear year, UUID regioplanVersionId) {}

    public void add(NewVersion version, List<Line> lines, Deed created) {
        var row = PraktijkplanVersionRow.of(version, lines, created);
        persist(row);
        // Staff belongs to a planned intervention, which is there first.
        flush();
        lines.stream().flatMap(PraktijkplanVersionRow::staff).forEach(row.staff::add);
    }

    public int newest(UUID plan) {
        return newest("praktijkplanId = ?1", plan);
    }

    public int newest(UUID plan, ImplementationYear year) {
        return newest("praktijkplanId = ?1 and year = ?2", plan, year.number());
    }

    private int newest(String where, Object... of) {
        return find("select coalesce(max(number), 0) from PraktijkplanVersion where " + where, of)
                .project(Integer.class)
                .singleResult();
    }

    public Optional<PraktijkplanVersion> find(UUID plan, int number) {
        return find("praktijkplanId = ?1 and number = ?2", plan, number)
                .singleResultOptional()
                .map(this::version);
    }

    /** The submitted version of a year, if there is one. */
    public Optional<PraktijkplanVersion> findInForce(UUID plan, ImplementationYear year) {
        return find(IN_FORCE, plan, year.number(), SUBMITTED)
                .singleResultOptional()
                .map(this::version);
    }

    /** The version comes into force for its year, and the one before it stays as it was. */
    public void submit(PraktijkplanVersion version, Integer buildsOn, Deed submitted, LocalDate today) {
        find(IN_FORCE, version.praktijkplanId(), version.plan().year().number(), SUBMITTED)
                .singleResultOptional()
                .ifPresent(old -> old.state = PraktijkplanState.SUPERSEDED);
        // One version of a year is in force: the old one goes first.
        flush();
        findById(version.id()).submit(buildsOn, submitted, today);
    }

    /** By number. */
    public Page<VersionLine> list(UUID plan, PageRequest asked) {
        var wanted = new Filters().and("praktijkplanId = :plan", "plan", plan);
        return BY_NUMBER.page(this, wanted, asked).map(PraktijkplanVersionRow::line);
    }

    /** The codes of all that was ever submitted. */
    public List<String> submittedCodes(UUID plan) {
        return find(
                        """
                        select distinct i.code from PraktijkplanVersion v join v.interventions i
                        where v.praktijkplanId = ?1 and v.state <> DRAFT order by i.code
                        """,
                        plan)
                .project(String.class)
                .list();
    }

    private PraktijkplanVersion version(PraktijkplanVersionRow row) {
        return row.version(interventions.withCodes(row.codes()), regioplannen.selectedFrom(row.regioplanVersionId));
    }
}
