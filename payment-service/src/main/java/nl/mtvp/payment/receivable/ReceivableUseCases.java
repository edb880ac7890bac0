package nl.mtvp.payment.receivable;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.money.Euro;
import nl.mtvp.payment.fact.db.FactClock;
import nl.mtvp.payment.ledger.Booking;
import nl.mtvp.payment.ledger.db.CreditorRepository;
import nl.mtvp.payment.ledger.domain.Creditor;
import nl.mtvp.payment.ledger.domain.CreditorBalance;
import nl.mtvp.payment.ledger.domain.CreditorBalance.BalanceQuery;
import nl.mtvp.payment.ledger.domain.EntryCause;
import nl.mtvp.payment.ledger.domain.Settlement;
import nl.mtvp.payment.receivable.db.ReceivableRepository;
import nl.mtvp.payment.receivable.domain.MoreThanInCollection;
import nl.mtvp.payment.receivable.domain.Receivables;

/** Tells what creditors owe, and takes receivables back from collection (D50). */
@ApplicationScoped
@Transactional
public class ReceivableUseCases {

    private final CreditorRepository creditors;
    private final ReceivableRepository receivables;
    private final Booking booking;
    private final FactClock factClock;
    private final Clock clock;

    ReceivableUseCases(
            CreditorRepository creditors,
            ReceivableRepository receivables,
            Booking booking,
            FactClock factClock,
            Clock clock) {
        this.creditors = creditors;
        this.receivables = receivables;
        this.booking = booking;
        this.factClock = factClock;
        this.clock = clock;
    }

    /**
     * A creditor with what it owes.
     *
     * @param asOf the moment at which its age is told
     */
    public record Debtor(CreditorBalance balance, Receivables receivables, Instant asOf) {}

    public Page<Debtor> list(BalanceQuery asked, Instant knownAt, Visibility visibility, PageRequest page) {
        var now = clock.instant();
        var known = factClock.asKnownAt(asked.uzovi(), knownAt, now);
        var inDebt = creditors.inDebt(asked, known, visibility, page);
        var movements = creditors.movements(
                inDebt.rows().stream().map(CreditorBalance::creditor).toList(), known);
        return inDebt.map(balance -> new Debtor(
                balance, Receivables.of(movements.get(balance.creditor())), knownAt == null ? now : knownAt));
    }

    /** Takes a part of what is in collection back: from now on it is netted again, as if it were new. */
    public Debtor takeBack(Creditor creditor, Euro amount, String reason, Actor actor) {
        var now = clock.instant();
        factClock.moment(creditor.uzovi(), now);
        var inCollection = new Euro(creditors.balance(creditor).inCollection());
        if (amount.compareTo(inCollection) > 0) {
            throw new MoreThanInCollection(amount, inCollection);
        }
        var settlement = new Settlement(creditor, EntryCause.FROM_COLLECTION, -amount.cents());
        var posting = booking.settlements(creditor.uzovi(), List.of(settlement), now);
        receivables.addReturn(posting.id(), creditor, amount.cents(), reason, actor.subject(), now);
        var movements = creditors.movements(List.of(creditor), FactClock.LATEST);
        return new Debtor(creditors.balance(creditor), Receivables.of(movements.get(creditor)), now);
    }
}
