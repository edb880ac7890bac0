package nl.mtvp.payment.ion.domain;

/** The life of a delivery (D38): content comes in, is worked through, and counts or is refused as a whole. */
public enum DeliveryStatus {
    RECEIVING,
    WORKING,
    ACCEPTED,
    REFUSED
}
