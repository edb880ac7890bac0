package nl.mtvp.payment.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.db.Ids;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.money.Euro;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TestClock;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.kernel.time.Quarters;
import nl.mtvp.payment.balance.BalanceUseCases;
import nl.mtvp.payment.balance.BalanceUseCases.Due;
import nl.mtvp.payment.entitlement.domain.EntitlementQuery;
import nl.mtvp.payment.fact.db.FactClock;
import nl.mtvp.payment.run.domain.RunState;
import nl.mtvp.payment.tariff.TariffUseCases;
import nl.mtvp.payment.tariff.domain.TariffProposal;
import nl.mtvp.payment.testing.ContractEvents;
import org.awaitility.Awaitility;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/**
 * Random histories of facts and runs, through the database: P1 a second run proposes nothing, P3 what is booked is what
 * is due, P5 what was known stays known, P6 change and change back nets to zero.
 */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class HistoriesTest {

    private static final Logger LOG = Logger.getLogger(HistoriesTest.class);
    private static final int HISTORIES = Integer.getInteger("mtvp.histories", 30);
    private static final List<String> QUARTERS = List.of("2023-Q2", "2023-Q3", "2023-Q4", "2024-Q1");
    private static final String LAST = "2024-Q1";

    @Inject
    TariffUseCases tariffs;

    @Inject
    RunUseCases runs;

    @Inject
    ComputationJob computing;

    @Inject
    PostingJob posting;

    @Inject
    BalanceUseCases balances;

    @Inject
    ContractEvents contracts;

    @Inject
    FactClock factClock;

    @Inject
    Jdbi jdbi;

    @Inject
    Clock clock;

    @Test
    void P1_P3_P5_P6_hold_for_random_histories() {
        long seed = Long.getLong("mtvp.seed", System.nanoTime());
        LOG.infof("histories with seed %d (repeat with -Dmtvp.seed)", seed);
        var random = new Random(seed);
        for (int i = 0; i < HISTORIES; i++) {
            new History(random, new Uzovi("%04d".formatted(100 + i))).live();
        }
    }

    /** What was answered about a moment, to be asked again at the end. */
    private record Answer(Instant knownAt, String quarter, List<Due> due) {}

    private final class History {

        private final Random random;
        private final Uzovi uzovi;
        private final TestClock time = TestClock.at("2024-01-10");
        private final List<ContractEvents.Contract> agreed = new ArrayList<>();
        private final List<Runnable> undo = new ArrayList<>();
        private final List<Answer> answers = new ArrayList<>();

        History(Random random, Uzovi uzovi) {
            this.random = random;
            this.uzovi = uzovi;
        }

        void live() {
            for (int i = 0; i < 3; i++) {
                agreed.add(contracts.accepted(uzovi.code(), "01%s%02d".formatted(uzovi.code(), i), starts()));
            }
            tariff("2023-01-01", null);
            for (int step = 0; step < 8; step++) {
                time.move(Duration.ofHours(1 + random.nextInt(48)));
                change();
                if (random.nextInt(3) == 0) {
                    post();
                    bookedIsDue();
                }
                ask();
            }
            post();
            bookedIsDue();
            var before = booked();
            changeAndChangeBack(before);
            nothingIsLeftToPropose();
            answers.forEach(answer -> assertEquals(answer.due(), asked(answer.quarter(), answer.knownAt())));
        }

        private void change() {
            var contract = agreed.get(random.nextInt(agreed.size()));
            switch (random.nextInt(6)) {
                case 0 -> tariff(day().toString(), random.nextBoolean() ? null : "2025-01-01");
                case 1 -> {
                    var stop = contracts.stopped(contract, day().toString());
                    undo.add(() -> contracts.stopWithdrawn(contract, stop));
                }
                case 2 -> {
                    var from = day();
                    var until = from.plusDays(1 + random.nextInt(120));
                    var clawback = contracts.clawback(
                            contract, from.toString(), until.toString(), 1 + random.nextInt(100) + "");
                    undo.add(() -> contracts.clawbackWithdrawn(contract, clawback));
                }
                case 3 -> {
                    if (!undo.isEmpty()) {
                        undo.remove(random.nextInt(undo.size())).run();
                    }
                }
                case 4 -> {
                    var end = contracts.ended(contract, day().toString());
                    undo.add(() -> contracts.endWithdrawn(contract, end));
                }
                default -> counts(QUARTERS.get(random.nextInt(QUARTERS.size())));
            }
        }

        /** P6: an appeal that is upheld at once, with a run between. */
        private void changeAndChangeBack(List<Long> before) {
            var contract = agreed.get(0);
            var clawback = contracts.clawback(contract, "2023-01-01", "2025-01-01", "100");
            post();
            contracts.clawbackWithdrawn(contract, clawback);
            post();
            assertEquals(before, booked());
        }

        /** P1. */
        private void nothingIsLeftToPropose() {
            assertEquals(List.of(), post().totals());
        }

        /** P3: for each contract and quarter, and so in total. */
        private void bookedIsDue() {
            for (var quarter : QUARTERS) {
                for (var due : asked(quarter, null)) {
                    assertEquals(due.due(), due.booked(), quarter + " of " + due.contract());
                }
            }
        }

        private void ask() {
            var quarter = QUARTERS.get(random.nextInt(QUARTERS.size()));
            var knownAt = time.instant().minusSeconds(random.nextInt(3_600));
            answers.add(new Answer(knownAt, quarter, asked(quarter, knownAt)));
        }

        private List<Due> asked(String quarter, Instant knownAt) {
            return balances.list(
                    new EntitlementQuery(uzovi, null, Quarters.of(quarter)), knownAt, null, 100, Visibility.EVERYTHING);
        }

        private List<Long> booked() {
            return QUARTERS.stream()
                    .flatMap(quarter -> asked(quarter, null).stream())
                    .map(due -> due.booked().totalCents())
                    .toList();
        }

        private RunUseCases.Summary post() {
            var run = computed(runs.make(uzovi, Quarters.of(LAST), new Actor("maker", "test")));
            runs.approve(
                    run.run().id(), run.run().proposalHash(), Visibility.EVERYTHING, new Actor("approver", "test"));
            Awaitility.await().pollInterval(Duration.ofMillis(5)).until(() -> {
                posting.workOne();
                return runs.get(run.run().id(), Visibility.EVERYTHING).run().state() == RunState.POSTED;
            });
            return run;
        }

        private void tariff(String from, String until) {
            var now = clock.instant();
            var proposal = new TariffProposal(
                    Ids.at(now),
                    uzovi,
                    LocalDate.parse(from),
                    until == null ? null : LocalDate.parse(until),
                    new Euro(1 + random.nextInt(323)),
                    null,
                    "history",
                    false,
                    "maker",
                    now,
                    null,
                    null);
            tariffs.propose(proposal);
            tariffs.approve(proposal.id(), Visibility.EVERYTHING, new Actor("approver", "test"));
        }

        /** As an accepted delivery leaves them: the file's way there has tests of its own. */
        private void counts(String quarter) {
            jdbi.useTransaction(tx -> {
                var known = factClock.record(tx, uzovi, clock.instant());
                var id = Ids.at(known);
                tx.createUpdate(
                                """
                                update ion_delivery set known = tstzrange(lower(known), :known)
                                where uzovi = :uzovi and peildatum = :quarter and upper_inf(known)
                                """)
                        .bindMap(Map.of("known", known, "uzovi", uzovi, "quarter", Quarters.of(quarter)))
                        .execute();
                tx.createUpdate(
                                """
                                insert into ion_delivery (id, uzovi, peildatum, row_count, content_digest, announced_by,
                                    announced_at, status, content_bytes, completed_at, finished_at, known, accepted,
                                    refused, duplicate, evidence_digest)
                                values (:id, :uzovi, :quarter, 0, sha256(cast('' as bytea)), 'test', :known, 'ACCEPTED', 0, :known,
                                    :known, tstzrange(:known, null), 0, 0, 0, sha256(cast('' as bytea)))
                                """)
                        .bindMap(Map.of("id", id, "known", known, "uzovi", uzovi, "quarter", Quarters.of(quarter)))
                        .execute();
                for (var contract : agreed) {
                    tx.createUpdate("insert into ion_count (delivery_id, agb, ion) values (:id, :agb, :ion)")
                            .bindMap(
                                    Map.of("id", id, "agb", new Agb(contract.agb()), "ion", 1L + random.nextInt(9_000)))
                            .execute();
                }
            });
        }

        private String starts() {
            return Quarters.peildatum(Quarters.of(QUARTERS.get(random.nextInt(3))))
                    .toString();
        }

        private LocalDate day() {
            return LocalDate.of(2023, 4, 1).plusDays(random.nextInt(365));
        }
    }

    private RunUseCases.Summary computed(RunUseCases.Summary made) {
        var id = made.run().id();
        Awaitility.await().pollInterval(Duration.ofMillis(5)).until(() -> {
            computing.workOne();
            return runs.get(id, Visibility.EVERYTHING).run().state() != RunState.COMPUTING;
        });
        return runs.get(id, Visibility.EVERYTHING);
    }

    @Test
    void P4_without_facts_nothing_is_due() {
        TestClock.at("2024-01-10");
        var run = computed(runs.make(new Uzovi("0099"), Quarters.of(LAST), new Actor("maker", "test")));
        assertEquals(List.of(), run.totals());
        assertEquals(0L, run.computation().lines());
        assertTrue(UUID.fromString(run.run().id().toString()).version() == 7);
    }
}
