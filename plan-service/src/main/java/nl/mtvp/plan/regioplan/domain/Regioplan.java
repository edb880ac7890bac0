package nl.mtvp.plan.regioplan.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.mtvp.kernel.failure.Fault;

/** An RHO's plan for one or more of its regions (D3). What it says stands in its versions. */
public record Regioplan(UUID id, String rho, String title, List<String> regions) {

    public Regioplan {
        regions = List.copyOf(regions);
        if (regions.isEmpty()) {
            throw new IllegalArgumentException("a regioplan covers at least one region");
        }
    }

    /**
     * What is wrong with the regions of a new plan (D3): one that does not exist, is another RHO's, or is named twice. Of
     * what could not be read nothing is said.
     *
     * @param owners the RHO of each region that exists
     */
    public static List<Fault> faults(String rho, List<String> regions, Map<String, String> owners) {
        var faults = new ArrayList<Fault>();
        var seen = new HashSet<String>();
        for (int index = 0; index < regions.size(); index++) {
            var pointer = "/regions/" + index;
            var region = regions.get(index);
            if (region != null && !seen.add(region)) {
                faults.add(Fault.inBody(pointer, "named-twice", "a region is named once"));
            } else if (rho != null && region != null && !rho.equals(owners.get(region))) {
                faults.add(Fault.inBody(
                        pointer, "no-region-of-the-rho", "D3: a regioplan covers regions of its own RHO, " + rho));
            }
        }
        return faults;
    }
}
