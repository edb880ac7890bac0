package nl.mtvp.contract.portal.domain;

import java.time.Instant;

/**
 * A version of an offer as it was written for the portal.
 *
 * @param offerDigest of its document, in hexadecimal
 */
public record SentVersion(String offerDigest, Instant expiresAt) {}
