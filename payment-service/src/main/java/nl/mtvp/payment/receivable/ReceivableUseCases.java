package nl.mtvp.payment.receivable;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.money.Euro;
import nl.mtvp.kernel.time.SuiteClock;
import nl.mtvp.payment.fact.db.FactClock;
import nl.mtvp.payment.ledger.Booking;
import nl.mtvp.payment.ledger.db.CreditorRepository;
import nl.mtvp.payment.ledger.domain.Creditor;
import nl.mtvp.payment.ledger.domain.CreditorBalance;
import nl.mtvp.payment.ledger.domain.CreditorBalance.BalanceQuery;
import nl.mtvp.payment.ledger.domain.EntryCause;
import nl.mtvp.payment.ledger.domain.Settlement;
import nl.mtvp.payment.receivable.db.ReceivableRepository;
import nl.mtvp.payment.receivable.domain.Receivables;
import nl.mtvp.payment.receivable.domain.Receivables.MoreThanInCollection;

/** Tells what creditors owe, takes receivables back from collection, and moves balances to successors (D50). */
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
        var inDebt = creditors.listInDebt(asked, known, visibility, page);
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
        receivables.addReturn(posting.id(), creditor, amount.cents(), reason, actor.at(now));
        var movements = creditors.movements(List.of(creditor), FactClock.LATEST);
        return new Debtor(creditors.balance(creditor), Receivables.of(movements.get(creditor)), now);
    }

    /**
     * Moves open balances of a practice's old AGB code to the one that succeeds it, under one KvK number only; whoever
     * calls holds the insurer's clock. One posting for each pair of codes.
     */
    public void moveBalances(Uzovi uzovi, Instant now) {
        var pairs = receivables.successions(uzovi, SuiteClock.day(now));
        var owed = creditors.owed(pairs.stream()
                .flatMap(pair -> Stream.of(pair.predecessor(), pair.successor()))
                .map(agb -> new Creditor(uzovi, agb, null))
                .collect(Collectors.toSet()));
        for (var pair : pairs) {
            var old = new Creditor(uzovi, pair.predecessor(), null);
            long balance = owed.getOrDefault(old, 0L);
            if (balance != 0) {
                var successor = new Creditor(uzovi, pair.successor(), null);
                // What came this way goes on, where the successor has one by now.
                owed.put(old, 0L);
                owed.merge(successor, balance, Long::sum);
                var settlements = List.of(
                        new Settlement(old, EntryCause.SUCCESSION, -balance),
                        new Settlement(successor, EntryCause.SUCCESSION, balance));
                booking.settlements(uzovi, settlements, now);
            }
        }
    }
}
