package nl.mtvp.plan.regioplan.domain;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nl.mtvp.kernel.json.Texts;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a regioplan preferably tells (D4), item by item: there, or missing and how to mend it. It blocks nothing. */
public final class Checklist {

    /** An item of the list. @param mend what would mend it; null when it is there */
    public record Item(String item, boolean present, @Schema(nullable = true) String mend) {}

    private Checklist() {}

    public static List<Item> of(Details details) {
        var texts = details.subjects();
        var challenges = details.challenges();
        var activities = details.activities();
        var agreements = details.agreements();
        return List.of(
                told("missionAndVision", texts.missionAndVision(), "the mission and vision of the region"),
                told("ictVision", texts.ictVision(), "the vision on ICT, apart from the other"),
                told("governance", texts.governance(), "how the plan is governed"),
                told("support", texts.support(), "how far the practices support it"),
                told("challenges", texts.challenges(), challenges, "the challenges from the regiobeeld"),
                each("challengePriorities", challenges, line -> line.priority() != null, "a priority"),
                told("activities", texts.activities(), activities, "the activities"),
                each("activityDates", activities, Activity::hasDates, "dates, runsFrom and runsUntil"),
                each("activityActors", activities, line -> isTold(line.who()), "who does it"),
                told("agreements", texts.agreements(), agreements, "the agreements"),
                each("agreementMonitoring", agreements, line -> isTold(line.monitoring()), "how it is monitored"));
    }

    private static Item told(String item, String text, String what) {
        return isTold(text) ? present(item) : missing(item, "tell " + what + " in /subjects/" + item);
    }

    private static Item told(String item, String text, List<? extends Titled> list, String what) {
        return isTold(text) || !list.isEmpty()
                ? present(item)
                : missing(item, "tell " + what + " in /" + item + ", or as text in /subjects/" + item);
    }

    private static <T extends Titled> Item each(String item, List<T> list, Predicate<T> complete, String what) {
        var incomplete =
                list.stream().filter(complete.negate()).map(Titled::title).toList();
        if (list.isEmpty()) {
            return missing(item, "write them as a list, each with " + what);
        }
        return incomplete.isEmpty()
                ? present(item)
                : missing(item, "add " + what + ", to: " + incomplete.stream().collect(Collectors.joining("; ")));
    }

    private static Item present(String item) {
        return new Item(item, true, null);
    }

    private static Item missing(String item, String mend) {
        return new Item(item, false, "D4: " + mend);
    }

    private static boolean isTold(String text) {
        return text != null && !Texts.isBlank(text);
    }
}
