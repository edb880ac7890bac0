package nl.mtvp.payment.ion.domain;

/** What is being done with a complete delivery. */
public enum DeliveryPhase {
    READING,
    DECIDING,
    WRITING,
    COMPARING
}
