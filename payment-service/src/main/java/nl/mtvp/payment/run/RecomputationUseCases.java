package nl.mtvp.payment.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.db.Ids;
import nl.mtvp.payment.run.db.ComputationRepository;
import nl.mtvp.payment.run.db.RunRepository;
import nl.mtvp.payment.run.domain.Computation;
import nl.mtvp.payment.run.domain.PaymentRun;
import nl.mtvp.payment.run.domain.RecomputedDifference;
import nl.mtvp.payment.run.domain.RunRefused;

/** Has runs computed once more, by request, and tells what differs from what was kept and booked. */
@ApplicationScoped
public class RecomputationUseCases {

    private final RunRepository runs;
    private final ComputationRepository computations;
    private final ComputationShare share;
    private final ComputationJob computing;
    private final Clock clock;

    RecomputationUseCases(
            RunRepository runs,
            ComputationRepository computations,
            ComputationShare share,
            ComputationJob computing,
            Clock clock) {
        this.share = share;
        this.runs = runs;
        this.computations = computations;
        this.computing = computing;
        this.clock = clock;
    }

    /** A recomputation with what it found once it is finished. */
    public record Found(PaymentRun run, Computation computation, List<RecomputedDifference> differences) {}

    @Transactional
    public Found make(UUID run, Visibility visibility, Actor asker) {
        var kept = visible(run, visibility);
        if (kept.proposalHash() == null) {
            throw RunRefused.notComputed();
        }
        share.require(asker);
        var now = clock.instant();
        var id = Ids.at(now);
        computations.add(Computation.again(id, kept, asker.subject(), now));
        return found(run, id, visibility);
    }

    @Transactional
    public Found get(UUID run, UUID id, Visibility visibility) {
        return found(run, id, visibility);
    }

    /** Lets the job look at once, after a request that gave it something to do. */
    public void lookForWork() {
        computing.soon();
    }

    private Found found(UUID run, UUID id, Visibility visibility) {
        var kept = visible(run, visibility);
        var computation = computations
                .withId(id)
                .filter(any -> any.kind() == Computation.Kind.RECOMPUTATION && run.equals(any.runId()))
                .orElseThrow(() -> RunRefused.recomputationNotFound(id));
        return new Found(kept, computation, computations.differences(id));
    }

    private PaymentRun visible(UUID run, Visibility visibility) {
        return runs.withId(run, visibility).orElseThrow(() -> RunRefused.notFound(run));
    }
}
