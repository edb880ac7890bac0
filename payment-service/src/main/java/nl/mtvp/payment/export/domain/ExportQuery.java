package nl.mtvp.payment.export.domain;

import java.time.Instant;
import nl.mtvp.kernel.identity.Uzovi;

/**
 * Of whom and as known when an export is.
 *
 * @param uzovi null asks for every insurer that may be seen
 */
public record ExportQuery(Uzovi uzovi, Instant knownAt) {}
