package nl.mtvp.payment.receivable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.money.Euro;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.Scale;
import nl.mtvp.kernel.testing.Sql;
import nl.mtvp.kernel.testing.TestClock;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.payment.balance.BalanceUseCases;
import nl.mtvp.payment.ledger.LedgerUseCases;
import nl.mtvp.payment.ledger.domain.Creditor;
import nl.mtvp.payment.ledger.domain.CreditorBalance;
import nl.mtvp.payment.ledger.domain.CreditorBalance.BalanceQuery;
import nl.mtvp.payment.payout.PayoutUseCases;
import nl.mtvp.payment.payout.domain.PayoutRefused;
import nl.mtvp.payment.receivable.domain.Receivables.MoreThanInCollection;
import nl.mtvp.payment.testing.Bookings;
import nl.mtvp.payment.testing.ContractEvents;
import nl.mtvp.payment.testing.ContractEvents.Contract;
import nl.mtvp.payment.testing.Money;
import nl.mtvp.payment.testing.PaymentFile;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.threeten.extra.YearQuarter;

/**
 * Random histories of runs, payouts, returns and collections, through the database (P3, P11). After every step each
 * balance is what a plain sum in this test says, a file holds what the ledger booked, and nobody is transferred zero or
 * less.
 */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class SettlementHistoriesTest {

    private static final Logger LOG = Logger.getLogger(SettlementHistoriesTest.class);
    private static final Uzovi UZOVI = new Uzovi("7230");
    private static final int STEPS = Scale.of(120, 5_000);
    private static final Actor MAKER = new Actor("maker", "test");
    private static final Actor APPROVER = new Actor("approver", "test");
    private static final Visibility ALL = Visibility.EVERYTHING;

    @Inject
    Bookings bookings;

    @Inject
    ContractEvents contracts;

    @Inject
    PayoutUseCases payouts;

    @Inject
    ReceivableUseCases receivables;

    @Inject
    BalanceUseCases balances;

    @Inject
    LedgerUseCases ledger;

    @Inject
    CollectionJob collection;

    private final Map<Agb, Long> owed = new TreeMap<>();
    /** How much every debit took the balance further below zero, and in which quarter. */
    private final Map<Agb, List<Map.Entry<YearQuarter, Long>>> opened = new TreeMap<>();

    private final Map<Agb, Long> collected = new TreeMap<>();
    private final Map<Agb, Contract> practices = new LinkedHashMap<>();
    /** Transfers that did not come back: payout, number, AGB and cents. */
    private final List<Object[]> transfers = new ArrayList<>();

    private TestClock clock;
    private Random random;

    /** As other classes do before this one, in whatever order: what follows books in its own quarters all the same. */
    @BeforeAll
    static void somebody_asked_about_all_insurers_at_a_later_moment() throws SQLException {
        Sql.execute(Sql.APP, "update fact_clock_floor set last_known = '2023-07-10'");
    }

    @Test
    void D50_P3_balances_are_the_ledgers_sums_whatever_happens() {
        long seed = Long.getLong("mtvp.seed", System.nanoTime());
        LOG.infof("seed %d", seed);
        random = new Random(seed);
        clock = TestClock.at("2023-01-02");
        new Money("7230").account(null, "2023-01-01", Money.iban(7230));
        for (var code : List.of("01723001", "01723002", "01723003")) {
            new Money("7230").account(code, "2023-01-01", Money.iban(random.nextInt(1_000)));
            practices.put(new Agb(code), contracts.accepted("7230", code, "2023-01-01"));
            owed.put(new Agb(code), 0L);
            opened.put(new Agb(code), new ArrayList<>());
            collected.put(new Agb(code), 0L);
        }
        clock.move(Duration.ofDays(30));
        for (int step = 0; step < STEPS; step++) {
            switch (random.nextInt(7)) {
                case 0, 1 -> run();
                case 2, 3 -> payOut();
                case 4 -> comeBack();
                case 5 -> collect();
                default -> takeBack();
            }
            clock.move(Duration.ofHours(random.nextInt(24 * 20)));
            assertBalances("step " + step + " of seed " + seed);
        }
        assertEquals(List.of(), ledger.verify(UZOVI, null, ALL).breaks());
    }

    private void run() {
        var cents = new LinkedHashMap<Contract, Long>();
        practices.forEach((agb, contract) -> {
            long amount = random.nextInt(-500, 700);
            if (amount != 0 && random.nextInt(4) > 0) {
                cents.put(contract, amount);
                move(agb, amount);
            }
        });
        if (!cents.isEmpty()) {
            bookings.run("7230", cents);
        }
    }

    private void payOut() {
        var due = new LinkedHashMap<Agb, Long>();
        owed.forEach((agb, cents) -> {
            if (cents > 0) {
                due.put(agb, cents);
            }
        });
        UUID id;
        try {
            id = payouts.make(UZOVI, MAKER).payout().id();
        } catch (PayoutRefused refused) {
            assertEquals("nothing-to-transfer", refused.code());
            assertTrue(due.isEmpty(), "somebody is owed something: " + due);
            return;
        }
        if (random.nextInt(5) == 0) {
            payouts.withdraw(id, "no", ALL, MAKER);
            return;
        }
        var booked = payouts.approve(id, ALL, APPROVER);
        var out = new ByteArrayOutputStream();
        payouts.download(id, out);
        var file = PaymentFile.of(out.toByteArray());
        var amounts =
                due.values().stream().map(cents -> new Euro(cents).toString()).toList();
        assertEquals(amounts, file.texts("InstdAmt"));
        long total = due.values().stream().mapToLong(Long::longValue).sum();
        assertEquals(new Euro(total).toString(), file.texts("CtrlSum").get(0));
        assertEquals(new Euro(total), booked.totals().transferred());
        long number = 0;
        for (var one : due.entrySet()) {
            number++;
            owed.put(one.getKey(), 0L);
            transfers.add(new Object[] {id, number, one.getKey(), one.getValue()});
        }
    }

    private void comeBack() {
        if (transfers.isEmpty()) {
            return;
        }
        var transfer = transfers.remove(random.nextInt(transfers.size()));
        payouts.recordReturn(
                (UUID) transfer[0],
                (long) transfer[1],
                clock.instant().atZone(clock.getZone()).toLocalDate(),
                "MS03",
                ALL,
                MAKER);
        move((Agb) transfer[2], (long) transfer[3]);
    }

    private void takeBack() {
        var agb = new ArrayList<>(practices.keySet()).get(random.nextInt(practices.size()));
        long cents = 1 + random.nextInt(300);
        try {
            receivables.takeBack(new Creditor(UZOVI, agb, null), new Euro(cents), "terms", MAKER);
            move(agb, -cents);
            collected.merge(agb, -cents, Long::sum);
        } catch (MoreThanInCollection refused) {
            assertTrue(cents > collected.get(agb), "there is " + collected.get(agb) + " in collection");
        }
    }

    private void move(Agb agb, long cents) {
        long before = owed.get(agb);
        long after = before + cents;
        if (cents < 0 && after < 0) {
            opened.get(agb).add(Map.entry(quarter(), Math.max(0, -after) - Math.max(0, -before)));
        }
        owed.put(agb, after);
    }

    /** What is open was opened last, so what was opened in the quarters that count is not overdue, and the rest is. */
    private void collect() {
        collection.handOver(UZOVI);
        owed.forEach((agb, cents) -> {
            long recent = opened.get(agb).stream()
                    .filter(one -> one.getKey().plusQuarters(4).compareTo(quarter()) >= 0)
                    .mapToLong(Map.Entry::getValue)
                    .sum();
            long overdue = Math.max(0, -cents - recent);
            move(agb, overdue);
            collected.merge(agb, overdue, Long::sum);
        });
    }

    private YearQuarter quarter() {
        return YearQuarter.from(clock.instant().atZone(clock.getZone()));
    }

    private void assertBalances(String when) {
        var found = balances.balances(new BalanceQuery(UZOVI, null, null), null, ALL, PageRequest.first(10))
                .rows();
        for (var balance : found) {
            assertEquals(owed.get(balance.creditor().agb()), balance.balance(), when);
            assertEquals(collected.get(balance.creditor().agb()), balance.inCollection(), when);
        }
        long expected = owed.values().stream().mapToLong(Long::longValue).sum();
        assertEquals(
                expected, found.stream().mapToLong(CreditorBalance::balance).sum(), when);
        for (var debtor : receivables
                .list(new BalanceQuery(UZOVI, null, null), null, ALL, PageRequest.first(10))
                .rows()) {
            assertEquals(-debtor.balance().balance(), debtor.receivables().openCents(), when);
        }
    }
}
