package nl.mtvp.plan.regioplan.domain;

import java.util.LinkedHashMap;
import java.util.Map;
import nl.mtvp.kernel.json.Texts;

/** What a regioplan preferably tells (D4), as free text; {@link Checklist} names what is missing. */
public record Subjects(
        String missionAndVision,
        String ictVision,
        String governance,
        String support,
        String challenges,
        String activities,
        String agreements) {

    public static final Subjects NONE = new Subjects(null, null, null, null, null, null, null);

    /** The subjects that are told, by name. */
    public Map<String, String> told() {
        var told = all();
        told.values().removeIf(text -> text == null || Texts.isBlank(text));
        return told;
    }

    private Map<String, String> all() {
        var all = new LinkedHashMap<String, String>();
        all.put("missionAndVision", missionAndVision);
        all.put("ictVision", ictVision);
        all.put("governance", governance);
        all.put("support", support);
        all.put("challenges", challenges);
        all.put("activities", activities);
        all.put("agreements", agreements);
        return all;
    }
}
