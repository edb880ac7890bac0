package nl.mtvp.payment.entitlement.domain;

import java.util.Objects;

/** The patients registered with one practice on a peildatum, as an insurer's delivery says (D38). */
public record Count(long ion, Source source) {

    public Count {
        Objects.requireNonNull(source, "source");
        if (ion < 0) {
            throw new IllegalArgumentException("a count is never negative");
        }
    }
}
