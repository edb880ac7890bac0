package nl.mtvp.contract.compliance.db;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToOne;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.contract.compliance.domain.Answer;
import nl.mtvp.contract.compliance.domain.Decision;
import nl.mtvp.contract.compliance.domain.Review;
import nl.mtvp.contract.contract.domain.Signature;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.Immutable;

/** A review as it was made, with its hearing. Reviews are made in sets, by a statement. */
@Entity(name = "Review")
@Table(name = "compliance_review")
@Immutable
class ReviewRow {

    @Id
    UUID id;

    UUID contractId;
    Uzovi uzovi;

    /** With whom the contract was made. */
    @Formula("(select made.agb from contract made where made.id = contract_id)")
    Agb agb;

    int year;

    @Embedded
    @EmbeddedColumnNaming("made_%s")
    Signature made;

    @OneToOne(cascade = CascadeType.PERSIST)
    @PrimaryKeyJoinColumn
    HearingRow hearing;

    Review review(List<Answer> answers, List<Decision> decisions) {
        var heard = Optional.ofNullable(hearing).map(HearingRow::hearing);
        return new Review(id, contractId, uzovi, agb, year, made, heard, answers, decisions);
    }
}
