package nl.mtvp.payment.run.domain;

import java.util.UUID;
import org.threeten.extra.YearQuarter;

/** A place in the order of a run's lines. */
public record LinePosition(UUID contractId, YearQuarter quarter) {}
