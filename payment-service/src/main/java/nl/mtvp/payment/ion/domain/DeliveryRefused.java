package nl.mtvp.payment.ion.domain;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.mtvp.kernel.failure.DomainFailure;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.NotFound;
import nl.mtvp.kernel.identity.Agb;

/** Why an ION delivery, its content or a settlement is not taken as it comes (D38, D39). */
public final class DeliveryRefused extends DomainFailure {

    private DeliveryRefused(Kind kind, String code, String message) {
        super(kind, code, message);
    }

    private DeliveryRefused(String code, String message) {
        this(Kind.CONFLICT, code, message);
    }

    private DeliveryRefused(Fault fault) {
        super(Kind.REJECTED, "no-settlement", "this settles nothing (D39)", List.of(fault));
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
                "peildatum-in-future",
                "peildatum " + peildatum + " lies after today, " + today + "; deliver on or after it (D38)");
    }

    /** There is no such settlement, or not for who asks. */
    public static NotFound settlementNotFound(UUID id) {
        return new NotFound("settlement-not-found", "there is no settlement " + id + " that you may see");
    }

    /** Whoever sent it has gone, and hears of it by HEAD. */
    public static DeliveryRefused off() {
        return new DeliveryRefused(
                Kind.REJECTED, "broken-off", "the content broke off; ask with HEAD where to go on, and send the rest");
    }

    public static DeliveryRefused tooSlow(long bytesMin, Duration within) {
        return new DeliveryRefused(
                Kind.TOO_SLOW,
                "too-slow",
                "content is waited for as long as " + bytesMin + " bytes come within " + within.toSeconds()
                        + " s; ask with HEAD where to go on, and send the rest");
    }

    public static DeliveryRefused atOffset(long stated, long actual) {
        return new DeliveryRefused(
                "offset-is-wrong",
                "the content goes on at byte " + actual + ", not " + stated + "; ask with HEAD and send from there");
    }

    public static DeliveryRefused complete() {
        return new DeliveryRefused("delivery-is-complete", "this delivery's content is complete; announce a new one");
    }

    public static DeliveryRefused underWay() {
        return new DeliveryRefused(
                "upload-under-way", "another upload of this delivery is under way; ask with HEAD when it has ended");
    }

    static DeliveryRefused nothingToSettle(UUID delivery) {
        return new DeliveryRefused(
                "nothing-to-settle",
                "delivery " + delivery + " has no line of this patient that is in conflict with another one (D39)");
    }

    static DeliveryRefused changesNothing() {
        return new DeliveryRefused(Fault.inBody(
                "/countsWith", "counts-so-already", "the patient counts so already; name another practice, or none"));
    }

    static DeliveryRefused notDelivered(Set<Agb> candidates) {
        return new DeliveryRefused(Fault.inBody(
                "/countsWith", "not-delivered", "the delivery has this patient with " + candidates + " only"));
    }

    public static DeliveryRefused countsNoMore(UUID delivery) {
        return new DeliveryRefused(
                "delivery-counts-no-more",
                "delivery " + delivery + " does not count now: settle it in the one that does (D38)");
    }

    public static DeliveryRefused settledAlready() {
        return new DeliveryRefused(
                "settled-already", "this was settled already; withdraw that settlement to settle it anew (D39)");
    }

    public static DeliveryRefused withdrawnAlready(UUID id) {
        return new DeliveryRefused("withdrawn-already", "settlement " + id + " was withdrawn already (D39)");
    }
}
