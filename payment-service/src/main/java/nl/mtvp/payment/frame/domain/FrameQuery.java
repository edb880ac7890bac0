package nl.mtvp.payment.frame.domain;

import nl.mtvp.kernel.identity.Uzovi;

/** Which payments are totalled; a null asks for all. */
public record FrameQuery(Integer year, Uzovi uzovi, String region) {}
