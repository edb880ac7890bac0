package nl.mtvp.plan.regioplan;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.db.Ids;
import nl.mtvp.kernel.db.Transactions;
import nl.mtvp.plan.catalogue.db.InterventionRepository;
import nl.mtvp.plan.region.db.RegionRepository;
import nl.mtvp.plan.region.domain.Region;
import nl.mtvp.plan.regioplan.db.RegioplanRepository;
import nl.mtvp.plan.regioplan.db.VersionRepository;
import nl.mtvp.plan.regioplan.domain.Content;
import nl.mtvp.plan.regioplan.domain.PlanVersion;
import nl.mtvp.plan.regioplan.domain.PlanVersion.Origin;
import nl.mtvp.plan.regioplan.domain.Regioplan;
import nl.mtvp.plan.regioplan.domain.RegioplanNotFound;
import nl.mtvp.plan.regioplan.domain.RegioplanRegions;
import nl.mtvp.plan.regioplan.domain.Selections;
import nl.mtvp.plan.regioplan.domain.Subjects;
import nl.mtvp.plan.regioplan.domain.VersionNotFound;
import nl.mtvp.plan.regioplan.domain.VersionState;
import nl.mtvp.plan.regioplan.domain.VersionSummary;

/** Makes regioplannen and their versions, and shows them to those whom they concern (D3, D4). */
@ApplicationScoped
public class RegioplanUseCases {

    private final Transactions transactions;
    private final RegionRepository regions;
    private final InterventionRepository interventions;
    private final RegioplanRepository plans;
    private final VersionRepository versions;
    private final Clock clock;

    RegioplanUseCases(
            Transactions transactions,
            RegionRepository regions,
            InterventionRepository interventions,
            RegioplanRepository plans,
            VersionRepository versions,
            Clock clock) {
        this.transactions = transactions;
        this.regions = regions;
        this.interventions = interventions;
        this.plans = plans;
        this.versions = versions;
        this.clock = clock;
    }

    public Regioplan create(String rho, String title, List<String> covered, Actor actor) {
        return transactions.run(tx -> {
            var owners = regions.withCodes(tx, covered).stream().collect(Collectors.toMap(Region::code, Region::rho));
            RegioplanRegions.check(rho, covered, owners);
            var now = clock.instant();
            var sorted = covered.stream().sorted().toList();
            var plan = new Regioplan(Ids.at(now), rho, title, sorted);
            plans.add(tx, plan, actor, now);
            return plan;
        });
    }

    /** A new version, numbered after the newest, as a draft. An edit is a new version too (D6). */
    public PlanVersion addVersion(
            Regioplan plan, Origin origin, List<Selections.Line> lines, Subjects subjects, Actor actor) {
        return transactions.run(tx -> {
            plans.take(tx, plan.id());
            var codes = lines.stream().map(Selections.Line::code).toList();
            var selections = Selections.of(lines, interventions.withCodes(tx, codes), LocalDate.now(clock));
            var now = clock.instant();
            var version = new PlanVersion(
                    Ids.at(now),
                    plan.id(),
                    versions.newest(tx, plan.id()) + 1,
                    origin,
                    VersionState.DRAFT,
                    new Content(plan.rho(), plan.regions(), plan.title(), selections, subjects),
                    new PlanVersion.Course(actor.subject(), now, null, null, null),
                    List.of(),
                    List.of(),
                    List.of());
            versions.add(tx, version);
            return version;
        });
    }

    public Regioplan plan(UUID id, Visibility visibility) {
        return transactions.run(tx -> plans.visible(tx, id, visibility)).orElseThrow(() -> new RegioplanNotFound(id));
    }

    public List<Regioplan> plans(String region, Visibility visibility, UUID after, int limit) {
        return transactions.run(tx -> plans.visible(tx, region, visibility, after, limit));
    }

    public PlanVersion version(UUID plan, int number, Visibility visibility) {
        plan(plan, visibility);
        return transactions
                .run(tx -> versions.visible(tx, plan, number, visibility))
                .orElseThrow(() -> new VersionNotFound(number));
    }

    public List<VersionSummary> versions(UUID plan, Visibility visibility, String after, int limit) {
        plan(plan, visibility);
        return transactions.run(tx -> versions.summaries(tx, plan, visibility, after, limit));
    }
}
