package nl.mtvp.payment.tariff.db;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.kernel.identity.Deed;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.money.Euro;
import nl.mtvp.payment.tariff.domain.TariffProposal;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.threeten.extra.LocalDateRange;

/** A proposed tariff as it stands in its table. Its approval is all that is ever added, and may be (D37). */
@Entity(name = "TariffProposal")
@Table(name = "tariff_proposal")
@DynamicUpdate
class TariffProposalRow {

    @Id
    UUID id;

    Uzovi uzovi;
    LocalDateRange valid;

    /** In euro, not in cents. */
    BigDecimal euro;

    String segment;
    String prestatiecode;
    String ground;
    boolean lowers;

    @EmbeddedColumnNaming("proposed_%s")
    Deed proposed;

    @EmbeddedColumnNaming("approved_%s")
    Deed approved;

    static TariffProposalRow of(TariffProposal proposal) {
        var row = new TariffProposalRow();
        row.id = proposal.id();
        row.uzovi = proposal.uzovi();
        row.valid = LocalDateRange.of(
                proposal.validFrom(), proposal.validUntil() == null ? LocalDate.MAX : proposal.validUntil());
        row.euro = proposal.euro().toBigDecimal();
        row.segment = proposal.segment();
        row.prestatiecode = proposal.prestatiecode();
        row.ground = proposal.ground();
        row.lowers = proposal.lowers();
        row.proposed = proposal.proposed();
        return row;
    }

    TariffProposal proposal() {
        return new TariffProposal(
                id,
                uzovi,
                valid.getStart(),
                valid.isUnboundedEnd() ? null : valid.getEnd(),
                new Euro(euro.movePointRight(2).longValueExact()),
                segment,
                prestatiecode,
                ground,
                lowers,
                proposed,
                Optional.ofNullable(approved));
    }
}
