package nl.mtvp.plan.regioplan.domain;

import java.util.LinkedHashMap;
import java.util.Map;
import nl.mtvp.kernel.json.Texts;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a regioplan preferably tells (D4), as free text; {@link Checklist} names what is missing. */
public record Subjects(
        @Schema(nullable = true) String missionAndVision,
        @Schema(nullable = true) String ictVision,
        @Schema(nullable = true) String governance,
        @Schema(nullable = true) String support,
        @Schema(nullable = true) String challenges,
        @Schema(nullable = true) String activities,
        @Schema(nullable = true) String agreements) {

    public static final Subjects NONE = new Subjects(null, null, null, null, null, null, null);

    /** The subjects that are told, by name. */
    public Map<String, String> told() {
        var told = new LinkedHashMap<String, String>();
        told.put("missionAndVision", missionAndVision);
        told.put("ictVision", ictVision);
        told.put("governance", governance);
        told.put("support", support);
        told.put("challenges", challenges);
        told.put("activities", activities);
        told.put("agreements", agreements);
        told.values().removeIf(text -> text == null || Texts.isBlank(text));
        return told;
    }
}
