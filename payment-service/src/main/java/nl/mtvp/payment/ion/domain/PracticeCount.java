package nl.mtvp.payment.ion.domain;

import nl.mtvp.kernel.identity.Agb;

/** The patients of one practice that count. */
public record PracticeCount(Agb agb, long ion) {}
