package nl.mtvp.payment.bankaccount.domain;

import jakarta.persistence.Embeddable;
import java.util.Objects;
import nl.mtvp.kernel.identity.Iban;

/** An account at a bank, with what a credit transfer has to say of its holder (D50). */
@Embeddable
public record BankAccount(Iban iban, String holderName, Address address) {

    public BankAccount {
        if (!iban.inSepa()) {
            throw new IllegalArgumentException(Iban.SEPA_RULE);
        }
        Objects.requireNonNull(holderName, "holderName");
        Objects.requireNonNull(address, "address");
    }

    /**
     * An address in its parts: banks take no free lines any more.
     *
     * @param country two letters (ISO 3166)
     */
    @Embeddable
    public record Address(String street, String buildingNumber, String postCode, String town, String country) {}
}
