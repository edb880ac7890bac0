package nl.mtvp.payment.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.db.Ids;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.payment.approval.domain.FourEyes;
import nl.mtvp.payment.fact.db.FactClock;
import nl.mtvp.payment.massmove.MassMoveUseCases;
import nl.mtvp.payment.run.db.ComputationRepository;
import nl.mtvp.payment.run.db.LineRepository;
import nl.mtvp.payment.run.db.RecordedFacts;
import nl.mtvp.payment.run.db.RunRepository;
import nl.mtvp.payment.run.db.WarningRepository;
import nl.mtvp.payment.run.domain.Computation;
import nl.mtvp.payment.run.domain.PaymentLine;
import nl.mtvp.payment.run.domain.PaymentRun;
import nl.mtvp.payment.run.domain.RunRefused;
import nl.mtvp.payment.run.domain.RunState;
import nl.mtvp.payment.run.domain.RunTotal;
import org.threeten.extra.YearQuarter;

/**
 * Makes runs, approves them with four eyes, withdraws and reads them (D43-D46). Computing is {@link ComputationJob}'s,
 * posting {@link PostingJob}'s.
 */
@ApplicationScoped
public class RunUseCases {

    private final RunRepository runs;
    private final LineRepository lines;
    private final ComputationRepository computations;
    private final ComputationJob computing;
    private final PostingJob posting;
    private final WarningRepository warnings;
    private final RecordedFacts recordedFacts;
    private final MassMoveUseCases massMoves;
    private final RunQuarters allowed;
    private final FactClock factClock;
    private final Clock clock;

    RunUseCases(
            RunRepository runs,
            LineRepository lines,
            ComputationRepository computations,
            ComputationJob computing,
            PostingJob posting,
            WarningRepository warnings,
            RecordedFacts recordedFacts,
            MassMoveUseCases massMoves,
            RunQuarters allowed,
            FactClock factClock,
            Clock clock) {
        this.runs = runs;
        this.lines = lines;
        this.computations = computations;
        this.computing = computing;
        this.posting = posting;
        this.warnings = warnings;
        this.recordedFacts = recordedFacts;
        this.massMoves = massMoves;
        this.allowed = allowed;
        this.factClock = factClock;
        this.clock = clock;
    }

    /** A run with its computation, and what it comes to once that is finished. */
    public record Summary(PaymentRun run, Computation computation, List<RunTotal> totals) {}

    /** Has computed what an insurer is to book, from the facts recorded up to now. */
    @Transactional
    public Summary make(Uzovi uzovi, YearQuarter quarter, Actor maker) {
        var now = clock.instant();
        // Holds the insurer's clock, so that runs of one insurer come one after another.
        var cutOff = factClock.moment(uzovi, now);
        if (runs.hasOpenRun(uzovi)) {
            throw RunRefused.openRun(uzovi);
        }
        allowed.require(uzovi, quarter);
        var id = Ids.at(now);
        var run = PaymentRun.made(id, uzovi, quarter, cutOff, maker.subject(), now);
        runs.add(run);
        computations.add(Computation.of(run));
        return summary(id, Visibility.EVERYTHING);
    }

    /** Lets the jobs look at once, after a request that gave them something to do. */
    public void lookForWork() {
        computing.soon();
        posting.soon();
    }

    /** Approves exactly the proposal that the hash names, once its warnings are looked at; it is posted soon after. */
    @Transactional
    public Summary approve(UUID id, String proposalHash, Visibility visibility, Actor approver) {
        var run = locked(id, visibility);
        run.require(RunState.APPROVED);
        FourEyes.require(run.madeBy(), approver.subject());
        run.requireProposal(proposalHash);
        factClock
                .lastFact(run.uzovi())
                .filter(recorded -> recorded.isAfter(run.cutOff()))
                .ifPresent(recorded -> {
                    throw RunRefused.factsAfterCutOff(
                            run.cutOff(),
                            recorded,
                            recordedFacts.after(run.uzovi(), run.cutOff(), RunRefused.NAMED_MAX));
                });
        RunRefused.unlessSeen(warnings.open(id, RunRefused.NAMED_MAX));
        RunRefused.unlessAcknowledged(massMoves.inTheWayOf(id));
        runs.approve(id, approver.subject(), clock.instant());
        return summary(id, visibility);
    }

    @Transactional
    public Summary withdraw(UUID id, String reason, Visibility visibility, Actor actor) {
        locked(id, visibility).require(RunState.WITHDRAWN);
        runs.withdraw(id, reason, actor.subject(), clock.instant());
        return summary(id, visibility);
    }

    @Transactional
    public Summary get(UUID id, Visibility visibility) {
        return summary(id, visibility);
    }

    @Transactional
    public Page<PaymentRun> list(
            Uzovi uzovi, YearQuarter quarter, RunState state, Visibility visibility, PageRequest asked) {
        return runs.list(uzovi, quarter, state, visibility, asked);
    }

    @Transactional
    public Page<PaymentLine> lines(UUID id, Visibility visibility, PageRequest asked) {
        runs.withId(id, visibility).orElseThrow(() -> RunRefused.notFound(id));
        return lines.ofRun(id, asked);
    }

    private PaymentRun locked(UUID id, Visibility visibility) {
        return runs.locked(id, visibility).orElseThrow(() -> RunRefused.notFound(id));
    }

    private Summary summary(UUID id, Visibility visibility) {
        var run = runs.withId(id, visibility).orElseThrow(() -> RunRefused.notFound(id));
        var computation = computations.withId(id).orElseThrow(() -> RunRefused.notFound(id));
        return new Summary(run, computation, computations.totals(id));
    }
}
