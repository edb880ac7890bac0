package nl.mtvp.plan.regioplan.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.InvalidInput;

/** Holds the regions of a new plan to its RHO: a regioplan covers the regions of one RHO (D3). */
public final class RegioplanRegions {

    private RegioplanRegions() {}

    /**
     * @param owners the RHO of each region that exists
     * @throws InvalidInput when a region does not exist, is another RHO's, or is named twice
     */
    public static void check(String rho, List<String> regions, Map<String, String> owners) {
        var faults = new ArrayList<Fault>();
        var seen = new HashSet<String>();
        for (int index = 0; index < regions.size(); index++) {
            var pointer = "/regions/" + index;
            if (!seen.add(regions.get(index))) {
                faults.add(Fault.inBody(pointer, "named-twice", "a region is named once"));
            } else if (!rho.equals(owners.get(regions.get(index)))) {
                faults.add(Fault.inBody(
                        pointer, "no-region-of-the-rho", "D3: a regioplan covers regions of its own RHO, " + rho));
            }
        }
        InvalidInput.ifAny(faults);
    }
}
