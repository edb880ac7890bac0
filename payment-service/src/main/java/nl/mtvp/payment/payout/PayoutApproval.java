package nl.mtvp.payment.payout;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.db.Transactions;
import nl.mtvp.kernel.time.WorkingDays;
import nl.mtvp.payment.approval.domain.FourEyes;
import nl.mtvp.payment.bankaccount.db.BankAccountRepository;
import nl.mtvp.payment.bankaccount.domain.AccountNotFound;
import nl.mtvp.payment.ledger.Booking;
import nl.mtvp.payment.ledger.domain.EntryCause;
import nl.mtvp.payment.ledger.domain.Settlement;
import nl.mtvp.payment.payout.PayoutUseCases.Summary;
import nl.mtvp.payment.payout.db.PayoutFileRepository;
import nl.mtvp.payment.payout.db.PayoutLineRepository;
import nl.mtvp.payment.payout.db.PayoutRepository;
import nl.mtvp.payment.payout.domain.Payout;
import nl.mtvp.payment.payout.domain.PayoutLine;
import nl.mtvp.payment.payout.domain.PayoutRefused;
import nl.mtvp.payment.payout.file.CreditTransfers;
import nl.mtvp.payment.payout.file.CreditTransfers.Batch;
import org.jdbi.v3.core.Handle;

/**
 * Approves a payout with four eyes, and so books it and makes its file, all in one transaction (D50): there is no file of
 * what is not booked, and nothing booked without a file.
 */
@ApplicationScoped
public class PayoutApproval {

    private final Transactions transactions;
    private final PayoutUseCases useCases;
    private final PayoutRepository payouts;
    private final PayoutLineRepository lines;
    private final PayoutFileRepository files;
    private final BankAccountRepository accounts;
    private final Booking booking;
    private final PayoutConfig config;
    private final Clock clock;

    PayoutApproval(
            Transactions transactions,
            PayoutUseCases useCases,
            PayoutRepository payouts,
            PayoutLineRepository lines,
            PayoutFileRepository files,
            BankAccountRepository accounts,
            Booking booking,
            PayoutConfig config,
            Clock clock) {
        this.transactions = transactions;
        this.useCases = useCases;
        this.payouts = payouts;
        this.lines = lines;
        this.files = files;
        this.accounts = accounts;
        this.booking = booking;
        this.config = config;
        this.clock = clock;
    }

    public Summary approve(UUID id, Visibility visibility, Actor approver) {
        return transactions.run(tx -> {
            var payout = useCases.found(tx, id, visibility, true);
            payout.requireDraft();
            FourEyes.require(payout.madeBy(), approver.subject());
            var now = clock.instant();
            var today = PayoutUseCases.today(now);
            var executionOn = WorkingDays.after(today, config.executionWorkingDays());
            makeFile(tx, payout, now, executionOn);
            // The long work is done: with its seal comes the insurer's clock, and only then is it sure that nothing was
            // booked and no account changed since the draft.
            var posting = booking.settlements(tx, payout.uzovi(), transfers(tx, payout), now);
            if (posting.number() != payout.postingNumber()) {
                throw PayoutRefused.overtaken(payout);
            }
            if (lines.accountsChanged(tx, payout, today)) {
                throw PayoutRefused.accountsChanged();
            }
            payouts.booked(tx, id, posting.id(), executionOn, approver.subject(), now);
            return useCases.summary(tx, useCases.found(tx, id, visibility, false));
        });
    }

    private void makeFile(Handle tx, Payout payout, Instant now, LocalDate executionOn) {
        var totals = lines.totals(tx, payout.id());
        var debtor = accounts.withId(tx, payout.debtorAccountId(), Visibility.EVERYTHING, false)
                .orElseThrow(() -> new AccountNotFound(payout.debtorAccountId()));
        var batch = new Batch(
                payout.reference(), now, totals.transfers(), totals.transferred(), executionOn, debtor.account());
        files.make(tx, payout, (out, transfers) -> CreditTransfers.write(out, batch, transfers));
    }

    private List<Settlement> transfers(Handle tx, Payout payout) {
        return lines.lines(tx, payout.id(), 0, Integer.MAX_VALUE, false).stream()
                .map(PayoutApproval::settlement)
                .toList();
    }

    private static Settlement settlement(PayoutLine line) {
        return new Settlement(line.creditor(), EntryCause.PAYOUT, -line.cents());
    }
}
