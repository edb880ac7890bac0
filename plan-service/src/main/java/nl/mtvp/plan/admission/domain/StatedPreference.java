package nl.mtvp.plan.admission.domain;

import nl.mtvp.kernel.identity.Agb;

/** What a practice stated last (D17). */
public record StatedPreference(Agb agb, Preference preference) {}
