package nl.mtvp.plan.regioplan.rest;

import java.util.List;
import java.util.function.Function;
import nl.mtvp.plan.regioplan.domain.Activity;
import nl.mtvp.plan.regioplan.domain.Agreement;
import nl.mtvp.plan.regioplan.domain.Challenge;
import nl.mtvp.plan.regioplan.domain.Differences;
import nl.mtvp.plan.regioplan.domain.Differences.Change;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What changed from one version to another. In each change `before` is null when something was added, and `after` when
 * it was removed. `rhoShare` is null when it did not change.
 */
public record DifferencesResponse(
        int from,
        int to,
        List<FirstYearChange> interventions,
        List<TextChange> subjects,
        List<ChallengeChange> challenges,
        List<ActivityChange> activities,
        List<AgreementChange> agreements,
        @Schema(nullable = true) RhoShareChange rhoShare) {

    /** An intervention, with the implementation year in which it begins. */
    public record FirstYearChange(
            String code, @Schema(nullable = true) Integer before, @Schema(nullable = true) Integer after) {}

    /** A subject's free text. */
    public record TextChange(
            String subject, @Schema(nullable = true) String before, @Schema(nullable = true) String after) {}

    /** A challenge. */
    public record ChallengeChange(
            String title, @Schema(nullable = true) Challenge before, @Schema(nullable = true) Challenge after) {}

    /** An activity. */
    public record ActivityChange(
            String title, @Schema(nullable = true) Activity before, @Schema(nullable = true) Activity after) {}

    /** An agreement. */
    public record AgreementChange(
            String title, @Schema(nullable = true) Agreement before, @Schema(nullable = true) Agreement after) {}

    /** The ground of a share. */
    public record RhoShareChange(
            @Schema(nullable = true) RhoShareResponse before, @Schema(nullable = true) RhoShareResponse after) {}

    static DifferencesResponse of(int from, int to, Differences found) {
        var share = found.rhoShare();
        return new DifferencesResponse(
                from,
                to,
                shown(found.interventions(), line -> new FirstYearChange(line.what(), line.before(), line.after())),
                shown(found.subjects(), line -> new TextChange(line.what(), line.before(), line.after())),
                shown(found.challenges(), line -> new ChallengeChange(line.what(), line.before(), line.after())),
                shown(found.activities(), line -> new ActivityChange(line.what(), line.before(), line.after())),
                shown(found.agreements(), line -> new AgreementChange(line.what(), line.before(), line.after())),
                share == null
                        ? null
                        : new RhoShareChange(RhoShareResponse.of(share.before()), RhoShareResponse.of(share.after())));
    }

    private static <T, R> List<R> shown(List<Change<T>> changes, Function<Change<T>, R> shown) {
        return changes.stream().map(shown).toList();
    }
}
