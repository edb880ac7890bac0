package nl.mtvp.payment.payout.domain;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.kernel.identity.Deed;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.money.Euro;
import nl.mtvp.payment.approval.domain.Withdrawal;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.threeten.extra.YearQuarter;

/** What an insurer's creditors are owed, made ready by one person and approved by another (D50). */
@Entity
@Table(name = "payout")
@DynamicUpdate
public class Payout {

    @Id
    private UUID id;

    private Uzovi uzovi;

    @Enumerated(EnumType.STRING)
    private PayoutState state;

    private long basis;
    private UUID debtorAccountId;
    private String remittance;

    @EmbeddedColumnNaming("made_%s")
    private Deed made;

    private Booked booked;
    private Withdrawal withdrawn;

    protected Payout() {}

    /**
     * A new one.
     *
     * @param basis the number of the last posting whose entries it counted: its own posting is the next
     * @param quarter of the last run whose entries it counted
     * @param debtorAccountId the insurer's account from which it pays
     */
    public static Payout draft(UUID id, Uzovi uzovi, long basis, YearQuarter quarter, UUID debtorAccountId, Deed made) {
        var payout = new Payout();
        payout.id = id;
        payout.uzovi = uzovi;
        payout.state = PayoutState.DRAFT;
        payout.basis = basis;
        payout.debtorAccountId = debtorAccountId;
        payout.made = made;
        payout.remittance = "MTVP " + uzovi + " " + quarter + " " + payout.reference();
        return payout;
    }

    /** @throws PayoutRefused unless it is a draft */
    public void book(Booked so) {
        requireDraft();
        state = PayoutState.BOOKED;
        booked = so;
    }

    /** @throws PayoutRefused unless it is a draft */
    public void withdraw(Withdrawal so) {
        requireDraft();
        state = PayoutState.WITHDRAWN;
        withdrawn = so;
    }

    /** @throws PayoutRefused unless it is a draft */
    public void requireDraft() {
        if (state != PayoutState.DRAFT) {
            throw PayoutRefused.notDraft(id, state);
        }
    }

    /** The number of its posting, which is known before it is booked: anything booked in between makes it void. */
    public long postingNumber() {
        return basis + 1;
    }

    /** What the bank knows the payout by. */
    public String reference() {
        return "MTVP-" + uzovi + "-" + postingNumber();
    }

    /** What creditor and bank know a transfer by: insurer, posting and entry, where the ledger tells the rest. */
    public String endToEndId(long number) {
        return reference() + "-" + number;
    }

    public UUID id() {
        return id;
    }

    public Uzovi uzovi() {
        return uzovi;
    }

    public PayoutState state() {
        return state;
    }

    public long basis() {
        return basis;
    }

    public UUID debtorAccountId() {
        return debtorAccountId;
    }

    public Deed made() {
        return made;
    }

    /** What creditors' banks show beside each transfer: insurer, quarter and reference; at most 140 characters. */
    public String remittance() {
        return remittance;
    }

    public Optional<Booked> booked() {
        return Optional.ofNullable(booked);
    }

    public Optional<Withdrawal> withdrawn() {
        return Optional.ofNullable(withdrawn);
    }

    /** Who approved it, and so where it is booked, and on which day the bank transfers. */
    @Embeddable
    public record Booked(@EmbeddedColumnNaming("approved_%s") Deed approved, UUID postingId, LocalDate executionOn) {}

    /** What a payout's lines come to. */
    public record PayoutTotals(long transfers, Euro transferred, long held, Euro heldBack) {

        public static final PayoutTotals NONE = new PayoutTotals(0, Euro.ZERO, 0, Euro.ZERO);
    }

    /**
     * The file of a payout, made once.
     *
     * @param digest SHA-256 of its bytes, in hexadecimal
     */
    public record PayoutFile(String digest, long size) {}

    /** A transfer that came back: when, why, and the posting that opened the debt again. */
    public record PayoutReturn(UUID payoutId, long number, UUID postingId, LocalDate returnedOn, String reason) {}

    /** The life of a payout: made ready, then booked with its file by another's approval, or withdrawn. */
    public enum PayoutState {
        DRAFT,
        BOOKED,
        WITHDRAWN
    }
}
