package nl.mtvp.plan.regioplan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.db.Ids;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.InvalidInput;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.plan.catalogue.db.InterventionRepository;
import nl.mtvp.plan.region.db.RegionRepository;
import nl.mtvp.plan.region.domain.Region;
import nl.mtvp.plan.regioplan.db.RegioplanRepository;
import nl.mtvp.plan.regioplan.db.VersionRepository;
import nl.mtvp.plan.regioplan.db.VersionRepository.OwedFilter;
import nl.mtvp.plan.regioplan.db.VersionRepository.VersionFilter;
import nl.mtvp.plan.regioplan.domain.Content;
import nl.mtvp.plan.regioplan.domain.Details;
import nl.mtvp.plan.regioplan.domain.Differences;
import nl.mtvp.plan.regioplan.domain.Minimum;
import nl.mtvp.plan.regioplan.domain.OwedDecision;
import nl.mtvp.plan.regioplan.domain.PlanVersion;
import nl.mtvp.plan.regioplan.domain.PlanVersion.ListedVersion;
import nl.mtvp.plan.regioplan.domain.PlanVersion.Origin;
import nl.mtvp.plan.regioplan.domain.PlanVersion.VersionSummary;
import nl.mtvp.plan.regioplan.domain.Regioplan;
import nl.mtvp.plan.regioplan.domain.RegioplanRefused;
import nl.mtvp.plan.regioplan.domain.Selection;
import nl.mtvp.plan.regioplan.domain.VersionState;

/** Makes regioplannen and their versions, and shows them and the decisions owed to those whom they concern (D3, D4, D6). */
@ApplicationScoped
@Transactional
public class RegioplanUseCases {

    private final RegionRepository regions;
    private final InterventionRepository interventions;
    private final RegioplanRepository plans;
    private final VersionRepository versions;
    private final Clock clock;

    RegioplanUseCases(
            RegionRepository regions,
            InterventionRepository interventions,
            RegioplanRepository plans,
            VersionRepository versions,
            Clock clock) {
        this.regions = regions;
        this.interventions = interventions;
        this.plans = plans;
        this.versions = versions;
        this.clock = clock;
    }

    public Regioplan create(String rho, String title, List<String> covered, Actor actor) {
        InvalidInput.ifAny(faultsOfRegions(rho, covered));
        var now = clock.instant();
        var sorted = covered.stream().sorted().toList();
        var plan = new Regioplan(Ids.at(now), rho, title, sorted);
        plans.add(plan, actor.at(now));
        return plan;
    }

    /** What is wrong with the regions of a new plan (D3); those that cannot be read are null. */
    public List<Fault> faultsOfRegions(String rho, List<String> covered) {
        var owners = regions.withCodes(covered.stream().filter(Objects::nonNull).toList()).stream()
                .collect(Collectors.toMap(Region::code, Region::rho));
        return Regioplan.faults(rho, covered, owners);
    }

    /** What is selected of a catalogue's codes, and what is wrong with the others. */
    public record Selected(List<Minimum.Chosen> known, List<Fault> faults) {}

    public Selected selected(List<Selection.Line> lines) {
        var catalogue =
                interventions.withCodes(lines.stream().map(Selection.Line::code).toList());
        var known = lines.stream()
                .filter(line -> catalogue.containsKey(line.code()))
                .map(line -> new Minimum.Chosen(catalogue.get(line.code()).kernelement(), line.firstYear()))
                .toList();
        return new Selected(known, Selection.faults(lines, catalogue, LocalDate.now(clock)));
    }

    /** A new version, numbered after the newest, as a draft. An edit is a new version too (D6). */
    public PlanVersion addVersion(
            Regioplan plan, Origin origin, List<Selection.Line> lines, Details details, Actor actor) {
        plans.lock(plan.id());
        var codes = lines.stream().map(Selection.Line::code).toList();
        var catalogue = interventions.withCodes(codes);
        var faults = new ArrayList<>(Selection.faults(lines, catalogue, LocalDate.now(clock)));
        faults.addAll(details.faults());
        InvalidInput.ifAny(faults);
        var selections = Selection.of(lines, catalogue);
        var now = clock.instant();
        var version = new PlanVersion(
                Ids.at(now),
                plan.id(),
                versions.newest(plan.id()) + 1,
                origin,
                VersionState.DRAFT,
                new Content(plan.rho(), plan.regions(), plan.title(), selections, details),
                new PlanVersion.Course(actor.at(now), Optional.empty(), null, null, Optional.empty()),
                List.of(),
                List.of(),
                List.of());
        versions.add(version);
        return version;
    }

    public Regioplan plan(UUID id, Visibility visibility) {
        return plans.find(id, visibility).orElseThrow(() -> RegioplanRefused.notFound(id));
    }

    public Page<Regioplan> plans(String region, Visibility visibility, PageRequest asked) {
        return plans.list(region, visibility, asked);
    }

    public PlanVersion version(UUID plan, int number, Visibility visibility) {
        plan(plan, visibility);
        return versions.find(plan, number, visibility).orElseThrow(() -> RegioplanRefused.versionNotFound(number));
    }

    /** What changed between two versions that one may see. */
    public Differences differences(UUID plan, int from, int to, Visibility visibility) {
        plan(plan, visibility);
        return Differences.between(content(plan, from, visibility), content(plan, to, visibility));
    }

    /** A version, in the plan's turn to change. */
    PlanVersion taken(UUID plan, int number, Visibility visibility) {
        plans.find(plan, visibility).orElseThrow(() -> RegioplanRefused.notFound(plan));
        plans.lock(plan);
        return versions.find(plan, number, visibility).orElseThrow(() -> RegioplanRefused.versionNotFound(number));
    }

    public Page<VersionSummary> versions(UUID plan, Visibility visibility, PageRequest asked) {
        plan(plan, visibility);
        return versions.listOfPlan(plan, visibility, asked);
    }

    /** An owed decision as it stands today. */
    public record Standing(OwedDecision decision, boolean overdue) {}

    public Page<ListedVersion> versions(
            VersionState state, String rho, String region, Uzovi awaits, Visibility visibility, PageRequest asked) {
        return versions.listVersions(new VersionFilter(state, rho, region, awaits), visibility, asked);
    }

    public Page<Standing> owed(Uzovi uzovi, String rho, boolean overdue, Visibility visibility, PageRequest asked) {
        var today = LocalDate.now(clock);
        var filter = new OwedFilter(uzovi, rho, overdue ? today : null);
        return versions.listOwed(filter, visibility, asked)
                .map(decision -> new Standing(decision, decision.isOverdueOn(today)));
    }

    private Content content(UUID plan, int number, Visibility visibility) {
        return versions.findContent(plan, number, visibility)
                .orElseThrow(() -> RegioplanRefused.versionNotFound(number));
    }
}
