package nl.mtvp.payment.ledger.domain;

/** An entry of a run: its cause, its component, whom it is for, and how much: below zero when it is taken back. */
public record RunEntry(String cause, String component, String creditor, long cents) {

    /** As a comparison has it. */
    public String written() {
        return cause + "/" + component + "/" + creditor + "/" + cents;
    }
}
