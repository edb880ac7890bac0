/**
 * Money: registrations, tariffs, what is due, what is booked and why (D37-D55). It learns contracts from
 * contract-service's feed, and knows nothing of plans or of monitoring (D15).
 */
package nl.mtvp.payment;
