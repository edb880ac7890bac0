package nl.mtvp.payment.run.domain;

import nl.mtvp.kernel.money.Euro;
import nl.mtvp.payment.entitlement.domain.Cause;
import nl.mtvp.payment.entitlement.domain.Component;
import org.threeten.extra.YearQuarter;

/** What a proposal's parts about one quarter, of one cause and component, come to. */
public record RunTotal(YearQuarter quarter, Cause cause, Component component, long parts, Euro amount) {}
