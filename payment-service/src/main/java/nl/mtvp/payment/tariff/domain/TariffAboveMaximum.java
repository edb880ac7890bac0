package nl.mtvp.payment.tariff.domain;

import java.time.LocalDate;
import nl.mtvp.kernel.failure.DomainFailure;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.money.Euro;

/** The tariff is above the NZa's maximum on some of its days (D37). */
public class TariffAboveMaximum extends DomainFailure {

    public TariffAboveMaximum(Euro maximum, LocalDate from) {
        super(
                Kind.REJECTED,
                "tariff-above-maximum",
                "the NZa's maximum is exceeded (D37)",
                java.util.List.of(Fault.inBody(
                        "/euroPerIonPerQuarter",
                        "above-maximum",
                        "the NZa's maximum is " + maximum + " per ION and quarter from " + from
                                + " on; propose at most that, or end the validity before (D37)")));
    }
}
