package nl.mtvp.contract.ending.db;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToOne;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.contract.contract.domain.Signature;
import nl.mtvp.contract.ending.domain.Ending;
import nl.mtvp.contract.ending.domain.EndingTerms;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.hibernate.annotations.Immutable;

/** An end as it was told, and as it stands in its table. */
@Entity(name = "Ending")
@Table(name = "ending")
@Immutable
class EndingRow {

    @Id
    UUID id;

    UUID contractId;

    @Embedded
    EndingTerms terms;

    String grounds;
    LocalDate announcedOn;

    @Embedded
    @EmbeddedColumnNaming("announced_%s")
    Signature announced;

    @OneToOne(cascade = CascadeType.PERSIST)
    @PrimaryKeyJoinColumn
    EndingWithdrawalRow withdrawal;

    static EndingRow of(Ending ending) {
        var row = new EndingRow();
        row.id = ending.id();
        row.contractId = ending.contractId();
        row.terms = ending.terms();
        row.grounds = ending.grounds();
        row.announcedOn = ending.announcedOn();
        row.announced = ending.announced();
        return row;
    }

    Ending ending() {
        var withdrawn = Optional.ofNullable(withdrawal).map(EndingWithdrawalRow::withdrawal);
        return new Ending(id, contractId, terms, grounds, announcedOn, announced, withdrawn);
    }
}
