package nl.mtvp.payment.bankaccount.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.mtvp.kernel.db.Ids;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.InvalidInput;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Deed;
import nl.mtvp.kernel.identity.Iban;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.rest.body.Foreseen;
import nl.mtvp.kernel.rest.constraint.OneLine;
import nl.mtvp.kernel.rest.constraint.SchemeTime;
import nl.mtvp.payment.bankaccount.domain.AccountProposal;
import nl.mtvp.payment.bankaccount.domain.AccountProposal.AccountOwner;
import nl.mtvp.payment.bankaccount.domain.BankAccount;
import nl.mtvp.payment.bankaccount.domain.BankAccount.Address;
import nl.mtvp.payment.bankaccount.domain.SepaText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A bank account to propose. */
public record BankAccountRequest(
        @NotNull Uzovi uzovi,
        @Schema(
                        description =
                                "Whose account it is; with neither agb nor rho it is the insurer's own, from which it"
                                        + " pays")
                Agb agb,
        @Pattern(regexp = "[^:|]{1,100}", message = "an RHO is named without : and |") @OneLine String rho,
        @NotNull @Schema(description = "The first day on which it is in force") @SchemeTime LocalDate validFrom,
        @Schema(
                        nullable = true,
                        description = "The first day on which it is in force no more. From then on there is no account,"
                                + " and its owner is held, until another one is approved: so an account is ended.")
                @SchemeTime
                LocalDate validUntil,
        @NotNull Iban iban,
        @NotBlank @Size(max = 70) @OneLine @Schema(examples = "Huisartsenpraktijk De Linde") String holderName,
        @NotNull @Valid AddressRequest address,
        @NotBlank @Size(max = 2_000) String evidence,
        @NotNull @Pattern(regexp = "[0-9a-f]{64}", message = "a SHA-256 is 64 lower-case hexadecimal digits")
                String evidenceDigest)
        implements Foreseen {

    private static final AddressRequest NOWHERE = new AddressRequest(null, null, null, null, null);

    /** The holder's address, in its parts. */
    @Schema(name = "AddressRequest")
    public record AddressRequest(
            @NotBlank @Size(max = 70) @OneLine String street,
            @NotBlank @Size(max = 16) @OneLine String buildingNumber,
            @NotBlank @Size(max = 16) @OneLine String postCode,
            @NotBlank @Size(max = 35) @OneLine String town,
            @NotNull
                    @Pattern(regexp = "[A-Z]{2}", message = "a country is two capitals, like NL")
                    @Schema(examples = "NL")
                    String country) {

        Address toDomain() {
            return new Address(street, buildingNumber, postCode, town, country);
        }
    }

    AccountProposal toDomain(Deed proposed) {
        InvalidInput.ifAny(foreseen(proposed.at()));
        return new AccountProposal(
                Ids.at(proposed.at()),
                new AccountOwner(uzovi, agb, rho),
                validFrom,
                validUntil,
                new BankAccount(iban, holderName, address.toDomain()),
                evidence,
                evidenceDigest,
                proposed,
                Optional.empty());
    }

    private static Fault unsendable(BankAccount.Text text) {
        return Fault.inBody(
                "/" + text.place(),
                "not-for-banks",
                "banks get \"" + SepaText.of(text.value()) + "\" in its place, in the letters that they take, and there"
                        + " it has " + text.longest() + " characters at most, a letter or figure among them (D50)");
    }

    @Override
    public List<Fault> foreseen(Instant now) {
        var faults = new ArrayList<Fault>();
        if (agb != null && rho != null) {
            faults.add(
                    Fault.inBody("/rho", "two-owners", "an account is of a practice or of an RHO, not of both (D51)"));
        }
        if (validUntil != null && validFrom != null && !validUntil.isAfter(validFrom)) {
            faults.add(Fault.inBody(
                    "/validUntil",
                    "ends-before-it-starts",
                    "it is the first day on which the account is in force no more, so a day after validFrom (D51)"));
        }
        if (iban != null && !iban.inSepa()) {
            faults.add(Fault.inBody("/iban", "outside-sepa", Iban.SEPA_RULE + " (D50)"));
        }
        if (address != null && address.country() != null && !address.toDomain().isInACountry()) {
            faults.add(Fault.inBody("/address/country", "unknown-country", "there is no such country in ISO 3166"));
        }
        var of = address == null ? NOWHERE : address;
        BankAccount.texts(holderName, of.toDomain()).stream()
                .filter(text -> text.value() != null && !text.isSendable())
                .map(BankAccountRequest::unsendable)
                .forEach(faults::add);
        return faults;
    }
}
