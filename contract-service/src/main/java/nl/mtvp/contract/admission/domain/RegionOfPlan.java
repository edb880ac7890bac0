package nl.mtvp.contract.admission.domain;

import java.util.List;
import nl.mtvp.contract.contract.domain.Present;
import nl.mtvp.kernel.identity.Uzovi;

/** A region that a regioplan covers, with the insurers that negotiate there (preferent, D6, D30). */
public record RegionOfPlan(String region, List<Uzovi> preferentInsurers) {

    public RegionOfPlan {
        Present.all(region);
        preferentInsurers = preferentInsurers == null ? List.of() : List.copyOf(preferentInsurers);
    }
}
