package nl.mtvp.contract.portal.rest;

import java.time.Instant;
import java.util.UUID;

/** The portal's message is kept: since when, the same at each repetition. */
public record ReceiptResponse(UUID messageId, Instant receivedAt) {}
