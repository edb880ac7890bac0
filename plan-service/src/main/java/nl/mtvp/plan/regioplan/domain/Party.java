package nl.mtvp.plan.regioplan.domain;

import jakarta.persistence.Embeddable;
import nl.mtvp.kernel.identity.Uzovi;

/** A preferent insurer of a region, as it was at the submission (D6). */
@Embeddable
public record Party(String region, Uzovi uzovi) {}
