package nl.mtvp.payment.frame.domain;

import nl.mtvp.kernel.identity.Uzovi;
import org.threeten.extra.YearQuarter;

/** What one insurer's runs booked about a quarter for the practices of a region, and for their RHOs (D55). */
public record BookedTotal(YearQuarter quarter, Uzovi uzovi, String region, long practiceCents, long rhoCents) {}
