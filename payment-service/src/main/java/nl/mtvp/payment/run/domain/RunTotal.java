package nl.mtvp.payment.run.domain;

import nl.mtvp.kernel.money.Euro;
import nl.mtvp.payment.entitlement.domain.Cause;
import nl.mtvp.payment.entitlement.domain.Component;

/** What a run's parts of one cause and component come to. */
public record RunTotal(Cause cause, Component component, long parts, Euro amount) {}
