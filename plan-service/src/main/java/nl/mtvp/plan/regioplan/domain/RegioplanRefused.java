package nl.mtvp.plan.regioplan.domain;

import java.util.List;
import java.util.UUID;
import nl.mtvp.kernel.failure.DomainFailure;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.NotFound;
import nl.mtvp.kernel.failure.Ways;
import nl.mtvp.kernel.identity.Uzovi;

/** Why a regioplan is not written, submitted or decided on (D6). */
public final class RegioplanRefused extends DomainFailure {

    private RegioplanRefused(Kind kind, String code, String message, List<Fault> faults) {
        super(kind, code, message, faults);
    }

    private static RegioplanRefused conflict(String code, String message) {
        return new RegioplanRefused(Kind.CONFLICT, code, message, List.of());
    }

    private static RegioplanRefused forbidden(String code, String message) {
        return new RegioplanRefused(Kind.FORBIDDEN, code, message, List.of());
    }

    /** A decision names another content than the version has (D6). */
    public static RegioplanRefused contentDiffers(String contentHash) {
        return conflict(
                "content-differs",
                "D6: a decision is bound to the content; this version has the hash " + contentHash
                        + ". Read it, and decide on what it says");
    }

    /** A pushed plan is confirmed, an authored one decided on; each has its own path (D6, D7). */
    public static RegioplanRefused decidedOtherwise(String path) {
        return conflict("decided-otherwise", "this version is approved through " + path);
    }

    /** An insurer that was not preferent at the submission would decide (D6). */
    public static RegioplanRefused insurerDoesNotDecide(Uzovi uzovi) {
        return forbidden(
                "insurer-does-not-decide",
                "D6: insurer " + uzovi + " was not preferent in a region of this plan when it was submitted");
    }

    /** The insurer decided on this version before (D6). */
    public static RegioplanRefused insurerHasDecided(Uzovi uzovi) {
        return conflict(
                "insurer-has-decided",
                "D6: insurer " + uzovi
                        + " has decided on this version; a decision is not changed, a new version is decided anew");
    }

    /** An insurer that was not preferent at the submission would speak about the version. */
    public static RegioplanRefused insurerIsNoParty(Uzovi uzovi) {
        return forbidden(
                "insurer-is-no-party",
                "D6: RHO and preferent insurers talk a submitted version over; insurer " + uzovi + " is none of them");
    }

    /** Who wrote or submitted a version would decide on it (four eyes, D6). */
    public static RegioplanRefused makerNeverDecides() {
        return forbidden(
                "maker-never-decides",
                "D6: who wrote or submitted a version never decides on it; let a colleague do it");
    }

    /** Regions of the plan have nobody to decide on it (D6). */
    public static RegioplanRefused noPreferentInsurer(List<String> regions) {
        return new RegioplanRefused(
                Kind.CONFLICT,
                "no-preferent-insurer",
                "D6: the preferent insurers decide, and regions have none yet: " + regions,
                regions.stream()
                        .map(region -> Fault.inState(
                                region, "no-preferent-insurer", "region " + region + " has no preferent insurer yet"))
                        .toList());
    }

    /** A version is submitted that was edited since: the edit is a newer version (D6). */
    public static RegioplanRefused notTheNewestVersion(int number, int newest) {
        return conflict(
                "not-the-newest-version",
                "D6: version " + number + " was followed by version " + newest + "; submit that one");
    }

    /** A region is covered by another regioplan already; a change of plan is a new version. */
    public static RegioplanRefused regionHasRegioplan() {
        return conflict(
                "region-has-regioplan",
                "one of the regions has a regioplan already: find it with GET /regioplannen?region=, and make a new version of that one");
    }

    /** No regioplan that the caller may see has the id. */
    public static NotFound notFound(UUID id) {
        return new NotFound("regioplan-not-found", "no regioplan of yours has the id " + id);
    }

    /** What is submitted misses the minimum (D3) or the RHO's commitment (D6), in each of the ways that its faults name. */
    public static RegioplanRefused submissionRefused(List<Fault> faults) {
        return new RegioplanRefused(
                Kind.REJECTED, "submission-refused", "the regioplan cannot be submitted as it is; see errors", faults);
    }

    /** The version is not where the step begins (D6). */
    public static RegioplanRefused versionIsNot(VersionState state, VersionState wanted) {
        return conflict(
                "version-is-" + state.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                "D6: the version is " + state + " and cannot become " + wanted
                        + Ways.from(state, state::allows, "write a new version"));
    }

    /** The regioplan has no such version that the caller may see. */
    public static NotFound versionNotFound(int number) {
        return new NotFound("version-not-found", "this regioplan has no version " + number + " that you may see");
    }

    /** Another version of the plan waits for its decisions (D6). */
    public static RegioplanRefused versionUnderDecision() {
        return conflict(
                "version-under-decision",
                "D6: another version of this regioplan is under decision; wait until that is decided");
    }
}
