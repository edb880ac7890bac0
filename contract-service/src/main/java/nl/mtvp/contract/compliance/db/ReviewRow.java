package nl.mtvp.contract.compliance.db;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.OneToOne;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.contract.compliance.domain.Answer;
import nl.mtvp.contract.compliance.domain.Decision;
import nl.mtvp.contract.compliance.domain.Hearing;
import nl.mtvp.contract.compliance.domain.Outcome;
import nl.mtvp.contract.compliance.domain.Review;
import nl.mtvp.contract.compliance.domain.Sample;
import nl.mtvp.contract.contract.domain.Frozen;
import nl.mtvp.contract.contract.domain.Signature;
import nl.mtvp.kernel.db.HexDigest;
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

    @EmbeddedColumnNaming("made_%s")
    Signature made;

    @OneToOne
    @PrimaryKeyJoinColumn
    HearingRow hearing;

    Review review(List<Answer> answers, List<Decision> decisions) {
        var heard = Optional.ofNullable(hearing).map(row -> row.hearing);
        return new Review(id, contractId, uzovi, agb, year, made, heard, answers, decisions);
    }

    /** The hearing of a review as it stands in its table. */
    @Entity(name = "ReviewHearing")
    @Table(name = "compliance_hearing")
    @Immutable
    static class HearingRow {

        @Id
        UUID reviewId;

        Hearing hearing;

        HearingRow() {}

        HearingRow(UUID reviewId, Hearing hearing) {
            this.reviewId = reviewId;
            this.hearing = hearing;
        }
    }

    /** What a practice said in a hearing, as it stands in its table. */
    @Entity(name = "ReviewAnswer")
    @Table(name = "compliance_answer")
    @Immutable
    static class AnswerRow {

        @Id
        UUID id;

        UUID reviewId;
        String text;

        @EmbeddedColumnNaming("given_%s")
        Signature given;

        AnswerRow() {}

        AnswerRow(UUID reviewId, Answer answer) {
            id = answer.id();
            this.reviewId = reviewId;
            text = answer.text();
            given = answer.given();
        }

        Answer answer() {
            return new Answer(id, text, given);
        }
    }

    /** A decision as it stands in its table, with what it is held against: what was decided, said and done before it. */
    @Entity(name = "ReviewDecision")
    @Table(name = "compliance_decision")
    @IdClass(DecisionRow.Key.class)
    @Immutable
    static class DecisionRow {

        record Key(UUID reviewId, int number) {}

        @Id
        UUID reviewId;

        @Id
        int number;

        @Enumerated(EnumType.STRING)
        Outcome outcome;

        Integer previousNumber;

        @Enumerated(EnumType.STRING)
        Outcome previousOutcome;

        String madeBy;
        String openedBy;
        LocalDate hearingEndsOn;
        UUID answerId;
        String grounds;
        LocalDate remedyUntil;
        UUID stopId;
        UUID clawbackId;
        byte[] document;

        @Convert(converter = HexDigest.class)
        String digest;

        LocalDate decidedOn;

        @EmbeddedColumnNaming("decided_%s")
        Signature decided;

        DecisionRow() {}

        /** The last decision of a review. */
        DecisionRow(Review review, LocalDate today) {
            var decision = review.last().orElseThrow();
            reviewId = review.id();
            number = review.decisions().size();
            outcome = decision.outcome();
            if (number > 1) {
                previousNumber = number - 1;
                previousOutcome = review.decisions().get(number - 2).outcome();
            }
            madeBy = review.made().subject();
            openedBy =
                    review.hearing().map(hearing -> hearing.opened().subject()).orElse(null);
            hearingEndsOn = review.hearing().map(Hearing::endsOn).orElse(null);
            answerId = review.answers().stream().findFirst().map(Answer::id).orElse(null);
            grounds = decision.grounds();
            remedyUntil = decision.remedyUntil().orElse(null);
            stopId = decision.stopId().orElse(null);
            clawbackId = decision.clawbackId().orElse(null);
            document = decision.frozen().bytes();
            digest = decision.frozen().digest();
            decidedOn = today;
            decided = decision.decided();
        }

        Decision decision() {
            return new Decision(
                    outcome,
                    grounds,
                    Optional.ofNullable(remedyUntil),
                    Optional.ofNullable(stopId),
                    Optional.ofNullable(clawbackId),
                    Frozen.of(document),
                    decided);
        }
    }

    /** A sample as it stands in its table; its members stand in one of their own. */
    @Entity(name = "Sample")
    @Table(name = "compliance_sample")
    @Immutable
    static class SampleRow {

        @Id
        UUID id;

        Uzovi uzovi;
        int year;
        int size;

        @Convert(converter = HexDigest.class)
        String seed;

        List<UUID> population;

        @EmbeddedColumnNaming("drawn_%s")
        Signature drawn;

        SampleRow() {}

        SampleRow(Sample sample) {
            id = sample.id();
            uzovi = sample.uzovi();
            year = sample.year();
            size = sample.size();
            seed = sample.seed();
            population = sample.population();
            drawn = sample.drawn();
        }

        Sample sample(List<UUID> members) {
            return new Sample(id, uzovi, year, size, seed, population, members, drawn);
        }

        /** A contract that was drawn, as it stands in its table. All of a sample are written by one statement. */
        @Entity(name = "SampleMember")
        @Table(name = "compliance_sample_member")
        @IdClass(MemberRow.Key.class)
        @Immutable
        static class MemberRow {

            record Key(UUID sampleId, int rank) {}

            @Id
            UUID sampleId;

            @Id
            int rank;

            UUID contractId;
        }
    }
}
