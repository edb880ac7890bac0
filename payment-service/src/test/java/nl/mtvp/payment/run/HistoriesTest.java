package nl.mtvp.payment.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.db.Transactions;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.testing.OpenTransaction;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.Scale;
import nl.mtvp.kernel.testing.TestClock;
import nl.mtvp.kernel.testing.Together;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.kernel.time.Quarters;
import nl.mtvp.payment.balance.BalanceUseCases;
import nl.mtvp.payment.balance.BalanceUseCases.Due;
import nl.mtvp.payment.entitlement.domain.Amounts;
import nl.mtvp.payment.entitlement.domain.ContractQuarter.EntitlementQuery;
import nl.mtvp.payment.entitlement.domain.Facts;
import nl.mtvp.payment.entitlement.domain.Facts.Clawback;
import nl.mtvp.payment.entitlement.domain.Facts.Source;
import nl.mtvp.payment.history.Histories;
import nl.mtvp.payment.history.Oracle;
import nl.mtvp.payment.history.Telling;
import nl.mtvp.payment.history.Told;
import nl.mtvp.payment.run.db.ComputationRepository;
import nl.mtvp.payment.run.db.LineRepository;
import nl.mtvp.payment.run.domain.PaymentRun;
import nl.mtvp.payment.run.domain.RunState;
import org.awaitility.Awaitility;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.threeten.extra.YearQuarter;

/**
 * Random histories of up to 60 facts over 12 quarters, through the database, with runs between them: P1, P3 to P9 and P14
 * of the architecture. What is due is told by {@link Oracle}.
 */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class HistoriesTest {

    private static final Logger LOG = Logger.getLogger(HistoriesTest.class);
    private static final int HISTORIES = Scale.of(30, 1_000);
    private static final YearQuarter LAST = Quarters.of("2026-Q1");
    private static final Actor MAKER = new Actor("maker", "test");
    private static final Actor APPROVER = new Actor("approver", "test");

    @Inject
    Telling telling;

    @Inject
    RunUseCases runs;

    @Inject
    ComputationJob computing;

    @Inject
    PostingJob posting;

    @Inject
    Proposals proposals;

    @Inject
    ComputationRepository computations;

    @Inject
    LineRepository lines;

    @Inject
    BalanceUseCases balances;

    @Inject
    Transactions transactions;

    @Inject
    Sql sql;

    @Inject
    Jdbi jdbi;

    @Test
    void P1_P3_to_P9_and_P14_hold_for_random_histories() {
        long seed = Long.getLong("mtvp.seed", System.nanoTime());
        LOG.infof("%d histories with seed %d (repeat with -Dmtvp.seed)", HISTORIES, seed);
        int facts = 0;
        for (int i = 0; i < HISTORIES; i++) {
            facts += new Life(seed + i, telling.insurer("%04d".formatted(100 + i))).live();
        }
        LOG.infof("%d histories of %d facts held", HISTORIES, facts);
    }

    @Test
    void P4_without_facts_nothing_is_due() {
        TestClock.at("2026-01-10");
        var id = runs.make(new Uzovi("0099"), LAST, MAKER).run().id();
        Awaitility.await().until(() -> {
            computing.workOne();
            return runs.get(id, Visibility.EVERYTHING).run().state() == RunState.DRAFT;
        });
        assertEquals(List.of(), runs.get(id, Visibility.EVERYTHING).totals());
        assertEquals(
                List.of(),
                runs.lines(id, Visibility.EVERYTHING, PageRequest.first(1)).rows());
    }

    /** What was answered about a moment, to be asked again at the end. */
    private record Answer(Instant knownAt, int quarter, List<Due> due) {}

    private final class Life {

        private final long seed;
        private final Random random;
        private final Telling.Insurer insurer;
        private final TestClock time = TestClock.at("2026-01-10");
        private final List<Told> told = new ArrayList<>();
        private final List<Instant> toldAt = new ArrayList<>();
        private final List<Answer> answers = new ArrayList<>();

        Life(long seed, Telling.Insurer insurer) {
            this.seed = seed;
            this.random = new Random(~seed);
            this.insurer = insurer;
        }

        /** Lives through a history and gives how many facts it had. */
        int live() {
            var history = Histories.of(seed);
            for (var fact : history) {
                time.move(Duration.ofMinutes(1 + random.nextInt(600)));
                insurer.tell(fact);
                keep(fact);
                if (random.nextInt(12) == 0) {
                    post();
                    asDue(random.nextInt(Histories.QUARTERS), true);
                }
                if (random.nextInt(8) == 0) {
                    ask();
                }
            }
            lateCommit();
            killedAndResumed();
            everyQuarterIsBooked();
            var before = booked();
            changeAndChangeBack(before);
            assertEquals(List.of(), post().totals(), says("P1 a second run proposes nothing"));
            answers.forEach(answer -> assertEquals(
                    answer.due(), asked(answer.quarter(), answer.knownAt()), says("P5 an answer never changes")));
            bothDatesSurvive();
            oneTariffPerDayAndMoment();
            return told.size();
        }

        /** P5: a writer who began first commits last, after an answer about a later moment. */
        private void lateCommit() {
            var began = time.instant();
            int quarter = random.nextInt(Histories.QUARTERS);
            var late = new Told.Counts(quarter, Map.of(0, 1L + random.nextInt(9_000)));
            try (var slow = new OpenTransaction()) {
                slow.in(() -> sql.query("select 1").mapTo(Integer.class).one());
                time.move(Duration.ofHours(1));
                var early = new Told.Counts((quarter + 1) % Histories.QUARTERS, Map.of(0, 7L));
                insurer.tell(early);
                keep(early);
                time.move(Duration.ofHours(1));
                answers.add(new Answer(time.instant(), quarter, asked(quarter, time.instant())));
                slow.perform(() -> insurer.counts(late, began));
                slow.commit();
                keep(late);
            }
            asDue(quarter, false);
        }

        /** P7, P8: computed by one; then killed in the middle, and again by three at once: the same hash, booked once. */
        private void killedAndResumed() {
            time.move(Duration.ofHours(1));
            var preview = computed(runs.make(insurer.uzovi(), LAST, MAKER).run(), 1);
            runs.withdraw(preview.id(), "a preview", Visibility.EVERYTHING, MAKER);
            var made = runs.make(insurer.uzovi(), LAST, MAKER).run();
            assertThrows(
                    Killed.class,
                    () -> transactions.perform(() -> {
                        var asked = computations.claim(time.instant()).orElseThrow(Killed::new);
                        proposals.compute(
                                asked,
                                (contract, posted, booked) -> {},
                                batch -> {
                                    lines.add(asked.runId(), batch.lines(), time.instant());
                                    throw new Killed();
                                },
                                done -> {});
                    }));
            var run = computed(made, 3);
            assertEquals(preview.proposalHash(), run.proposalHash(), says("P7 and P8 the same proposal"));
            approved(run, 3);
        }

        /** P6: an appeal that is upheld at once, with a run between: the amounts of before, and more entries. */
        private void changeAndChangeBack(List<Amounts> before) {
            long entries = entries();
            tell(new Told.ClawedBack(0, 9_999, Histories.FIRST, Histories.FIRST.plusYears(4), 10_000));
            post();
            long taken = entries() - entries;
            tell(new Told.Withdrawn(0, 9_999));
            post();
            assertEquals(before, booked(), says("P6 change and change back"));
            assertEquals(2 * taken, entries() - entries, says("P6 the history is kept"));
        }

        private void tell(Told fact) {
            time.move(Duration.ofMinutes(5));
            insurer.tell(fact);
            keep(fact);
        }

        private void keep(Told fact) {
            told.add(fact);
            toldAt.add(time.instant());
        }

        /** P3 and P4: for each contract, quarter and component. */
        private void everyQuarterIsBooked() {
            for (int quarter = 0; quarter < Histories.QUARTERS; quarter++) {
                asDue(quarter, true);
            }
        }

        private void asDue(int quarter, boolean booked) {
            asDue(quarter, asked(quarter, null), new Oracle(told), booked);
        }

        private void asDue(int quarter, List<Due> answered, Oracle oracle, boolean booked) {
            var due = new HashMap<UUID, Due>();
            answered.forEach(one -> due.put(one.contract().contractId(), one));
            for (int contract = 0; oracle.due(contract, quarter) != null; contract++) {
                var expected = oracle.due(contract, quarter);
                var amounts = new Amounts(expected.practice(), expected.rho());
                var actual = due.remove(insurer.contract(contract));
                var which = says("P3 contract " + contract + " in quarter " + quarter);
                assertEquals(amounts, actual.due(), which);
                if (booked) {
                    assertEquals(amounts, actual.booked(), which);
                }
            }
            assertTrue(due.isEmpty(), says("P4 what nobody told is not due"));
        }

        /** P5: what is due as known at a moment follows from what was told by then. No fact is told at a half second. */
        private void ask() {
            int quarter = random.nextInt(Histories.QUARTERS);
            var knownAt = time.instant().minusMillis(500 + 1_000L * random.nextInt(7_200));
            var answer = new Answer(knownAt, quarter, asked(quarter, knownAt));
            answers.add(answer);
            int known = (int) toldAt.stream().filter(at -> at.isBefore(knownAt)).count();
            asDue(quarter, answer.due(), new Oracle(told.subList(0, known)), false);
        }

        private List<Due> asked(int quarter, Instant knownAt) {
            var query = new EntitlementQuery(insurer.uzovi(), null, quarter(quarter));
            return balances.entitlements(query, knownAt, Visibility.EVERYTHING, PageRequest.first(100))
                    .rows();
        }

        private List<Amounts> booked() {
            var booked = new ArrayList<Amounts>();
            for (int quarter = 0; quarter < Histories.QUARTERS; quarter++) {
                asked(quarter, null).forEach(due -> booked.add(due.booked()));
            }
            return booked;
        }

        private long entries() {
            return jdbi.withHandle(
                    handle -> handle.createQuery("select count(*) from ledger_entry where uzovi = :uzovi")
                            .bind("uzovi", insurer.uzovi())
                            .mapTo(Long.class)
                            .one());
        }

        private RunUseCases.Summary post() {
            time.move(Duration.ofMinutes(5));
            return approved(computed(runs.make(insurer.uzovi(), LAST, MAKER).run(), 1), 1);
        }

        private PaymentRun computed(PaymentRun made, int workers) {
            return worked(made, RunState.DRAFT, workers, computing::workOne);
        }

        private RunUseCases.Summary approved(PaymentRun run, int workers) {
            var hash = run.proposalHash().orElseThrow();
            Acknowledging.all(runs, run.id(), hash);
            var approved = runs.approve(run.id(), hash, Visibility.EVERYTHING, APPROVER);
            worked(run, RunState.POSTED, workers, posting::workOne);
            return approved;
        }

        private PaymentRun worked(PaymentRun run, RunState wanted, int workers, Runnable job) {
            Awaitility.await().pollInterval(Duration.ofMillis(5)).until(() -> {
                if (workers == 1) {
                    job.run();
                } else {
                    Together.of(workers, number -> {
                        job.run();
                        return number;
                    });
                }
                return runs.get(run.id(), Visibility.EVERYTHING).run().state() == wanted;
            });
            var done = runs.get(run.id(), Visibility.EVERYTHING);
            int failed = done.computation().attempts() + done.run().attempts();
            assertEquals(0, failed, says("P8 what one has claimed no other does"));
            return done.run();
        }

        /** P9: with each fact stands when contract-service knew it, and since when it is known here. */
        private void bothDatesSurvive() {
            for (int quarter = 0; quarter < Histories.QUARTERS; quarter++) {
                for (var due : asked(quarter, null)) {
                    sources(due.contract().facts()).forEach(source -> {
                        assertEquals(
                                insurer.knownAtSource().get(source.id()), source.sourceKnownAt(), says("P9 " + source));
                        assertTrue(!source.knownAt().isBefore(source.sourceKnownAt()), says("P9 " + source));
                    });
                }
            }
        }

        private Stream<Source> sources(Facts facts) {
            return Stream.of(
                            Stream.of(facts.holder().source()),
                            facts.inForce().sources().stream(),
                            facts.clawbacks().stream().map(Clawback::source),
                            Stream.ofNullable(facts.offset()).map(offset -> offset.source()),
                            Stream.ofNullable(facts.share()).map(share -> share.source()))
                    .flatMap(sources -> sources);
        }

        /** P14: another tariff for a day and a moment that have one is refused by the database. */
        private void oneTariffPerDayAndMoment() {
            var refused = assertThrows(
                    RuntimeException.class,
                    () -> jdbi.useHandle(handle -> handle.createUpdate(
                                    """
                            insert into tariff (id, proposal_id, uzovi, valid, known, first_known_at, euro)
                            select gen_random_uuid(), proposal_id, uzovi, daterange(lower(valid), lower(valid) + 1),
                                tstzrange(lower(known), null), first_known_at, euro
                            from tariff where uzovi = :uzovi order by random() limit 1
                            """)
                            .bind("uzovi", insurer.uzovi())
                            .execute()));
            assertTrue(refused.getMessage().contains("one_tariff_per_day_and_moment"), refused.getMessage());
        }

        private String says(String what) {
            return what + ": seed " + seed;
        }

        private static YearQuarter quarter(int number) {
            return YearQuarter.from(Histories.peildatum(number));
        }
    }

    /** The worker's process ends here. */
    private static final class Killed extends RuntimeException {}
}
