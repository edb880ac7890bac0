package nl.mtvp.payment.entitlement.db;

import nl.mtvp.payment.entitlement.domain.Source;

/**
 * What settlements change in a delivery's count (D39).
 *
 * @param source the delivery, and when the newest of them was recorded
 */
record Settled(long change, Source source) {}
