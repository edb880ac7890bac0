package nl.mtvp.payment.bankaccount.domain;

import jakarta.persistence.Embeddable;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
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
     * A text that a bank gets.
     *
     * @param place where it stands in the account
     * @param longest how many characters a bank takes there
     */
    public record Text(String place, String value, int longest) {

        public boolean isSendable() {
            return SepaText.fits(value, longest);
        }
    }

    /** All texts of an account that a bank gets, and their longest lengths (pain.001, EPC115-06). */
    public static List<Text> texts(String holderName, Address address) {
        return List.of(
                new Text("holderName", holderName, 70),
                new Text("address/street", address.street(), 70),
                new Text("address/buildingNumber", address.buildingNumber(), 16),
                new Text("address/postCode", address.postCode(), 16),
                new Text("address/town", address.town(), 35));
    }

    /** Whether a bank takes a payment file that names its holder. */
    public boolean isSendable() {
        return isSendable(holderName, address);
    }

    /** Whether a bank takes a payment file that names this holder. */
    public static boolean isSendable(String holderName, Address address) {
        return address.isInACountry() && texts(holderName, address).stream().allMatch(Text::isSendable);
    }

    /**
     * An address in its parts: banks take no free lines any more.
     *
     * @param country two letters (ISO 3166)
     */
    @Embeddable
    public record Address(String street, String buildingNumber, String postCode, String town, String country) {

        private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

        /** Whether the country is one of ISO 3166. */
        public boolean isInACountry() {
            return COUNTRIES.contains(country);
        }
    }
}
