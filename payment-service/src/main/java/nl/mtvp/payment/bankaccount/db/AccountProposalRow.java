package nl.mtvp.payment.bankaccount.db;

import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.kernel.db.HexDigest;
import nl.mtvp.kernel.identity.Deed;
import nl.mtvp.payment.bankaccount.domain.AccountProposal;
import nl.mtvp.payment.bankaccount.domain.AccountProposal.AccountOwner;
import nl.mtvp.payment.bankaccount.domain.BankAccount;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.EmbeddedColumnNaming;

/** A proposed account as it stands in its table. Its approval is all that is ever added, and may be (D51). */
@Entity(name = "AccountProposal")
@Table(name = "bank_account_proposal")
@DynamicUpdate
class AccountProposalRow {

    @Id
    UUID id;

    @Embedded
    AccountOwner owner;

    LocalDate validFrom;
    LocalDate validUntil;

    @Embedded
    BankAccount account;

    String evidence;

    @Convert(converter = HexDigest.class)
    String evidenceDigest;

    @EmbeddedColumnNaming("proposed_%s")
    Deed proposed;

    @EmbeddedColumnNaming("approved_%s")
    Deed approved;

    static AccountProposalRow of(AccountProposal proposal) {
        var row = new AccountProposalRow();
        row.id = proposal.id();
        row.owner = proposal.owner();
        row.validFrom = proposal.validFrom();
        row.validUntil = proposal.validUntil();
        row.account = proposal.account();
        row.evidence = proposal.evidence();
        row.evidenceDigest = proposal.evidenceDigest();
        row.proposed = proposal.proposed();
        return row;
    }

    AccountProposal proposal() {
        return new AccountProposal(
                id,
                owner,
                validFrom,
                validUntil,
                account,
                evidence,
                evidenceDigest,
                proposed,
                Optional.ofNullable(approved));
    }
}
