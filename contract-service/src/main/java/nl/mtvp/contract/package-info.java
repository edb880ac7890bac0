/**
 * Offers, the minimum hurdle, contracts and compliance (D22-D36). It learns plans and admissions from plan-service's
 * feed, and knows nothing of ION, tariffs' effect or money paid.
 */
package nl.mtvp.contract;
