package nl.mtvp.payment.ion.rest;

import nl.mtvp.kernel.identity.Agb;

/** The patients of one practice that count on the delivery's peildatum. */
public record CountResponse(Agb agb, Long ion) {}
