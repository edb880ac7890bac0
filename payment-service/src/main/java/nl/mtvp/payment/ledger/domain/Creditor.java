package nl.mtvp.payment.ledger.domain;

import java.util.Objects;
import java.util.regex.Pattern;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;

/**
 * Whom an insurer owes: a practice or an RHO, never both (D50).
 *
 * @param agb null for an RHO
 * @param rho null for a practice
 */
public record Creditor(Uzovi uzovi, Agb agb, String rho) {

    private static final Pattern ACCOUNT = Pattern.compile("creditor:([0-9]{4}):(agb|rho):([^:|]+)");

    public Creditor {
        Objects.requireNonNull(uzovi, "uzovi");
        if ((agb == null) == (rho == null)) {
            throw new IllegalArgumentException("a creditor is a practice or an RHO");
        }
    }

    /** @throws IllegalArgumentException if the account is not a creditor's */
    public static Creditor of(String account) {
        var parts = ACCOUNT.matcher(account);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not a creditor's account: " + account);
        }
        var uzovi = new Uzovi(parts.group(1));
        return parts.group(2).equals("agb")
                ? new Creditor(uzovi, new Agb(parts.group(3)), null)
                : new Creditor(uzovi, null, parts.group(3));
    }

    /** Its account in the ledger. */
    public String account() {
        return "creditor:" + uzovi + (agb == null ? ":rho:" + rho : ":agb:" + agb);
    }
}
