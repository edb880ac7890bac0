package nl.mtvp.payment.entitlement.domain;

import java.util.Objects;
import nl.mtvp.kernel.identity.Agb;

/** The practice that has a contract on a quarter's peildatum: it is counted and paid (D35, D41). */
public record Holder(Agb agb, Source source) {

    public Holder {
        Objects.requireNonNull(agb, "agb");
        Objects.requireNonNull(source, "source");
    }
}
