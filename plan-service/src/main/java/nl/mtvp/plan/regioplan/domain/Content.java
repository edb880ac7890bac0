package nl.mtvp.plan.regioplan.domain;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import nl.mtvp.kernel.json.CanonicalJson;
import nl.mtvp.kernel.json.Digests;

/**
 * What a version of a regioplan says, and what a decision is bound to (D6). Its canonical form is RFC 8785 JSON of
 * {@code rho}, {@code regions} (sorted), {@code title}, {@code interventions} ({@code code} and {@code firstYear},
 * sorted by code) and {@code subjects} (those told only); its hash is the SHA-256 of that.
 */
public record Content(String rho, List<String> regions, String title, List<Selection> selections, Subjects subjects) {

    public Content {
        regions = regions.stream().sorted().toList();
        selections = selections.stream()
                .sorted(Comparator.comparing(
                        selection -> selection.intervention().code()))
                .toList();
    }

    public byte[] canonical() {
        return CanonicalJson.bytes(Map.of(
                "rho", rho,
                "regions", regions,
                "title", title,
                "interventions", selections.stream().map(Content::written).toList(),
                "subjects", subjects.told()));
    }

    /** In lower-case hexadecimal. */
    public String hash() {
        return Digests.hex(Digests.sha256(canonical()));
    }

    private static Map<String, Object> written(Selection selection) {
        return Map.of("code", selection.intervention().code(), "firstYear", selection.firstYear());
    }
}
