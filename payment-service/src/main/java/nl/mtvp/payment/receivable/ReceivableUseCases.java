package nl.mtvp.payment.receivable;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.db.Transactions;
import nl.mtvp.kernel.money.Euro;
import nl.mtvp.payment.fact.db.FactClock;
import nl.mtvp.payment.ledger.Booking;
import nl.mtvp.payment.ledger.db.CreditorRepository;
import nl.mtvp.payment.ledger.domain.BalanceQuery;
import nl.mtvp.payment.ledger.domain.Creditor;
import nl.mtvp.payment.ledger.domain.CreditorBalance;
import nl.mtvp.payment.ledger.domain.EntryCause;
import nl.mtvp.payment.ledger.domain.Settlement;
import nl.mtvp.payment.receivable.db.CollectionReturnRepository;
import nl.mtvp.payment.receivable.domain.MoreThanInCollection;
import nl.mtvp.payment.receivable.domain.Receivables;
import org.jdbi.v3.core.Handle;

/** Tells what creditors owe, and takes receivables back from collection (D50). */
@ApplicationScoped
public class ReceivableUseCases {

    private final Transactions transactions;
    private final CreditorRepository creditors;
    private final CollectionReturnRepository returns;
    private final Booking booking;
    private final FactClock factClock;
    private final Clock clock;

    ReceivableUseCases(
            Transactions transactions,
            CreditorRepository creditors,
            CollectionReturnRepository returns,
            Booking booking,
            FactClock factClock,
            Clock clock) {
        this.transactions = transactions;
        this.creditors = creditors;
        this.returns = returns;
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

    public List<Debtor> list(BalanceQuery asked, String after, int limit, Visibility visibility) {
        return transactions.run(tx -> {
            var now = clock.instant();
            var known = new BalanceQuery(
                    asked.uzovi(),
                    asked.agb(),
                    asked.rho(),
                    factClock.asKnownAt(tx, asked.uzovi(), asked.knownAt(), now));
            var inDebt = creditors.inDebt(tx, known, after, limit, visibility);
            var movements = creditors.movements(
                    tx, inDebt.stream().map(CreditorBalance::creditor).toList(), known.knownAt());
            return inDebt.stream()
                    .map(balance -> new Debtor(
                            balance,
                            Receivables.of(movements.get(balance.creditor())),
                            asked.knownAt() == null ? now : asked.knownAt()))
                    .toList();
        });
    }

    /** Takes a part of what is in collection back: from now on it is netted again, as if it were new. */
    public Debtor takeBack(Creditor creditor, Euro amount, String reason, Actor actor) {
        return transactions.run(tx -> {
            var now = clock.instant();
            factClock.moment(tx, creditor.uzovi(), now);
            var inCollection = new Euro(balance(tx, creditor).inCollection());
            if (amount.compareTo(inCollection) > 0) {
                throw new MoreThanInCollection(amount, inCollection);
            }
            var settlement = new Settlement(creditor, EntryCause.FROM_COLLECTION, -amount.cents());
            var posting = booking.settlements(tx, creditor.uzovi(), List.of(settlement), now);
            returns.add(tx, posting.id(), creditor, amount.cents(), reason, actor.subject(), now);
            var movements = creditors.movements(tx, List.of(creditor), FactClock.LATEST);
            return new Debtor(balance(tx, creditor), Receivables.of(movements.get(creditor)), now);
        });
    }

    private CreditorBalance balance(Handle tx, Creditor creditor) {
        var asked = new BalanceQuery(creditor.uzovi(), creditor.agb(), creditor.rho(), FactClock.LATEST);
        return creditors.balances(tx, asked, null, 1, Visibility.EVERYTHING).stream()
                .findFirst()
                .orElse(new CreditorBalance(creditor, 0, 0, 0, 0, 0));
    }
}
