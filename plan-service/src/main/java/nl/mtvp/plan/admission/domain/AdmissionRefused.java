package nl.mtvp.plan.admission.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import nl.mtvp.kernel.failure.DomainFailure;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.NotFound;
import nl.mtvp.kernel.identity.Agb;
import org.threeten.extra.YearQuarter;

/** Why something is not done in an admission round (D16 to D20). */
public final class AdmissionRefused extends DomainFailure {

    private AdmissionRefused(Kind kind, String code, String message, List<Fault> faults) {
        super(kind, code, message, faults);
    }

    private static AdmissionRefused conflict(String code, String message) {
        return new AdmissionRefused(Kind.CONFLICT, code, message, List.of());
    }

    /** The round did not admit the practice. */
    public static NotFound notFound(Agb agb) {
        return new NotFound("admission-not-found", "this round did not admit practice " + agb);
    }

    /** The admission was withdrawn before. */
    public static AdmissionRefused withdrawn(Agb agb) {
        return conflict(
                "admission-withdrawn",
                "the admission of practice " + agb + " is withdrawn already; nothing is left to do");
    }

    /** A notary committed to a seed for this draw before (D20). */
    public static AdmissionRefused commitmentGiven() {
        return conflict(
                "commitment-given",
                "D20: a notary has committed to a seed for this round already; freeze it, then that notary reveals the seed");
    }

    /** The round freezes only after a notary committed to a seed (D20). */
    public static AdmissionRefused commitmentNeeded() {
        return conflict("commitment-needed", "D20: a notary commits to a seed first, then the round freezes");
    }

    /** The round has no such draw. */
    public static NotFound drawNotFound(int number) {
        return new NotFound("draw-not-found", "this round has no draw " + number);
    }

    /** The region has a round that is not closed yet (D18). */
    public static AdmissionRefused earlierRoundOpen(YearQuarter quarter) {
        return conflict(
                "earlier-round-open",
                "D18: the round for " + quarter
                        + " is not closed yet, and decides who is left; freeze and draw it first");
    }

    /** A draw is repeated only while nothing was built on it (D20). */
    public static AdmissionRefused laterRoundOpened(YearQuarter later) {
        return conflict(
                "later-round-opened",
                "D20: the round for " + later + " builds on this one, whose draw can no longer be repeated");
    }

    /** The frozen pool has no such lot. */
    public static NotFound lotNotFound(String lotId) {
        return new NotFound("lot-not-found", "the frozen pool has no lot " + lotId);
    }

    /** The lot was withdrawn before (D20). */
    public static AdmissionRefused lotWithdrawn(String lotId) {
        return conflict("lot-withdrawn", "D20: lot " + lotId + " is withdrawn already; nothing is left to do");
    }

    /** In the last round everybody left is admitted without a draw (D19). */
    public static AdmissionRefused noDrawNeeded() {
        return conflict(
                "no-draw-needed",
                "D19: in this round everybody left is admitted at the freeze, without a draw; freeze it");
    }

    /** Who knows the seed would decide when the pool freezes (D20). */
    public static AdmissionRefused notaryDoesNotFreeze() {
        return new AdmissionRefused(
                Kind.FORBIDDEN,
                "notary-does-not-freeze",
                "D20: who committed to the seed does not freeze the round; let the RHO do it",
                List.of());
    }

    /** Who knows the seed would decide when a draw is repeated (D20). */
    public static AdmissionRefused notaryDoesNotOrder() {
        return new AdmissionRefused(
                Kind.FORBIDDEN,
                "notary-does-not-order",
                "D20: who committed to the seed does not order the draw; somebody else of the desk does",
                List.of());
    }

    /** Preferences are stated for practices whose start is settled (D17). */
    public static AdmissionRefused practicesAdmitted(List<Fault> faults) {
        return new AdmissionRefused(
                Kind.CONFLICT, "practices-admitted", "D17: some of the practices are admitted already", faults);
    }

    /** A preference comes too late for the round that is under way (D17). */
    public static AdmissionRefused preferencesClosed(YearQuarter quarter, String since) {
        return conflict(
                "preferences-closed",
                "D17: preferences for " + quarter + " were taken until " + since
                        + "; state this one again once that round has closed, and it counts from the next round on");
    }

    /** The round would freeze while practices may still state what they want (D17). */
    public static AdmissionRefused preferencesStillTaken(LocalDate until) {
        return conflict(
                "preferences-still-taken",
                "D17: preferences are taken until " + until + "; freeze the round from that day on");
    }

    /** A draw is repeated only after a notary committed to a new seed (D20). */
    public static AdmissionRefused redrawCommitmentNeeded() {
        return conflict(
                "commitment-needed",
                "D20: a notary commits to a new seed first, then the draw is ordered to be repeated");
    }

    /** There is nothing to admit and no denominator (D18). */
    public static AdmissionRefused regionWithoutPractices(String region) {
        return conflict("region-without-practices", "D18: region " + region + " has no practices; declare them first");
    }

    /** The region has a round for the quarter (D16). */
    public static AdmissionRefused roundExists(String region, YearQuarter quarter) {
        return conflict(
                "round-exists",
                "region " + region + " has a round for " + quarter
                        + " already; find it with GET /admission-rounds?region=" + region);
    }

    /** No admission round has the id. */
    public static NotFound roundNotFound(UUID id) {
        return new NotFound("round-not-found", "no admission round has the id " + id);
    }

    /** The round is not where the step belongs (D20). */
    public static AdmissionRefused roundNotInState(RoundState state, RoundState needed) {
        return conflict(
                "round-is-" + state.name().toLowerCase(Locale.ROOT),
                "D20: the round is " + state + "; this is done while it is " + needed
                        + ". Its transcript tells what has been done and what is next");
    }

    /** A round would come before one that the region has had (D16). */
    public static AdmissionRefused roundOutOfOrder(YearQuarter latest) {
        return conflict(
                "round-out-of-order",
                "D16: rounds follow each other; the last one was for " + latest + ", so open one for a later quarter");
    }

    /** Once revealed, a seed is known to all (D20). */
    public static AdmissionRefused seedUsedBefore() {
        return new AdmissionRefused(
                Kind.REJECTED, "seed-used-before", "D20: a seed is committed to once; think of a new one", List.of());
    }
}
