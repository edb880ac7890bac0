package nl.mtvp.payment.ion.domain;

/** What is wrong with a delivery's file as a whole: it is refused, and nothing of it is stored (D38). */
public record FileFault(String code, String detail) {}
