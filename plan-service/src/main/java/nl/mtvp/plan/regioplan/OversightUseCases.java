package nl.mtvp.plan.regioplan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.plan.regioplan.db.OversightRepository;
import nl.mtvp.plan.regioplan.db.OversightRepository.OwedFilter;
import nl.mtvp.plan.regioplan.db.OversightRepository.VersionFilter;
import nl.mtvp.plan.regioplan.domain.ListedVersion;
import nl.mtvp.plan.regioplan.domain.OwedDecision;
import nl.mtvp.plan.regioplan.domain.VersionState;

/** Shows all versions of regioplannen by where they stand, and which decisions are owed (D6). */
@ApplicationScoped
public class OversightUseCases {

    private final OversightRepository oversight;
    private final Clock clock;

    OversightUseCases(OversightRepository oversight, Clock clock) {
        this.oversight = oversight;
        this.clock = clock;
    }

    /** An owed decision as it stands today. */
    public record Standing(OwedDecision decision, boolean overdue) {}

    @Transactional
    public List<ListedVersion> versions(
            VersionState state, String rho, String region, Uzovi awaits, Visibility visibility, UUID after, int limit) {
        var filter = new VersionFilter(state, rho, region, awaits);
        return oversight.versions(filter, visibility, after, limit);
    }

    @Transactional
    public List<Standing> owed(
            Uzovi uzovi, String rho, boolean overdue, Visibility visibility, String after, int limit) {
        var today = LocalDate.now(clock);
        var filter = new OwedFilter(uzovi, rho, overdue ? today : null);
        return oversight.owed(filter, visibility, after, limit).stream()
                .map(decision -> new Standing(decision, decision.isOverdueOn(today)))
                .toList();
    }
}
