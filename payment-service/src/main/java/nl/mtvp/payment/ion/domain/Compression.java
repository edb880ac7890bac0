package nl.mtvp.payment.ion.domain;

/** How a delivery's content is packed on its way (D38). */
public enum Compression {
    NONE,
    GZIP
}
