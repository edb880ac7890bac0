package nl.mtvp.payment.bankaccount.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Deed;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.payment.bankaccount.BankAccountUseCases.KnownAccount;
import nl.mtvp.payment.bankaccount.domain.BankAccount;
import nl.mtvp.payment.fact.domain.KnownPeriod;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A bank account: as proposed, by whom it was approved, and in which periods it is or was in force. */
public record BankAccountResponse(
        UUID id,
        Uzovi uzovi,
        @Schema(nullable = true) Agb agb,
        @Schema(nullable = true) String rho,
        State state,
        LocalDate validFrom,
        @Schema(nullable = true) LocalDate validUntil,
        @Schema(examples = "NL************4300") String iban,
        String holderName,
        AddressResponse address,
        String evidence,
        String evidenceDigest,
        String proposedBy,
        Instant proposedAt,
        @Schema(nullable = true) String approvedBy,
        @Schema(nullable = true) Instant approvedAt,
        List<Period> periods) {

    /** Whether anybody is paid on it: only what is approved is known. */
    @Schema(name = "BankAccountState")
    public enum State {
        PROPOSED,
        KNOWN
    }

    /** The holder's address. */
    @Schema(name = "Address")
    public record AddressResponse(String street, String buildingNumber, String postCode, String town, String country) {

        static AddressResponse of(BankAccount.Address address) {
            return new AddressResponse(
                    address.street(), address.buildingNumber(), address.postCode(), address.town(), address.country());
        }
    }

    /** Days on which it is in force, and the moments at which that was known: knownUntilAt when another replaced it. */
    @Schema(name = "BankAccountPeriod")
    public record Period(
            LocalDate validFrom,
            @Schema(nullable = true) LocalDate validUntil,
            Instant knownFromAt,
            @Schema(nullable = true) Instant knownUntilAt) {

        static Period of(KnownPeriod period) {
            return new Period(period.validFrom(), period.validUntil(), period.knownFrom(), period.knownUntil());
        }
    }

    /** @param whole whether the reader may see the IBAN whole */
    static BankAccountResponse of(KnownAccount known, boolean whole) {
        var proposal = known.proposal();
        var owner = proposal.owner();
        var account = proposal.account();
        return new BankAccountResponse(
                proposal.id(),
                owner.uzovi(),
                owner.agb(),
                owner.rho(),
                proposal.approved().isEmpty() ? State.PROPOSED : State.KNOWN,
                proposal.validFrom(),
                proposal.validUntil(),
                whole ? account.iban().number() : account.iban().masked(),
                account.holderName(),
                AddressResponse.of(account.address()),
                proposal.evidence(),
                proposal.evidenceDigest(),
                proposal.proposed().by(),
                proposal.proposed().at(),
                proposal.approved().map(Deed::by).orElse(null),
                proposal.approved().map(Deed::at).orElse(null),
                known.periods().stream().map(Period::of).toList());
    }

    /** The same with another IBAN, or none. */
    BankAccountResponse withIban(String other) {
        return new BankAccountResponse(
                id,
                uzovi,
                agb,
                rho,
                state,
                validFrom,
                validUntil,
                other,
                holderName,
                address,
                evidence,
                evidenceDigest,
                proposedBy,
                proposedAt,
                approvedBy,
                approvedAt,
                periods);
    }
}
