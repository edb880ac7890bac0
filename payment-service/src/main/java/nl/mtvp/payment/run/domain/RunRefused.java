package nl.mtvp.payment.run.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.kernel.failure.DomainFailure;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.NotFound;
import nl.mtvp.kernel.failure.Ways;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.time.Quarters;
import nl.mtvp.payment.massmove.domain.FlaggedMove;
import org.threeten.extra.YearQuarter;

/** A step of a run that the world does not allow as it is (D40, D46). */
public class RunRefused extends DomainFailure {

    /** As many things as a refusal names at most. */
    public static final int NAMED_MAX = 100;

    private RunRefused(String code, String message) {
        this(code, message, List.of());
    }

    private RunRefused(String code, String message, List<Fault> faults) {
        super(Kind.CONFLICT, code, message, faults);
    }

    private RunRefused(Kind kind, String code, String message) {
        super(kind, code, message);
    }

    /** As many previews and recomputations as somebody may have under way are being computed (429). */
    public static RunRefused tooManyComputations(int max) {
        return new RunRefused(
                Kind.TOO_MANY,
                "too-many-at-once",
                max + " previews and recomputations of yours are being computed; ask again when one is COMPUTED");
    }

    public static RunRefused inState(RunState state, RunState next) {
        return new RunRefused(
                "run-state",
                "a run that is " + state + " cannot become " + next + " (D46)"
                        + Ways.from(state, state::allows, "make a new one"));
    }

    public static RunRefused openRun(Uzovi uzovi) {
        return new RunRefused(
                "open-run",
                "insurer " + uzovi + " has an open run; approve and post it, or withdraw it, before the next (D46)");
    }

    /**
     * @param lastPosted of the insurer
     * @throws RunRefused if the quarter's peildatum lies ahead, or a later quarter's run is posted
     */
    public static void unlessDue(YearQuarter quarter, LocalDate today, Optional<YearQuarter> lastPosted) {
        var peildatum = Quarters.peildatum(quarter);
        if (peildatum.isAfter(today)) {
            throw new RunRefused(
                    "peildatum-in-future",
                    "peildatum " + peildatum + " lies after today, " + today + "; make the run on it or later (D46)");
        }
        lastPosted.filter(quarter::isBefore).ifPresent(posted -> {
            throw new RunRefused(
                    "quarter-before-last-posted",
                    "a run for " + quarter + " cannot follow the posted one for " + posted
                            + "; earlier quarters are corrected in a run for " + posted + " or later (D46)");
        });
    }

    public static RunRefused otherProposal(String actual) {
        return new RunRefused(
                "other-proposal",
                "the run's proposal hash is " + actual + ", not the one that you name; read it again (D46)");
    }

    /** Names what changed, as far as it is known what it was. */
    public static RunRefused factsAfterCutOff(Instant cutOff, Instant recorded, List<RecordedFact> changes) {
        return new RunRefused(
                "facts-after-cut-off",
                "a fact was recorded at " + recorded + ", after the run's cut-off " + cutOff
                        + "; withdraw the run and make a new one (D46)",
                changes.stream()
                        .limit(NAMED_MAX)
                        .map(change ->
                                Fault.inState(change.subject(), change.kind(), "recorded at " + change.recordedAt()))
                        .toList());
    }

    public static RunRefused noSuchWarning(WarningKind kind, String subject) {
        return new RunRefused(
                "no-such-warning",
                "the run has no warning " + kind + (subject == null ? "" : " about " + subject)
                        + " that is acknowledged here (D46)");
    }

    public static RunRefused notComputed() {
        return new RunRefused("not-computed", "the run has no proposal that could be computed again (D46)");
    }

    public static RunRefused acknowledged() {
        return new RunRefused("warning-acknowledged", "these warnings are acknowledged already (D46)");
    }

    /** @throws RunRefused that names the warnings that nobody acknowledged, when there are any */
    public static void unlessSeen(List<RunWarning> open) {
        if (!open.isEmpty()) {
            throw new RunRefused(
                    "warnings-not-acknowledged",
                    "somebody has to look at the run's warnings before the approval; acknowledge each, or all of a kind"
                            + " (D46)",
                    open.stream()
                            .limit(NAMED_MAX)
                            .map(warning -> Fault.inState(
                                    warning.subject(),
                                    warning.kind()
                                            .name()
                                            .toLowerCase(Locale.ROOT)
                                            .replace('_', '-'),
                                    warning.sentence()))
                            .toList());
        }
    }

    /** @throws RunRefused that names the moves, when there are any (D40) */
    public static void unlessAcknowledged(List<FlaggedMove> moves) {
        if (!moves.isEmpty()) {
            throw new RunRefused(
                    "mass-moves-not-acknowledged",
                    moves.size() + " of the run's practices changed by more than 25 % and more than 50; look at each,"
                            + " and acknowledge it, before the approval (D40)",
                    moves.stream().limit(NAMED_MAX).map(RunRefused::named).toList());
        }
    }

    private static Fault named(FlaggedMove move) {
        return Fault.inState(
                move.agb().code(),
                "mass-move",
                "on " + Quarters.peildatum(move.quarter()) + " it has " + move.ionAfter() + " instead of "
                        + move.ionBefore() + " patients: acknowledge mass move " + move.id());
    }

    /** There is no such line, or not for who asks: a practice sees what is posted. */
    public static NotFound lineNotFound(UUID id) {
        return new NotFound("line-not-found", "there is no line " + id + " that you may see");
    }

    /** There is no such preview, or not for who asks. */
    public static NotFound previewNotFound(UUID id) {
        return new NotFound("preview-not-found", "there is no preview " + id + " of a run that you may see");
    }

    /** There is no such recomputation of the run. */
    public static NotFound recomputationNotFound(UUID id) {
        return new NotFound("recomputation-not-found", "there is no recomputation " + id + " of this run");
    }

    /** There is no such run, or not for who asks. */
    public static NotFound notFound(UUID id) {
        return new NotFound("run-not-found", "there is no payment run " + id + " that you may see");
    }

    /**
     * A fact that was recorded for an insurer.
     *
     * @param kind kebab-case, like {@code contract-stopped}
     * @param subject what or whom it is about
     */
    public record RecordedFact(String kind, String subject, Instant recordedAt) {}
}
