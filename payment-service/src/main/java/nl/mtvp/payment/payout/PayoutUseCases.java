package nl.mtvp.payment.payout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.db.Ids;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.time.SuiteClock;
import nl.mtvp.payment.bankaccount.db.BankAccountRepository;
import nl.mtvp.payment.bankaccount.domain.AccountOwner;
import nl.mtvp.payment.fact.db.FactClock;
import nl.mtvp.payment.ledger.Booking;
import nl.mtvp.payment.ledger.db.LedgerRepository;
import nl.mtvp.payment.ledger.domain.EntryCause;
import nl.mtvp.payment.ledger.domain.Settlement;
import nl.mtvp.payment.payout.db.PayoutFileRepository;
import nl.mtvp.payment.payout.db.PayoutLineRepository;
import nl.mtvp.payment.payout.db.PayoutRepository;
import nl.mtvp.payment.payout.domain.Payout;
import nl.mtvp.payment.payout.domain.PayoutFile;
import nl.mtvp.payment.payout.domain.PayoutLine;
import nl.mtvp.payment.payout.domain.PayoutNotFound;
import nl.mtvp.payment.payout.domain.PayoutRefused;
import nl.mtvp.payment.payout.domain.PayoutReturn;
import nl.mtvp.payment.payout.domain.PayoutState;
import nl.mtvp.payment.payout.domain.PayoutTotals;
import nl.mtvp.payment.receivable.Successions;

/** Makes payouts, withdraws and reads them, and records what came back (D50). Booking is {@link PayoutApproval}'s. */
@ApplicationScoped
public class PayoutUseCases {

    private final PayoutRepository payouts;
    private final PayoutLineRepository lines;
    private final PayoutFileRepository files;
    private final BankAccountRepository accounts;
    private final LedgerRepository ledger;
    private final Successions successions;
    private final Booking booking;
    private final FactClock factClock;
    private final PayoutConfig config;
    private final Clock clock;

    PayoutUseCases(
            PayoutRepository payouts,
            PayoutLineRepository lines,
            PayoutFileRepository files,
            BankAccountRepository accounts,
            LedgerRepository ledger,
            Successions successions,
            Booking booking,
            FactClock factClock,
            PayoutConfig config,
            Clock clock) {
        this.payouts = payouts;
        this.lines = lines;
        this.files = files;
        this.accounts = accounts;
        this.ledger = ledger;
        this.successions = successions;
        this.booking = booking;
        this.factClock = factClock;
        this.config = config;
        this.clock = clock;
    }

    /**
     * A payout with what it comes to.
     *
     * @param runs those that it pays
     * @param file null until it is booked
     */
    public record Summary(
            Payout payout, PayoutTotals totals, List<UUID> runs, PayoutFile file, List<PayoutReturn> returns) {}

    /** A payout's line. */
    public record Line(Payout payout, PayoutLine line) {}

    /** Makes ready what is owed now. Holds the insurer's clock, so nothing of it is booked meanwhile. */
    @Transactional
    public Summary make(Uzovi uzovi, Actor maker) {
        var now = clock.instant();
        var today = today(now);
        factClock.moment(uzovi, now);
        if (payouts.hasOpenPayout(uzovi)) {
            throw PayoutRefused.openPayout(uzovi);
        }
        var debtor = accounts.inForceOn(new AccountOwner(uzovi, null, null), today)
                .orElseThrow(() -> PayoutRefused.noDebtorAccount(uzovi));
        successions.move(uzovi, now);
        var owed = PayoutLine.of(lines.owed(uzovi, today), today, config.coolingWorkingDays());
        if (owed.stream().noneMatch(PayoutLine::isTransfer)) {
            throw PayoutRefused.nothingToTransfer(owed);
        }
        long basis = ledger.head(uzovi).getKey();
        var payout = Payout.draft(Ids.at(now), uzovi, basis, debtor.id(), maker.subject(), now);
        payouts.add(payout);
        lines.add(payout.id(), owed);
        return summary(payout);
    }

    @Transactional
    public Summary withdraw(UUID id, String reason, Visibility visibility, Actor actor) {
        found(id, visibility, true).requireDraft();
        payouts.withdraw(id, reason, actor.subject(), clock.instant());
        return summary(found(id, visibility, false));
    }

    /** Records that a transfer came back: the debt is open again, and the next payout pays it. */
    @Transactional
    public Summary recordReturn(
            UUID id, long number, LocalDate returnedOn, String reason, Visibility visibility, Actor actor) {
        var payout = found(id, visibility, true);
        var transfer = lines.lines(id, number - 1, 1, false).stream()
                .filter(line -> line.number() == number && payout.state() == PayoutState.BOOKED)
                .findFirst()
                .orElseThrow(() -> new PayoutNotFound("booked transfer " + number + " of payout " + id));
        if (lines.returns(id).stream().anyMatch(returned -> returned.number() == number)) {
            throw PayoutRefused.returnedAlready(number);
        }
        var now = clock.instant();
        var settlement = new Settlement(transfer.creditor(), EntryCause.PAYOUT_RETURNED, transfer.cents());
        var posting = booking.settlements(payout.uzovi(), List.of(settlement), now);
        lines.addReturn(new PayoutReturn(id, number, posting.id(), returnedOn, reason), actor.subject(), now);
        return summary(payout);
    }

    @Transactional
    public Summary get(UUID id, Visibility visibility) {
        return summary(found(id, visibility, false));
    }

    @Transactional
    public List<Summary> list(UUID after, int limit, Uzovi uzovi, PayoutState state, Visibility visibility) {
        return payouts.after(after, limit, uzovi, state, visibility).stream()
                .map(payout -> summary(payout))
                .toList();
    }

    @Transactional
    public List<Line> lines(UUID id, long after, int limit, Boolean held, Visibility visibility) {
        var payout = found(id, visibility, false);
        return lines.lines(id, after, limit, held).stream()
                .map(line -> new Line(payout, line))
                .toList();
    }

    /** What there is to download; the bytes are {@link #download}'s. */
    @Transactional
    public PayoutFile file(UUID id, Visibility visibility) {
        found(id, visibility, false);
        return files.file(id).orElseThrow(() -> new PayoutNotFound("file of payout " + id));
    }

    /** Sends the bytes of a file on that {@link #file} told of. */
    @Transactional
    public void download(UUID id, OutputStream out) {
        files.read(id, out);
    }

    Payout found(UUID id, Visibility visibility, boolean locked) {
        return payouts.withId(id, visibility, locked).orElseThrow(() -> new PayoutNotFound("payout " + id));
    }

    Summary summary(Payout payout) {
        return new Summary(
                payout,
                lines.totals(payout.id()),
                payouts.runs(payout),
                files.file(payout.id()).orElse(null),
                lines.returns(payout.id()));
    }

    static LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, SuiteClock.ZONE);
    }
}
