package nl.mtvp.plan.regioplan.domain;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What changed from one version of a regioplan to another (D6): interventions with the implementation year in which
 * they begin, texts by subject, lines of the lists by title, and the ground of a share. RHO, regions and title are the
 * plan's and stay.
 *
 * @param rhoShare null when it did not change
 */
public record Differences(
        List<Change<Integer>> interventions,
        List<Change<String>> subjects,
        List<Change<Challenge>> challenges,
        List<Change<Activity>> activities,
        List<Change<Agreement>> agreements,
        Change<RhoShare> rhoShare) {

    /** What something was and what it is. @param before null when it was added @param after null when it was removed */
    public record Change<T>(String what, T before, T after) {}

    public static Differences between(Content before, Content after) {
        var was = before.details();
        var is = after.details();
        return new Differences(
                changes(years(before), years(after)),
                changes(was.subjects().told(), is.subjects().told()),
                changes(byTitle(was.challenges()), byTitle(is.challenges())),
                changes(byTitle(was.activities()), byTitle(is.activities())),
                changes(byTitle(was.agreements()), byTitle(is.agreements())),
                Objects.equals(was.rhoShare(), is.rhoShare())
                        ? null
                        : new Change<>("rhoShare", was.rhoShare(), is.rhoShare()));
    }

    /** In the order of what changed. */
    private static <T> List<Change<T>> changes(Map<String, T> before, Map<String, T> after) {
        var all = new TreeSet<>(before.keySet());
        all.addAll(after.keySet());
        return all.stream()
                .filter(what -> !Objects.equals(before.get(what), after.get(what)))
                .map(what -> new Change<>(what, before.get(what), after.get(what)))
                .toList();
    }

    private static Map<String, Integer> years(Content content) {
        return content.selections().stream()
                .collect(Collectors.toMap(selection -> selection.intervention().code(), Selection::firstYear));
    }

    private static <T extends Titled> Map<String, T> byTitle(Collection<T> list) {
        return list.stream().collect(Collectors.toMap(Titled::title, Function.identity()));
    }
}
