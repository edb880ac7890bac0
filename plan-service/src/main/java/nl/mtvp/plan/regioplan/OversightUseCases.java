package nl.mtvp.plan.regioplan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.plan.regioplan.db.OversightRepository;
import nl.mtvp.plan.regioplan.db.OversightRepository.OwedFilter;
import nl.mtvp.plan.regioplan.db.VersionRepository;
import nl.mtvp.plan.regioplan.db.VersionRepository.VersionFilter;
import nl.mtvp.plan.regioplan.domain.ListedVersion;
import nl.mtvp.plan.regioplan.domain.OwedDecision;
import nl.mtvp.plan.regioplan.domain.VersionState;

/** Shows all versions of regioplannen by where they stand, and which decisions are owed (D6). */
@ApplicationScoped
@Transactional
public class OversightUseCases {

    private final VersionRepository versions;
    private final OversightRepository oversight;
    private final Clock clock;

    OversightUseCases(VersionRepository versions, OversightRepository oversight, Clock clock) {
        this.versions = versions;
        this.oversight = oversight;
        this.clock = clock;
    }

    /** An owed decision as it stands today. */
    public record Standing(OwedDecision decision, boolean overdue) {}

    public Page<ListedVersion> versions(
            VersionState state, String rho, String region, Uzovi awaits, Visibility visibility, PageRequest asked) {
        return versions.versions(new VersionFilter(state, rho, region, awaits), visibility, asked);
    }

    public Page<Standing> owed(Uzovi uzovi, String rho, boolean overdue, Visibility visibility, PageRequest asked) {
        var today = LocalDate.now(clock);
        var filter = new OwedFilter(uzovi, rho, overdue ? today : null);
        return oversight
                .owed(filter, visibility, asked)
                .map(decision -> new Standing(decision, decision.isOverdueOn(today)));
    }
}
