package nl.mtvp.contract.offer.domain;

import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;

/** An insurer and a practice: between them stands at most one contract at any time (D29). */
public record Pair(Uzovi uzovi, Agb agb) {}
