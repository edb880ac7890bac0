package nl.mtvp.payment.run;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.db.Ids;
import nl.mtvp.kernel.db.Transactions;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.payment.fact.db.FactClock;
import nl.mtvp.payment.run.db.ComputationRepository;
import nl.mtvp.payment.run.domain.Computation;
import nl.mtvp.payment.run.domain.PreviewNotFound;
import nl.mtvp.payment.run.domain.RunTotal;
import org.jdbi.v3.core.Handle;
import org.threeten.extra.YearQuarter;

/**
 * What a run would come to, computed as a run is and without one (P7): no line is kept, nobody's open run is in the
 * way, and nothing comes of it.
 */
@ApplicationScoped
public class PreviewUseCases {

    private final Transactions transactions;
    private final ComputationRepository computations;
    private final ComputationJob computing;
    private final RunQuarters allowed;
    private final FactClock factClock;
    private final Clock clock;

    PreviewUseCases(
            Transactions transactions,
            ComputationRepository computations,
            ComputationJob computing,
            RunQuarters allowed,
            FactClock factClock,
            Clock clock) {
        this.transactions = transactions;
        this.computations = computations;
        this.computing = computing;
        this.allowed = allowed;
        this.factClock = factClock;
        this.clock = clock;
    }

    /** A preview with what it comes to once it is computed. */
    public record Preview(Computation computation, List<RunTotal> totals) {}

    public Preview make(Uzovi uzovi, YearQuarter quarter, Actor asker) {
        return transactions.run(tx -> {
            var now = clock.instant();
            var cutOff = factClock.moment(tx, uzovi, now);
            allowed.require(tx, uzovi, quarter);
            var id = Ids.at(now);
            computations.add(tx, Computation.preview(id, uzovi, quarter, cutOff, asker.subject(), now));
            return preview(tx, id, Visibility.EVERYTHING);
        });
    }

    public Preview get(UUID id, Visibility visibility) {
        return transactions.run(tx -> preview(tx, id, visibility));
    }

    /** Lets the job look at once, after a request that gave it something to do. */
    public void lookForWork() {
        computing.soon();
    }

    private Preview preview(Handle tx, UUID id, Visibility visibility) {
        var computation = computations.preview(tx, id, visibility).orElseThrow(() -> new PreviewNotFound(id));
        return new Preview(computation, computations.totals(tx, id));
    }
}
