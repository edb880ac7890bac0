package nl.mtvp.payment.payout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.db.Ids;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.db.Transactions;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.InvalidInput;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.time.SuiteClock;
import nl.mtvp.kernel.time.WorkingDays;
import nl.mtvp.payment.approval.domain.FourEyes;
import nl.mtvp.payment.approval.domain.Withdrawal;
import nl.mtvp.payment.bankaccount.db.BankAccountRepository;
import nl.mtvp.payment.bankaccount.domain.AccountProposal;
import nl.mtvp.payment.bankaccount.domain.AccountProposal.AccountOwner;
import nl.mtvp.payment.bankaccount.domain.AccountRefused;
import nl.mtvp.payment.bankaccount.domain.Cooling;
import nl.mtvp.payment.fact.db.FactClock;
import nl.mtvp.payment.ledger.Booking;
import nl.mtvp.payment.ledger.db.LedgerRepository;
import nl.mtvp.payment.ledger.domain.EntryCause;
import nl.mtvp.payment.ledger.domain.Settlement;
import nl.mtvp.payment.payout.PayoutUseCases.Summary;
import nl.mtvp.payment.payout.db.PayoutFileRepository;
import nl.mtvp.payment.payout.db.PayoutLineRepository;
import nl.mtvp.payment.payout.db.PayoutRepository;
import nl.mtvp.payment.payout.domain.Payout;
import nl.mtvp.payment.payout.domain.Payout.Booked;
import nl.mtvp.payment.payout.domain.Payout.PayoutFile;
import nl.mtvp.payment.payout.domain.Payout.PayoutReturn;
import nl.mtvp.payment.payout.domain.Payout.PayoutState;
import nl.mtvp.payment.payout.domain.Payout.PayoutTotals;
import nl.mtvp.payment.payout.domain.PayoutLine;
import nl.mtvp.payment.payout.domain.PayoutLine.Owed;
import nl.mtvp.payment.payout.domain.PayoutRefused;
import nl.mtvp.payment.payout.file.CreditTransfers;
import nl.mtvp.payment.payout.file.CreditTransfers.Batch;
import nl.mtvp.payment.receivable.ReceivableUseCases;

/** Makes payouts, books, withdraws and reads them, and records what came back (D50). */
@ApplicationScoped
public class PayoutUseCases {

    private final Transactions transactions;
    private final PayoutRepository payouts;
    private final PayoutLineRepository lines;
    private final PayoutFileRepository files;
    private final BankAccountRepository accounts;
    private final LedgerRepository ledger;
    private final ReceivableUseCases receivables;
    private final Booking booking;
    private final FactClock factClock;
    private final PayoutConfig config;
    private final Clock clock;

    PayoutUseCases(
            Transactions transactions,
            PayoutRepository payouts,
            PayoutLineRepository lines,
            PayoutFileRepository files,
            BankAccountRepository accounts,
            LedgerRepository ledger,
            ReceivableUseCases receivables,
            Booking booking,
            FactClock factClock,
            PayoutConfig config,
            Clock clock) {
        this.transactions = transactions;
        this.payouts = payouts;
        this.lines = lines;
        this.files = files;
        this.accounts = accounts;
        this.ledger = ledger;
        this.receivables = receivables;
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
        var today = SuiteClock.day(now);
        factClock.moment(uzovi, now);
        if (payouts.hasOpenPayout(uzovi)) {
            throw PayoutRefused.openPayout(uzovi);
        }
        // The day counts on which the money moves, not the one on which it is booked (D50, D51).
        var executionOn = executionOn(now);
        var debtor = accounts.findInForce(new AccountOwner(uzovi, null, null), executionOn)
                .orElseThrow(() -> PayoutRefused.noDebtorAccount(uzovi, executionOn));
        requireSendable(debtor);
        receivables.moveBalances(uzovi, now);
        var open = lines.owed(uzovi, executionOn);
        var owed = PayoutLine.of(open, today, config.coolingWorkingDays());
        if (owed.stream().noneMatch(PayoutLine::isTransfer)) {
            throw PayoutRefused.nothingToTransfer(
                    owed,
                    open.stream()
                            .filter(one -> one.approvedOn() != null)
                            .collect(Collectors.toMap(
                                    Owed::creditor,
                                    one -> Cooling.over(one.approvedOn(), config.coolingWorkingDays()))));
        }
        long basis = ledger.head(uzovi).getKey();
        var payout = Payout.draft(Ids.at(now), uzovi, basis, payouts.quarter(uzovi, basis), debtor.id(), maker.at(now));
        payouts.add(payout);
        lines.add(payout.id(), owed);
        return summary(payout);
    }

    /**
     * Approves a payout with four eyes, and so books it and makes its file, all in one transaction: there is no file of
     * what is not booked, and nothing booked without a file.
     */
    @Transactional
    public Summary approve(UUID id, Visibility visibility, Actor approver) {
        var payout = locked(id, visibility);
        payout.requireDraft();
        FourEyes.require(payout.made(), approver.subject());
        // The file tells this moment, and the day of execution follows from it: so it is read before the file is made.
        // What comes in between makes the approval void.
        var now = clock.instant();
        var executionOn = executionOn(now);
        makeFile(payout, now, executionOn);
        // The long work is done: with its seal comes the insurer's clock, and only then is it sure that nothing was
        // booked and no account changed since the draft.
        var posting = booking.settlements(
                payout.uzovi(),
                lines.transfers(id).stream()
                        .map(line -> new Settlement(line.creditor(), EntryCause.PAYOUT, -line.cents()))
                        .toList(),
                now);
        if (posting.number() != payout.postingNumber()) {
            throw PayoutRefused.overtaken(payout);
        }
        if (lines.accountsChanged(payout, executionOn)) {
            throw PayoutRefused.accountsChanged(executionOn);
        }
        payout.book(new Booked(approver.at(now), posting.id(), executionOn));
        return summary(payout);
    }

    private void makeFile(Payout payout, Instant now, LocalDate executionOn) {
        var totals = lines.totals(List.of(payout.id())).get(payout.id());
        var debtor = accounts.find(payout.debtorAccountId(), Visibility.EVERYTHING)
                .orElseThrow(() -> AccountRefused.notFound(payout.debtorAccountId()));
        requireSendable(debtor);
        var batch = new Batch(
                payout.reference(), now, totals.transfers(), totals.transferred(), executionOn, debtor.account());
        files.make(payout, (out, transfers) -> CreditTransfers.write(out, batch, transfers));
        // A draft may be older than a rule for the texts in it: no bank refuses what was booked.
        files.findFault(payout.id()).ifPresent(fault -> {
            throw PayoutRefused.fileInvalid(fault);
        });
    }

    @Transactional
    public Summary withdraw(UUID id, String reason, Visibility visibility, Actor actor) {
        var payout = locked(id, visibility);
        payout.withdraw(new Withdrawal(actor.at(clock.instant()), reason));
        return summary(payout);
    }

    /** Records that a transfer came back: the debt is open again, and the next payout pays it. */
    @Transactional
    public Summary recordReturn(
            UUID id, long number, LocalDate returnedOn, String reason, Visibility visibility, Actor actor) {
        var payout = locked(id, visibility);
        var transfer = payout.booked()
                .flatMap(booked -> lines.findTransfer(id, number))
                .orElseThrow(() -> PayoutRefused.notFound("booked transfer " + number + " of payout " + id));
        if (lines.returns(List.of(id)).getOrDefault(id, List.of()).stream()
                .anyMatch(returned -> returned.number() == number)) {
            throw PayoutRefused.returnedAlready(number);
        }
        var now = clock.instant();
        requireBetween(
                returnedOn,
                SuiteClock.day(payout.booked().orElseThrow().approved().at()),
                SuiteClock.day(now));
        var settlement = new Settlement(transfer.creditor(), EntryCause.PAYOUT_RETURNED, transfer.cents());
        var posting = booking.settlements(payout.uzovi(), List.of(settlement), now);
        lines.addReturn(new PayoutReturn(id, number, posting.id(), returnedOn, reason), actor.at(now));
        return summary(payout);
    }

    private static void requireSendable(AccountProposal debtor) {
        if (!debtor.account().isSendable()) {
            throw PayoutRefused.debtorNotSendable();
        }
    }

    private static void requireBetween(LocalDate returnedOn, LocalDate bookedOn, LocalDate today) {
        if (returnedOn.isBefore(bookedOn) || returnedOn.isAfter(today)) {
            throw new InvalidInput(Fault.inBody(
                    "/returnedOn",
                    "not-possible",
                    "money of this payout can be back from " + bookedOn + ", when it was booked, to today, " + today
                            + " (D50)"));
        }
    }

    @Transactional
    public Summary get(UUID id, Visibility visibility) {
        return summary(found(id, visibility));
    }

    @Transactional
    public Page<Summary> list(Uzovi uzovi, PayoutState state, Visibility visibility, PageRequest asked) {
        var page = payouts.list(uzovi, state, visibility, asked);
        return page.map(summaries(page.rows()));
    }

    @Transactional
    public Page<Line> lines(UUID id, Boolean held, Visibility visibility, PageRequest asked) {
        var payout = found(id, visibility);
        return lines.list(id, held, asked).map(line -> new Line(payout, line));
    }

    /** What there is to download; the bytes are {@link #download}'s. */
    @Transactional
    public PayoutFile file(UUID id, Visibility visibility) {
        found(id, visibility);
        return Optional.ofNullable(files.files(List.of(id)).get(id))
                .orElseThrow(() -> PayoutRefused.notFound("file of payout " + id));
    }

    /** Sends the bytes of a file on that {@link #file} told of; that lasts as long as its reader takes. */
    public void download(UUID id, OutputStream out) {
        transactions.job(() -> files.read(id, out));
    }

    private Payout found(UUID id, Visibility visibility) {
        return payouts.find(id, visibility).orElseThrow(() -> PayoutRefused.notFound("payout " + id));
    }

    private Payout locked(UUID id, Visibility visibility) {
        return payouts.locked(id, visibility).orElseThrow(() -> PayoutRefused.notFound("payout " + id));
    }

    private Summary summary(Payout payout) {
        return summaries(List.of(payout)).apply(payout);
    }

    /** Tells what these payouts come to, in as many statements as one of them takes. */
    private Function<Payout, Summary> summaries(List<Payout> told) {
        var ids = told.stream().map(Payout::id).toList();
        var totals = lines.totals(ids);
        var runs = payouts.runs(ids);
        var made = files.files(ids);
        var returns = lines.returns(ids);
        return payout -> new Summary(
                payout,
                totals.getOrDefault(payout.id(), PayoutTotals.NONE),
                runs.getOrDefault(payout.id(), List.of()),
                made.get(payout.id()),
                returns.getOrDefault(payout.id(), List.of()));
    }

    /** The day on which the bank transfers what is approved at a moment (D50). */
    private LocalDate executionOn(Instant approvedAt) {
        return WorkingDays.TARGET.after(SuiteClock.day(approvedAt), config.executionWorkingDays());
    }
}
