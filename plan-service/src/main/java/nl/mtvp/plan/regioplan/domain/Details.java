package nl.mtvp.plan.regioplan.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.plan.line.domain.Once;

/**
 * What a regioplan tells besides the interventions that it selects (D4), and the ground of a share if it has one (D49).
 * Its lists come in the order in which they were written; in a {@link Content} they have one of their own: challenges by
 * priority, activities by their first day, agreements by title.
 */
public record Details(
        Subjects subjects,
        List<Challenge> challenges,
        List<Activity> activities,
        List<Agreement> agreements,
        RhoShare rhoShare) {

    /** As a content has it. */
    Details inOrder() {
        return new Details(
                subjects,
                challenges.stream()
                        .sorted(Comparator.comparing(
                                        Challenge::priority, Comparator.nullsLast(Comparator.naturalOrder()))
                                .thenComparing(Challenge::title))
                        .toList(),
                activities.stream()
                        .sorted(Comparator.comparing(
                                        Activity::runsFrom, Comparator.nullsLast(Comparator.naturalOrder()))
                                .thenComparing(Activity::title))
                        .toList(),
                agreements.stream()
                        .sorted(Comparator.comparing(Agreement::title))
                        .toList(),
                rhoShare);
    }

    /** Everything that cannot stand in a plan as it is written, by the places of the request; null is unread. */
    public List<Fault> faults() {
        var faults = new ArrayList<>(namedTwice("/challenges/%d/title", challenges));
        faults.addAll(namedTwice("/activities/%d/title", activities));
        for (int index = 0; index < activities.size(); index++) {
            if (activities.get(index).endsBeforeItBegins()) {
                faults.add(Fault.inBody(
                        "/activities/" + index + "/runsUntil",
                        "ends-before-it-begins",
                        "D4: an activity runs until a day after its first"));
            }
        }
        faults.addAll(namedTwice("/agreements/%d/title", agreements));
        if (rhoShare != null) {
            faults.addAll(rhoShare.faults());
        }
        return faults;
    }

    private static List<Fault> namedTwice(String pointer, List<? extends Titled> list) {
        return Once.faults(list.stream().map(Titled::title).toList(), pointer, "a title stands in its list once");
    }
}
