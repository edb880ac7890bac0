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
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.payment.approval.domain.FourEyes;
import nl.mtvp.payment.approval.domain.Withdrawal;
import nl.mtvp.payment.fact.db.FactClock;
import nl.mtvp.payment.massmove.MassMoveUseCases;
import nl.mtvp.payment.run.db.ComputationRepository;
import nl.mtvp.payment.run.db.LineRepository;
import nl.mtvp.payment.run.db.RunRepository;
import nl.mtvp.payment.run.domain.Computation;
import nl.mtvp.payment.run.domain.PaymentRun;
import nl.mtvp.payment.run.domain.Proposal.RunTotal;
import nl.mtvp.payment.run.domain.ProposedLine.PaymentLine;
import nl.mtvp.payment.run.domain.RunRefused;
import nl.mtvp.payment.run.domain.RunState;
import nl.mtvp.payment.run.domain.RunWarning;
import nl.mtvp.payment.run.domain.RunWarning.Acknowledgement;
import nl.mtvp.payment.run.domain.WarningKind;
import org.threeten.extra.YearQuarter;

/**
 * Makes runs, approves them with four eyes, has their warnings looked at, withdraws and reads them (D43-D46). Computing
 * is {@link ComputationJob}'s, posting {@link PostingJob}'s.
 */
@ApplicationScoped
public class RunUseCases {

    private final RunRepository runs;
    private final LineRepository lines;
    private final ComputationRepository computations;
    private final ComputationJob computing;
    private final PostingJob posting;
    private final MassMoveUseCases massMoves;
    private final FactClock factClock;
    private final Clock clock;

    RunUseCases(
            RunRepository runs,
            LineRepository lines,
            ComputationRepository computations,
            ComputationJob computing,
            PostingJob posting,
            MassMoveUseCases massMoves,
            FactClock factClock,
            Clock clock) {
        this.runs = runs;
        this.lines = lines;
        this.computations = computations;
        this.computing = computing;
        this.posting = posting;
        this.massMoves = massMoves;
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
        RunRefused.unlessDue(quarter, LocalDate.now(clock), runs.findLastPostedQuarter(uzovi));
        var id = Ids.at(now);
        var run = runs.add(id, uzovi, quarter, cutOff, maker.at(now));
        computations.add(Computation.of(run));
        return get(id, Visibility.EVERYTHING);
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
        FourEyes.require(run.made(), approver.subject());
        run.requireProposal(proposalHash);
        factClock
                .lastFact(run.uzovi())
                .filter(recorded -> recorded.isAfter(run.cutOff()))
                .ifPresent(recorded -> {
                    throw RunRefused.factsAfterCutOff(
                            run.cutOff(),
                            recorded,
                            runs.recordedAfter(run.uzovi(), run.cutOff(), RunRefused.NAMED_MAX));
                });
        RunRefused.unlessSeen(runs.openWarnings(id, RunRefused.NAMED_MAX));
        RunRefused.unlessAcknowledged(massMoves.inTheWayOf(id));
        // The clock is read last: facts under way were waited for, and what was acknowledged meanwhile came before.
        runs.approve(id, approver.at(clock.instant()));
        return get(id, visibility);
    }

    @Transactional
    public Summary withdraw(UUID id, String reason, Visibility visibility, Actor actor) {
        locked(id, visibility).require(RunState.WITHDRAWN);
        runs.withdraw(id, new Withdrawal(actor.at(clock.instant()), reason));
        return get(id, visibility);
    }

    @Transactional
    public Summary get(UUID id, Visibility visibility) {
        var run = visible(id, visibility);
        var computation = computations.find(id).orElseThrow(() -> RunRefused.notFound(id));
        return new Summary(run, computation, computations.totals(id));
    }

    @Transactional
    public Page<PaymentRun> list(
            Uzovi uzovi, YearQuarter quarter, RunState state, Visibility visibility, PageRequest asked) {
        return runs.list(uzovi, quarter, state, visibility, asked);
    }

    @Transactional
    public Page<PaymentLine> lines(UUID id, Visibility visibility, PageRequest asked) {
        visible(id, visibility);
        return lines.listOfRun(id, asked);
    }

    /** What somebody has to look at before a run is approved. */
    @Transactional
    public Page<RunWarning> warnings(UUID id, Visibility visibility, PageRequest asked) {
        visible(id, visibility);
        return runs.listWarnings(id, asked);
    }

    /**
     * Notes who looked at warnings, and what they found.
     *
     * @param subject null for all warnings of the kind
     */
    @Transactional
    public Acknowledgement acknowledge(
            UUID id,
            String proposalHash,
            WarningKind kind,
            String subject,
            String reason,
            Visibility visibility,
            Actor person) {
        var run = locked(id, visibility);
        run.require(RunState.APPROVED);
        run.requireProposal(proposalHash);
        if (runs.countWarnings(id, kind, subject) == 0) {
            throw RunRefused.noSuchWarning(kind, subject);
        }
        var done = person.at(clock.instant());
        var acknowledgement = new Acknowledgement(Ids.at(done.at()), id, proposalHash, kind, subject, reason, done);
        runs.acknowledge(acknowledgement);
        return acknowledgement;
    }

    private PaymentRun visible(UUID id, Visibility visibility) {
        return runs.find(id, visibility).orElseThrow(() -> RunRefused.notFound(id));
    }

    private PaymentRun locked(UUID id, Visibility visibility) {
        return runs.locked(id, visibility).orElseThrow(() -> RunRefused.notFound(id));
    }
}
