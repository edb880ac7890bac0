package nl.mtvp.plan.region.rest;

import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.plan.region.domain.Practice;

/** A practice with the ION declared last. */
public record PracticeResponse(Agb agb, String name, String hub, long ion) {

    static PracticeResponse of(Practice practice) {
        return new PracticeResponse(practice.agb(), practice.name(), practice.hub(), practice.ion());
    }
}
