package nl.mtvp.contract.ending.db;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToOne;
import jakarta.persistence.PrimaryKeyJoinColumn;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.contract.contract.db.FactRow;
import nl.mtvp.contract.contract.domain.Side;
import nl.mtvp.contract.contract.domain.Signature;
import nl.mtvp.contract.ending.domain.Ending;
import nl.mtvp.contract.ending.domain.Ending.Withdrawal;
import nl.mtvp.contract.ending.domain.EndingTerms;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.hibernate.annotations.Immutable;

/** An end as it was told, and as it stands in its table. */
@Entity(name = "Ending")
@Immutable
class EndingRow extends FactRow<Ending> {

    EndingTerms terms;

    String grounds;
    LocalDate announcedOn;

    @EmbeddedColumnNaming("announced_%s")
    Signature announced;

    @OneToOne
    @PrimaryKeyJoinColumn
    WithdrawalRow withdrawal;

    EndingRow() {}

    EndingRow(Ending ending) {
        super(ending.id(), ending.contractId());
        terms = ending.terms();
        grounds = ending.grounds();
        announcedOn = ending.announcedOn();
        announced = ending.announced();
    }

    @Override
    protected Ending fact() {
        var withdrawn = Optional.ofNullable(withdrawal).map(row -> row.withdrawal);
        return new Ending(id, contractId, terms, grounds, announcedOn, announced, withdrawn);
    }

    /** A withdrawal as it stands in its table, with what it is held against: which side told the end, for which day. */
    @Entity(name = "EndingWithdrawal")
    @Immutable
    static class WithdrawalRow {

        @Id
        UUID endingId;

        LocalDate endedFrom;

        @Enumerated(EnumType.STRING)
        Side toldBy;

        Withdrawal withdrawal;

        WithdrawalRow() {}

        WithdrawalRow(Ending ending) {
            endingId = ending.id();
            endedFrom = ending.terms().endedFrom();
            toldBy = ending.terms().toldBy();
            withdrawal = ending.withdrawn().orElseThrow();
        }
    }
}
