package nl.mtvp.payment.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.db.Ids;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.payment.fact.db.FactClock;
import nl.mtvp.payment.run.db.ComputationRepository;
import nl.mtvp.payment.run.domain.Computation;
import nl.mtvp.payment.run.domain.RunRefused;
import nl.mtvp.payment.run.domain.RunTotal;
import org.threeten.extra.YearQuarter;

/**
 * What a run would come to, computed as a run is and without one (P7): no line is kept, nobody's open run is in the
 * way, and nothing comes of it.
 */
@ApplicationScoped
public class PreviewUseCases {

    private final ComputationRepository computations;
    private final ComputationJob computing;
    private final ComputationShare share;
    private final RunQuarters allowed;
    private final FactClock factClock;
    private final Clock clock;

    PreviewUseCases(
            ComputationRepository computations,
            ComputationJob computing,
            ComputationShare share,
            RunQuarters allowed,
            FactClock factClock,
            Clock clock) {
        this.computations = computations;
        this.computing = computing;
        this.share = share;
        this.allowed = allowed;
        this.factClock = factClock;
        this.clock = clock;
    }

    /** A preview with what it comes to once it is computed. */
    public record Preview(Computation computation, List<RunTotal> totals) {}

    @Transactional
    public Preview make(Uzovi uzovi, YearQuarter quarter, Actor asker) {
        var now = clock.instant();
        var cutOff = factClock.moment(uzovi, now);
        allowed.require(uzovi, quarter);
        share.require(asker);
        var id = Ids.at(now);
        computations.add(Computation.preview(id, uzovi, quarter, cutOff, asker.subject(), now));
        return preview(id, Visibility.EVERYTHING);
    }

    @Transactional
    public Preview get(UUID id, Visibility visibility) {
        return preview(id, visibility);
    }

    /** Lets the job look at once, after a request that gave it something to do. */
    public void lookForWork() {
        computing.soon();
    }

    private Preview preview(UUID id, Visibility visibility) {
        var computation = computations.preview(id, visibility).orElseThrow(() -> RunRefused.previewNotFound(id));
        return new Preview(computation, computations.totals(id));
    }
}
