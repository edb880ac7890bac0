package nl.mtvp.payment.bankaccount.domain;

import java.util.UUID;
import java.util.stream.Stream;
import nl.mtvp.kernel.failure.DomainFailure;
import nl.mtvp.kernel.failure.Fault;

/** No bank takes a proposed account's holder or address as they are written (D50). */
public class AccountTextRefused extends DomainFailure {

    public AccountTextRefused(UUID id, BankAccount account) {
        super(
                Kind.CONFLICT,
                "account-text",
                "no bank takes the holder or address of account " + id + " as they are written: propose it anew (D50)",
                Stream.concat(
                                BankAccount.texts(account.holderName(), account.address()).stream()
                                        .filter(text -> !text.isSendable())
                                        .map(text -> Fault.inState(
                                                text.place(),
                                                "not-sendable",
                                                "has 1 to " + text.longest() + " characters as banks write them")),
                                Stream.of(account.address())
                                        .filter(address -> !address.isInACountry())
                                        .map(address -> Fault.inState(
                                                "address/country", "unknown-country", "is no country of ISO 3166")))
                        .toList());
    }
}
