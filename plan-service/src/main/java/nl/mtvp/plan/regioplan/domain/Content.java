package nl.mtvp.plan.regioplan.domain;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        details = details.inOrder();
    }

    public byte[] canonical() {
        var written = new HashMap<String, Object>();
        written.put("rho", rho);
        written.put("regions", regions);
        written.put("title", title);
        written.put("interventions", selections.stream().map(Content::written).toList());
        written.put("subjects", details.subjects().told());
        putLines(written, "challenges", details.challenges());
        putLines(written, "activities", details.activities());
        putLines(written, "agreements", details.agreements());
        if (details.rhoShare() != null) {
            written.put("rhoShare", told(details.rhoShare().written()));
        }
        return CanonicalJson.bytes(written);
    }

    /** In lower-case hexadecimal. */
    public String hash() {
        return Digests.hex(Digests.sha256(canonical()));
    }

    private static Map<String, Object> written(Selection selection) {
        return Map.of("code", selection.intervention().code(), "firstYear", selection.firstYear());
    }

    private static void putLines(Map<String, Object> written, String name, List<?> lines) {
        if (!lines.isEmpty()) {
            written.put(name, lines.stream().map(Content::told).toList());
        }
    }

    /** What a part says by name, without what is not told. */
    private static Map<?, ?> told(Object part) {
        var told = (Map<?, ?>) CanonicalJson.read(CanonicalJson.bytes(part));
        told.values().removeIf(Objects::isNull);
        return told;
    }
}
