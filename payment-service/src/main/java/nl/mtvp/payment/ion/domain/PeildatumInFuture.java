package nl.mtvp.payment.ion.domain;

import java.time.LocalDate;
import nl.mtvp.kernel.failure.DomainFailure;

/** Nobody can know who will be registered on a day to come. */
public class PeildatumInFuture extends DomainFailure {

    public PeildatumInFuture(LocalDate peildatum, LocalDate today) {
        super(
                Kind.CONFLICT,
                "peildatum-in-future",
                "peildatum " + peildatum + " lies after today, " + today + "; deliver on or after it (D38)");
    }
}
