package nl.mtvp.plan.regioplan.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import nl.mtvp.kernel.failure.Fault;

/**
 * What a regioplan tells besides the interventions that it selects (D4), and the ground of a share if it has one (D49).
 * The lists have an order of their own, whatever the one in which they were written: challenges by priority, activities
 * by their first day, agreements by title.
 */
public record Details(
        Subjects subjects,
        List<Challenge> challenges,
        List<Activity> activities,
        List<Agreement> agreements,
        RhoShare rhoShare) {

    public Details {
        challenges = challenges.stream()
                .sorted(Comparator.comparing(Challenge::priority, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(Challenge::title))
                .toList();
        activities = activities.stream()
                .sorted(Comparator.comparing(Activity::runsFrom, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(Activity::title))
                .toList();
        agreements = agreements.stream()
                .sorted(Comparator.comparing(Agreement::title))
                .toList();
    }

    /** Everything that cannot stand in a plan as it is written, in these lists in the order of the request; null is unread. */
    public static List<Fault> faults(
            List<Challenge> challenges, List<Activity> activities, List<Agreement> agreements, RhoShare rhoShare) {
        var faults = new ArrayList<Fault>();
        faults.addAll(namedTwice("/challenges/", challenges));
        faults.addAll(namedTwice("/activities/", activities));
        for (int index = 0; index < activities.size(); index++) {
            if (activities.get(index).endsBeforeItBegins()) {
                faults.add(Fault.inBody(
                        "/activities/" + index + "/runsUntil",
                        "ends-before-it-begins",
                        "D4: an activity runs until a day after its first"));
            }
        }
        faults.addAll(namedTwice("/agreements/", agreements));
        if (rhoShare != null) {
            faults.addAll(rhoShare.faults());
        }
        return faults;
    }

    private static List<Fault> namedTwice(String pointer, List<? extends Titled> list) {
        var faults = new ArrayList<Fault>();
        var seen = new HashSet<String>();
        for (int index = 0; index < list.size(); index++) {
            var title = list.get(index).title();
            if (title != null && !seen.add(title)) {
                faults.add(Fault.inBody(pointer + index + "/title", "named-twice", "a title stands in its list once"));
            }
        }
        return faults;
    }
}
