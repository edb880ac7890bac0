package nl.mtvp.payment.ledger.domain;

import java.time.Instant;
import java.util.UUID;

/** A place in the order of entries. */
public record EntryPosition(Instant bookedAt, UUID postingId, long number) {}
