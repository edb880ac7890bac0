package nl.mtvp.suite.world;

import java.util.List;

/**
 * A municipality's practices, which belong to one synthetic enterprise, so that one person signs for the hub.
 *
 * @param kvk the enterprise's number
 */
public record Hub(String region, String name, String kvk, List<Practice> practices) {

    public Hub {
        practices = List.copyOf(practices);
    }

    public long ion() {
        return practices.stream().mapToLong(Practice::ion).sum();
    }

    public List<String> agbs() {
        return practices.stream().map(Practice::agb).toList();
    }

    /** The name of the hub's signatory: {@code signatory-de-bilt}. */
    public String signatory() {
        return "signatory-" + name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }
}
