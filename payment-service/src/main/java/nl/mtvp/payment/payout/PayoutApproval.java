package nl.mtvp.payment.payout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.payment.approval.domain.FourEyes;
import nl.mtvp.payment.bankaccount.db.BankAccountRepository;
import nl.mtvp.payment.bankaccount.domain.AccountRefused;
import nl.mtvp.payment.ledger.Booking;
import nl.mtvp.payment.ledger.domain.EntryCause;
import nl.mtvp.payment.ledger.domain.Settlement;
import nl.mtvp.payment.payout.PayoutUseCases.Summary;
import nl.mtvp.payment.payout.db.PayoutFileRepository;
import nl.mtvp.payment.payout.db.PayoutLineRepository;
import nl.mtvp.payment.payout.domain.Payout;
import nl.mtvp.payment.payout.domain.PayoutLine;
import nl.mtvp.payment.payout.domain.PayoutRefused;
import nl.mtvp.payment.payout.file.CreditTransfers;
import nl.mtvp.payment.payout.file.CreditTransfers.Batch;

/**
 * Approves a payout with four eyes, and so books it and makes its file, all in one transaction (D50): there is no file of
 * what is not booked, and nothing booked without a file.
 */
@ApplicationScoped
public class PayoutApproval {

    private final PayoutUseCases useCases;
    private final PayoutLineRepository lines;
    private final PayoutFileRepository files;
    private final BankAccountRepository accounts;
    private final Booking booking;
    private final PayoutConfig config;
    private final Clock clock;

    PayoutApproval(
            PayoutUseCases useCases,
            PayoutLineRepository lines,
            PayoutFileRepository files,
            BankAccountRepository accounts,
            Booking booking,
            PayoutConfig config,
            Clock clock) {
        this.useCases = useCases;
        this.lines = lines;
        this.files = files;
        this.accounts = accounts;
        this.booking = booking;
        this.config = config;
        this.clock = clock;
    }

    @Transactional
    public Summary approve(UUID id, Visibility visibility, Actor approver) {
        var payout = useCases.locked(id, visibility);
        payout.requireDraft();
        FourEyes.require(payout.madeBy(), approver.subject());
        var now = clock.instant();
        var today = PayoutUseCases.today(now);
        var executionOn = PayoutUseCases.executionOn(today, config);
        makeFile(payout, now, executionOn);
        // The long work is done: with its seal comes the insurer's clock, and only then is it sure that nothing was
        // booked and no account changed since the draft.
        var posting = booking.settlements(payout.uzovi(), transfers(payout), now);
        if (posting.number() != payout.postingNumber()) {
            throw PayoutRefused.overtaken(payout);
        }
        if (lines.accountsChanged(payout, executionOn)) {
            throw PayoutRefused.accountsChanged(executionOn);
        }
        payout.book(posting.id(), executionOn, approver.subject(), now);
        return useCases.summary(payout);
    }

    private void makeFile(Payout payout, Instant now, LocalDate executionOn) {
        var totals = lines.totals(List.of(payout.id())).get(payout.id());
        var debtor = accounts.withId(payout.debtorAccountId(), Visibility.EVERYTHING)
                .orElseThrow(() -> AccountRefused.notFound(payout.debtorAccountId()));
        PayoutUseCases.requireSendable(debtor);
        var batch = new Batch(
                payout.reference(), now, totals.transfers(), totals.transferred(), executionOn, debtor.account());
        files.make(payout, (out, transfers) -> CreditTransfers.write(out, batch, transfers));
        // A draft may be older than a rule for the texts in it: no bank refuses what was booked.
        files.fault(payout.id()).ifPresent(fault -> {
            throw PayoutRefused.fileInvalid(fault);
        });
    }

    private List<Settlement> transfers(Payout payout) {
        return lines.transfers(payout.id()).stream()
                .map(PayoutApproval::settlement)
                .toList();
    }

    private static Settlement settlement(PayoutLine line) {
        return new Settlement(line.creditor(), EntryCause.PAYOUT, -line.cents());
    }
}
