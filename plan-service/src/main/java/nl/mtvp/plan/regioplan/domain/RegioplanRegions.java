package nl.mtvp.plan.regioplan.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import nl.mtvp.kernel.failure.Fault;

/** Holds the regions of a new plan to its RHO: a regioplan covers the regions of one RHO (D3). */
public final class RegioplanRegions {

    private RegioplanRegions() {}

    /**
     * A region that does not exist, is another RHO's, or is named twice; of what could not be read nothing is said.
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
