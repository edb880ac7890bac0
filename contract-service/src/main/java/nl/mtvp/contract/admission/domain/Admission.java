package nl.mtvp.contract.admission.domain;

import java.util.UUID;
import nl.mtvp.contract.contract.domain.Present;
import nl.mtvp.kernel.identity.Agb;
import org.threeten.extra.YearQuarter;

/** A practice may start from this quarter on, as plan-service told us (D21). */
public record Admission(Agb agb, UUID roundId, String rho, String region, String hub, YearQuarter quarter) {

    public Admission {
        Present.all(agb, roundId, rho, region, hub, quarter);
    }
}
