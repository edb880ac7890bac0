package nl.mtvp.payment.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.db.Ids;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.payment.fact.db.FactClock;
import nl.mtvp.payment.run.db.ComputationRepository;
import nl.mtvp.payment.run.db.RunRepository;
import nl.mtvp.payment.run.domain.Comparison.RecomputedDifference;
import nl.mtvp.payment.run.domain.Computation;
import nl.mtvp.payment.run.domain.PaymentRun;
import nl.mtvp.payment.run.domain.Proposal.RunTotal;
import nl.mtvp.payment.run.domain.RunRefused;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.threeten.extra.YearQuarter;

/**
 * Has computed, by request and beside the runs themselves: what a run would come to, as a run is and without one (P7),
 * and runs once more, to tell what differs from what was kept and booked. No line is kept, nobody's open run is in the
 * way, and nothing comes of it.
 */
@ApplicationScoped
public class ComputationUseCases {

    private final RunRepository runs;
    private final ComputationRepository computations;
    private final ComputationJob computing;
    private final FactClock factClock;
    private final Clock clock;
    private final int clientMax;

    ComputationUseCases(
            RunRepository runs,
            ComputationRepository computations,
            ComputationJob computing,
            FactClock factClock,
            Clock clock,
            @ConfigProperty(name = "mtvp.computations.client-max", defaultValue = "3") int clientMax) {
        this.runs = runs;
        this.computations = computations;
        this.computing = computing;
        this.factClock = factClock;
        this.clock = clock;
        this.clientMax = clientMax;
    }

    /** A preview with what it comes to once it is computed. */
    public record Preview(Computation computation, List<RunTotal> totals) {}

    /** A recomputation with what it found once it is finished. */
    public record Found(PaymentRun run, Computation computation, List<RecomputedDifference> differences) {}

    @Transactional
    public Preview preview(Uzovi uzovi, YearQuarter quarter, Actor asker) {
        var now = clock.instant();
        var cutOff = factClock.moment(uzovi, now);
        RunRefused.unlessDue(quarter, LocalDate.now(clock), runs.findLastPostedQuarter(uzovi));
        requireShare(asker);
        var id = Ids.at(now);
        computations.add(Computation.preview(id, uzovi, quarter, cutOff, asker.at(now)));
        return preview(id, Visibility.EVERYTHING);
    }

    @Transactional
    public Preview preview(UUID id, Visibility visibility) {
        var computation = computations.findPreview(id, visibility).orElseThrow(() -> RunRefused.previewNotFound(id));
        return new Preview(computation, computations.totals(id));
    }

    @Transactional
    public Found recompute(UUID run, Visibility visibility, Actor asker) {
        var kept = visible(run, visibility);
        if (kept.proposalHash().isEmpty()) {
            throw RunRefused.notComputed();
        }
        requireShare(asker);
        var now = clock.instant();
        var id = Ids.at(now);
        computations.add(Computation.again(id, kept, asker.at(now)));
        return recomputation(run, id, visibility);
    }

    @Transactional
    public Found recomputation(UUID run, UUID id, Visibility visibility) {
        var kept = visible(run, visibility);
        var computation = computations
                .find(id)
                .filter(any -> any.kind() == Computation.Kind.RECOMPUTATION && run.equals(any.runId()))
                .orElseThrow(() -> RunRefused.recomputationNotFound(id));
        return new Found(kept, computation, computations.differences(id));
    }

    /** Lets the job look at once, after a request that gave it something to do. */
    public void lookForWork() {
        computing.soon();
    }

    /** So many may somebody have under way, so that those of others get their turn. */
    private void requireShare(Actor asker) {
        computations.lockUnderWay(asker.subject());
        if (computations.countUnderWay(asker.subject()) >= clientMax) {
            throw RunRefused.tooManyComputations(clientMax);
        }
    }

    private PaymentRun visible(UUID run, Visibility visibility) {
        return runs.find(run, visibility).orElseThrow(() -> RunRefused.notFound(run));
    }
}
