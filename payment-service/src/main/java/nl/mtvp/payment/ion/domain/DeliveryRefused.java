package nl.mtvp.payment.ion.domain;

import java.time.LocalDate;
import java.util.UUID;
import nl.mtvp.kernel.failure.DomainFailure;
import nl.mtvp.kernel.failure.NotFound;

/** Why an ION delivery or a settlement is not taken (D38, D39). */
public final class DeliveryRefused extends DomainFailure {

    private DeliveryRefused(Kind kind, String code, String message) {
        super(kind, code, message);
    }

    /** More content than a delivery may have (D38). What came in up to the limit stays, and is of no use. */
    public static DeliveryRefused contentTooLarge(long bytesMax) {
        return new DeliveryRefused(
                Kind.TOO_LARGE,
                "content-too-large",
                "the content of a delivery may have at most " + bytesMax
                        + " bytes; announce a new delivery and send it packed with gzip");
    }

    /** There is no such delivery, or not for who asks. */
    public static NotFound notFound(UUID id) {
        return new NotFound("delivery-not-found", "there is no ION delivery " + id + " that you may see");
    }

    /** Nobody can know who will be registered on a day to come. */
    public static DeliveryRefused peildatumInFuture(LocalDate peildatum, LocalDate today) {
        return new DeliveryRefused(
                Kind.CONFLICT,
                "peildatum-in-future",
                "peildatum " + peildatum + " lies after today, " + today + "; deliver on or after it (D38)");
    }

    /** There is no such settlement, or not for who asks. */
    public static NotFound settlementNotFound(UUID id) {
        return new NotFound("settlement-not-found", "there is no settlement " + id + " that you may see");
    }
}
