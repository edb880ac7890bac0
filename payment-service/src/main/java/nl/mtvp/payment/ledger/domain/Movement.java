package nl.mtvp.payment.ledger.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * What one posting changes a creditor's balance by: its entries net out (D50).
 *
 * @param cents below zero when it takes from the balance; never zero
 */
public record Movement(UUID postingId, long postingNumber, Instant bookedAt, long cents) {

    public Movement {
        if (cents == 0) {
            throw new IllegalArgumentException("a movement moves something");
        }
    }
}
