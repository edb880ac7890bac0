package nl.mtvp.plan.praktijkplan.domain;

import java.util.List;
import java.util.UUID;
import nl.mtvp.kernel.failure.DomainFailure;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.NotFound;
import nl.mtvp.kernel.identity.Agb;

/** Why a praktijkplan is not written or submitted (D8, D9, D13). */
public final class PraktijkplanRefused extends DomainFailure {

    private PraktijkplanRefused(Kind kind, String code, String message, List<Fault> faults) {
        super(kind, code, message, faults);
    }

    private static PraktijkplanRefused conflict(String code, String message) {
        return new PraktijkplanRefused(Kind.CONFLICT, code, message, List.of());
    }

    /** A version is submitted that was edited since: the edit is a newer version of the same year. */
    public static PraktijkplanRefused newerVersionWritten(int number, int newest) {
        return conflict(
                "newer-version-written",
                "version " + number + " was followed by version " + newest + " of the same year; submit that one");
    }

    /** Progress is told of a plan that was never submitted. */
    public static PraktijkplanRefused nothingSubmitted() {
        return conflict(
                "nothing-submitted",
                "D13: no version of this praktijkplan is submitted yet; submit one, then tell its progress");
    }

    /** No RHO declared the practice (D5). */
    public static PraktijkplanRefused practiceNotRegistered(Agb agb) {
        return conflict("practice-not-registered", "practice " + agb + " is not registered; its RHO declares it first");
    }

    /** The practice has a praktijkplan: a change is a new version of it. */
    public static PraktijkplanRefused exists() {
        return conflict(
                "praktijkplan-exists",
                "this practice has a praktijkplan; find it with GET /praktijkplannen?agb=, and write a new version of it");
    }

    /** No praktijkplan has the id, or none that the caller may see. */
    public static NotFound notFound(UUID id) {
        return new NotFound("praktijkplan-not-found", "no praktijkplan that you may see has the id " + id);
    }

    /** What is submitted does not meet the growth model (D8, D9), in each of the ways that its faults name. */
    public static PraktijkplanRefused notAsRequired(List<PlanViolation> violations) {
        return new PraktijkplanRefused(
                Kind.REJECTED,
                "praktijkplan-refused",
                "the praktijkplan cannot be submitted as it is; see errors",
                violations.stream().map(PlanViolation::toFault).toList());
    }

    /** The version was submitted before. */
    public static PraktijkplanRefused submitted(int number) {
        return conflict(
                "praktijkplan-submitted", "version " + number + " was submitted before; an edit is a new version");
    }

    /** The praktijkplan has no such version. */
    public static NotFound versionNotFound(int number) {
        return new NotFound("praktijkplan-version-not-found", "this praktijkplan has no version " + number);
    }

    /** A version is submitted that was written under a regioplan that is in force no longer. */
    public static PraktijkplanRefused regioplanMovedOn() {
        return conflict(
                "regioplan-moved-on",
                "D8: the regioplan was renewed since this version was written; write a new version under it");
    }

    /** The region of the practice has no regioplan in force, from which a praktijkplan is chosen (D8). */
    public static PraktijkplanRefused regioplanNeeded(String region) {
        return conflict("regioplan-needed", "D8: region " + region + " has no approved regioplan to choose from yet");
    }

    /** The second year is submitted before the first, on which it builds (D9). */
    public static PraktijkplanRefused yearOneFirst() {
        return conflict("year-1-first", "D9: year 2 builds on year 1; submit the plan of year 1 first");
    }

    /** The first year is submitted anew, while a submitted second year builds on it (D9). */
    public static PraktijkplanRefused yearTwoBuildsOnIt() {
        return conflict(
                "year-2-builds-on-it",
                "D9: the submitted plan of year 2 builds on year 1 as it stands; write a new version of year 2");
    }
}
