package nl.mtvp.payment.ledger.domain;

import java.time.Instant;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.payment.entitlement.domain.Cause;
import org.threeten.extra.YearQuarter;

/**
 * Which entries are asked for; a null asks for all.
 *
 * @param ofLines only what runs booked, and no settlements
 */
public record EntryQuery(
        Uzovi uzovi,
        Agb agb,
        YearQuarter quarter,
        Cause cause,
        boolean ofLines,
        Instant bookedFrom,
        Instant bookedUntil,
        Instant knownAt) {}
