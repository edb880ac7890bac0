package nl.mtvp.payment.entitlement.domain;

import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import org.threeten.extra.YearQuarter;

/** What is asked about whom; a null asks about all. */
public record EntitlementQuery(Uzovi uzovi, Agb agb, YearQuarter quarter) {}
