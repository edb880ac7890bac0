package nl.mtvp.payment.statement.domain;

import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import org.threeten.extra.YearQuarter;

/** Which statements are asked for; a null asks for all. */
public record StatementQuery(Uzovi uzovi, Agb agb, String rho, YearQuarter quarter) {}
