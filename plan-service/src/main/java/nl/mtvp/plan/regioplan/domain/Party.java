package nl.mtvp.plan.regioplan.domain;

import nl.mtvp.kernel.identity.Uzovi;

/** A preferent insurer of a region, as it was at the submission (D6). */
public record Party(String region, Uzovi uzovi) {}
