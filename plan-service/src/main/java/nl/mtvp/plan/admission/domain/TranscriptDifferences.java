package nl.mtvp.plan.admission.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import nl.mtvp.kernel.json.CanonicalJson;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a transcript that somebody holds is not the recorded one (D20): each place as a JSON pointer. */
public final class TranscriptDifferences {

    /** One place; a value is JSON text, or null where there is none. */
    public record Difference(
            String location, @Schema(nullable = true) String recorded, @Schema(nullable = true) String handedIn) {}

    private static final Object NOTHING = new Object();

    private final List<Difference> found = new ArrayList<>();

    private TranscriptDifferences() {}

    /** @param recorded and handedIn as JSON is read: maps, lists, strings, whole numbers */
    public static List<Difference> between(Object recorded, Object handedIn) {
        var differences = new TranscriptDifferences();
        differences.compare("", recorded, handedIn);
        return List.copyOf(differences.found);
    }

    private void compare(String location, Object recorded, Object handedIn) {
        if (recorded instanceof Map<?, ?> one && handedIn instanceof Map<?, ?> other) {
            var names = new TreeSet<String>();
            one.keySet().forEach(name -> names.add((String) name));
            other.keySet().forEach(name -> names.add((String) name));
            names.forEach(name -> compare(location + "/" + escaped(name), value(one, name), value(other, name)));
        } else if (recorded instanceof List<?> one && handedIn instanceof List<?> other) {
            for (int at = 0; at < Math.max(one.size(), other.size()); at++) {
                compare(location + "/" + at, value(one, at), value(other, at));
            }
        } else if (!Objects.equals(text(recorded), text(handedIn))) {
            found.add(new Difference(location, text(recorded), text(handedIn)));
        }
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static Object value(Map<?, ?> object, String name) {
        return object.containsKey(name) ? object.get(name) : NOTHING;
    }

    private static Object value(List<?> list, int at) {
        return at < list.size() ? list.get(at) : NOTHING;
    }

    private static String text(Object value) {
        if (value == NOTHING) {
            return null;
        }
        var list = new String(CanonicalJson.bytes(Collections.singletonList(value)), UTF_8);
        return list.substring(1, list.length() - 1);
    }
}
