package nl.mtvp.plan.regioplan.domain;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import nl.mtvp.kernel.json.CanonicalJson;
import nl.mtvp.kernel.json.Digests;

/**
 * What a version of a regioplan says, and what a decision is bound to (D6). Its canonical form is RFC 8785 JSON of
 * {@code rho}, {@code regions} (sorted), {@code title}, {@code interventions} ({@code code} and {@code firstYear},
 * sorted by code), {@code subjects} (those told only) and, when there are any, {@code challenges}, {@code activities}
 * and {@code agreements} in the order of {@link Details}, and {@code rhoShare}; what is not told is left away. Its hash
 * is the SHA-256 of that. Examples stand in {@code docs/regioplan-content.md}.
 */
public record Content(String rho, List<String> regions, String title, List<Selection> selections, Details details) {

    public Content {
        regions = regions.stream().sorted().toList();
        selections = selections.stream()
                .sorted(Comparator.comparing(
                        selection -> selection.intervention().code()))
                .toList();
    }

    public byte[] canonical() {
        var written = new HashMap<String, Object>();
        written.put("rho", rho);
        written.put("regions", regions);
        written.put("title", title);
        written.put("interventions", selections.stream().map(Content::written).toList());
        written.put("subjects", details.subjects().told());
        put(written, "challenges", details.challenges(), Content::written);
        put(written, "activities", details.activities(), Content::written);
        put(written, "agreements", details.agreements(), Content::written);
        put(written, "rhoShare", details.rhoShare() == null ? null : written(details.rhoShare()));
        return CanonicalJson.bytes(written);
    }

    /** In lower-case hexadecimal. */
    public String hash() {
        return Digests.hex(Digests.sha256(canonical()));
    }

    private static Map<String, Object> written(Selection selection) {
        return Map.of("code", selection.intervention().code(), "firstYear", selection.firstYear());
    }

    private static Map<String, Object> written(Challenge challenge) {
        var written = new HashMap<String, Object>();
        put(written, "title", challenge.title());
        put(written, "priority", challenge.priority());
        put(written, "description", challenge.description());
        return written;
    }

    private static Map<String, Object> written(Activity activity) {
        var written = new HashMap<String, Object>();
        put(written, "title", activity.title());
        put(written, "runsFrom", activity.runsFrom());
        put(written, "runsUntil", activity.runsUntil());
        put(written, "who", activity.who());
        return written;
    }

    private static Map<String, Object> written(Agreement agreement) {
        var written = new HashMap<String, Object>();
        put(written, "title", agreement.title());
        put(written, "monitoring", agreement.monitoring());
        return written;
    }

    private static Map<String, Object> written(RhoShare share) {
        var written = new HashMap<String, Object>();
        put(
                written,
                "percentage",
                share.percentage() == null ? null : share.percentage().toPlainString());
        put(written, "centsPerIon", share.centsPerIon());
        put(written, "benefit", share.benefit());
        put(written, "sharedFrom", share.sharedFrom());
        return written;
    }

    private static <T> void put(
            Map<String, Object> written, String name, List<T> list, Function<T, Map<String, Object>> each) {
        if (!list.isEmpty()) {
            written.put(name, list.stream().map(each).toList());
        }
    }

    private static void put(Map<String, Object> written, String name, Object value) {
        if (value != null) {
            written.put(name, value);
        }
    }
}
