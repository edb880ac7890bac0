package nl.mtvp.payment.ion.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import org.threeten.extra.YearQuarter;

/**
 * A line that counts, of a patient whom another insurer delivered for the same peildatum too (D39). Which insurer, and
 * with which practice, it does not tell.
 */
public record Conflict(
        UUID id,
        Uzovi uzovi,
        YearQuarter quarter,
        UUID deliveryId,
        UUID pseudonym,
        Agb agb,
        LocalDate registeredOn,
        Instant foundAt) {}
