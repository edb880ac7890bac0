package nl.mtvp.payment.ledger.domain;

import java.util.Objects;

/**
 * An entry that settles a part of a creditor's balance (D50).
 *
 * @param cents what its balance changes by: below zero when it is debited
 */
public record Settlement(Creditor creditor, EntryCause cause, long cents) {

    public Settlement {
        Objects.requireNonNull(creditor, "creditor");
        boolean possible =
                switch (cause) {
                    case PAYOUT, FROM_COLLECTION -> cents < 0;
                    case PAYOUT_RETURNED, TO_COLLECTION -> cents > 0;
                    case SUCCESSION -> cents != 0;
                    default -> throw new IllegalArgumentException(cause + " settles nothing");
                };
        if (!possible) {
            throw new IllegalArgumentException(cause + " of " + cents + " cents");
        }
    }

    public String debit() {
        return cents < 0 ? creditor.account() : other();
    }

    public String credit() {
        return cents < 0 ? other() : creditor.account();
    }

    /** What moves from debit to credit. */
    public long transferredCents() {
        return Math.abs(cents);
    }

    private String other() {
        var kind =
                switch (cause) {
                    case PAYOUT, PAYOUT_RETURNED -> "bank";
                    case TO_COLLECTION, FROM_COLLECTION -> "collection";
                    default -> "succession";
                };
        return kind + ":" + creditor.uzovi();
    }
}
