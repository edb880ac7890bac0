package nl.mtvp.contract.succession.db;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToOne;
import jakarta.persistence.PrimaryKeyJoinColumn;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.contract.contract.db.FactRow;
import nl.mtvp.contract.contract.domain.Side;
import nl.mtvp.contract.contract.domain.Signature;
import nl.mtvp.contract.succession.domain.Succession;
import nl.mtvp.kernel.identity.Agb;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.SQLOrder;

/** A proposed succession as it stands in its table, with the contracts that it merges. */
@Entity(name = "Succession")
@Immutable
class SuccessionRow extends FactRow<Succession> {

    Agb oldAgb;
    Agb newAgb;
    LocalDate succeedsFrom;

    @ElementCollection
    @CollectionTable(name = "succession_merger", joinColumns = @JoinColumn(name = "succession_id"))
    @Column(name = "contract_id")
    @SQLOrder("contract_id")
    @Fetch(FetchMode.SUBSELECT)
    List<UUID> merged;

    String grounds;

    @Enumerated(EnumType.STRING)
    Side proposedFor;

    @EmbeddedColumnNaming("proposed_%s")
    Signature proposed;

    @OneToOne
    @PrimaryKeyJoinColumn
    ConfirmationRow confirmation;

    SuccessionRow() {}

    SuccessionRow(Succession succession) {
        super(succession.id(), succession.contractId());
        oldAgb = succession.oldAgb();
        newAgb = succession.newAgb();
        succeedsFrom = succession.from();
        merged = succession.merged();
        grounds = succession.grounds();
        proposedFor = succession.proposedFor();
        proposed = succession.proposed();
    }

    @Override
    protected Succession fact() {
        return new Succession(
                id,
                contractId,
                oldAgb,
                newAgb,
                succeedsFrom,
                merged,
                grounds,
                proposedFor,
                proposed,
                Optional.ofNullable(confirmation).map(row -> row.confirmed));
    }

    /** Its confirmation, with what that is held against. */
    @Entity(name = "SuccessionConfirmation")
    @Immutable
    static class ConfirmationRow {

        @Id
        UUID successionId;

        UUID contractId;
        Agb oldAgb;
        Agb newAgb;
        LocalDate succeedsFrom;
        String proposedBy;

        @EmbeddedColumnNaming("confirmed_%s")
        Signature confirmed;

        ConfirmationRow() {}

        ConfirmationRow(Succession confirmed) {
            successionId = confirmed.id();
            contractId = confirmed.contractId();
            oldAgb = confirmed.oldAgb();
            newAgb = confirmed.newAgb();
            succeedsFrom = confirmed.from();
            proposedBy = confirmed.proposed().subject();
            this.confirmed = confirmed.confirmed().orElseThrow();
        }
    }
}
