package nl.mtvp.payment.ledger.domain;

import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;

/**
 * What the ledger says of a creditor, in cents (D48, D50).
 *
 * @param balance what is owed to it; below zero it owes
 * @param booked what runs booked
 * @param paidOut what was transferred to its bank account and did not come back
 * @param inCollection what was handed over for collection and did not come back
 * @param moved what came from an AGB that it succeeds, less what went to the one that succeeds it
 */
public record CreditorBalance(
        Creditor creditor, long balance, long booked, long paidOut, long inCollection, long moved) {

    public CreditorBalance {
        if (balance != booked - paidOut + inCollection + moved) {
            throw new IllegalArgumentException("a balance is the sum of what moved it");
        }
    }

    /** Whose balances are asked for; a null asks for all. */
    public record BalanceQuery(Uzovi uzovi, Agb agb, String rho) {}
}
