package nl.mtvp.suite.world;

import java.util.List;
import java.util.Locale;

/** A regional organisation with its regions, each with the insurer that negotiates there (preferent). */
public record Rho(String code, String name, String kvk, List<Region> regions) {

    public Rho {
        regions = List.copyOf(regions);
    }

    /** Who registers and plans for it: {@code rho-unicum}. */
    public String coordinator() {
        return "rho-" + code.toLowerCase(Locale.ROOT);
    }

    /** @param preferentInsurer UZOVI code */
    public record Region(String code, String preferentInsurer, List<Hub> hubs) {

        public Region {
            hubs = List.copyOf(hubs);
        }

        public List<Practice> practices() {
            return hubs.stream().flatMap(hub -> hub.practices().stream()).toList();
        }

        public long ion() {
            return hubs.stream().mapToLong(Hub::ion).sum();
        }
    }
}
