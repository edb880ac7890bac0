package nl.mtvp.payment.receivable.domain;

import nl.mtvp.kernel.identity.Agb;

/** One AGB code that follows another under the same KvK number. */
public record Succession(Agb predecessor, Agb successor) {}
