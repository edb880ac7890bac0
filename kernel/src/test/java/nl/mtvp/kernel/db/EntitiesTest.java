package nl.mtvp.kernel.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.failure.InvalidInput;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.money.Euro;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TokenResource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.hibernate.Session;
import org.hibernate.cfg.Configuration;
import org.hibernate.tool.schema.spi.SchemaManagementException;
import org.junit.jupiter.api.Test;
import org.threeten.extra.LocalDateRange;
import org.threeten.extra.YearQuarter;

/** Entities in the transactions that SQL has: which is one and the same. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class EntitiesTest {

    private static final Visibility ALL = Visibility.EVERYTHING;

    @Inject
    Transactions transactions;

    @Inject
    Session session;

    @Inject
    Sql sql;

    @Inject
    TrialRepository trials;

    @Test
    void entities_and_sql_share_one_connection_and_sql_sees_what_entities_wrote() {
        var trial = new Trial(new Uzovi("5501"), "01550101");
        transactions.perform(() -> {
            session.persist(trial);
            var seen = sql.query("select pg_backend_pid() from trial where id = :id")
                    .bind("id", trial.id)
                    .mapTo(Integer.class)
                    .one();
            var hibernates = session.createNativeQuery("select pg_backend_pid()", Integer.class)
                    .getSingleResult();
            assertEquals(seen, hibernates);
        });
        var read = transactions.run(() -> trials.findById(trial.id));
        assertEquals(new Euro(12), read.cents);
        assertEquals(YearQuarter.of(2023, 2), read.starts);
        assertEquals(new Agb("01550101"), read.agb);
    }

    @Test
    void a_statement_that_is_planned_anew_leaves_no_plan_to_be_used_again() {
        transactions.perform(() -> {
            for (int time = 1; time <= 12; time++) {
                sql.query("select 1 as kept").mapTo(Integer.class).one();
                sql.plannedAnew("select 2 as anew").mapTo(Integer.class).one();
            }
            assertEquals(
                    List.of("select 1 as kept"),
                    sql.query("select statement from pg_prepared_statements where statement like 'select _ as ____'")
                            .mapTo(String.class)
                            .list());
        });
    }

    @Test
    void what_entities_and_sql_wrote_falls_with_the_whole() {
        var trial = new Trial(new Uzovi("5502"), "01550201");
        assertThrows(
                IllegalStateException.class,
                () -> transactions.perform(() -> {
                    trials.add(trial);
                    sql.execute("update trial set version = 7 where id = ?", trial.id);
                    throw new IllegalStateException("it fails");
                }));
        assertNull(transactions.run(() -> trials.findById(trial.id)));
    }

    @Test
    void a_deadlock_of_entities_is_tried_again_from_the_use_case_on() throws Exception {
        var one = new Trial(new Uzovi("5503"), "01550301");
        var two = new Trial(new Uzovi("5503"), "01550302");
        transactions.perform(() -> List.of(one, two).forEach(trials::add));
        var tries = new AtomicInteger();
        var bothHoldOne = new CyclicBarrier(2);
        Runnable meanwhile = () -> {
            if (tries.incrementAndGet() <= 2) {
                await(bothHoldOne);
            }
        };
        var threads = Executors.newFixedThreadPool(2);
        try {
            var forth = threads.submit(() -> trials.raise(one.id, meanwhile, two.id));
            var back = threads.submit(() -> trials.raise(two.id, meanwhile, one.id));
            forth.get(60, TimeUnit.SECONDS);
            back.get(60, TimeUnit.SECONDS);
        } finally {
            threads.shutdownNow();
        }
        assertTrue(tries.get() > 2, "one of them was the deadlock's victim");
        for (var trial : List.of(one, two)) {
            var read = transactions.run(() -> trials.findById(trial.id));
            assertEquals(new Euro(100), read.cents);
            assertEquals(YearQuarter.of(2024, 1), read.starts);
        }
    }

    @Test
    void a_violated_constraint_becomes_the_repositorys_refusal_and_another_one_stays_what_it_is() {
        transactions.perform(() -> trials.add(new Trial(new Uzovi("5504"), "01550401")));
        assertThrows(
                TrialRepository.PairTaken.class,
                () -> transactions.perform(() -> trials.add(new Trial(new Uzovi("5504"), "01550401"))));
        var late = new Trial(new Uzovi("5504"), "01550402");
        late.starts = null;
        var failure = assertThrows(RuntimeException.class, () -> transactions.perform(() -> session.persist(late)));
        assertTrue(String.valueOf(failure).contains("starts"), String.valueOf(failure));
    }

    @Test
    void every_value_comes_back_as_it_went() {
        var at = Instant.parse("2023-04-01T10:00:00.123456Z");
        for (var valid : List.of(
                LocalDateRange.of(LocalDate.of(2023, 1, 1), LocalDate.of(2024, 1, 1)),
                LocalDateRange.ofUnboundedEnd(LocalDate.of(2023, 1, 1)),
                LocalDateRange.ofUnboundedStart(LocalDate.of(2024, 1, 1)),
                LocalDateRange.ALL)) {
            var span = new Span(valid, at);
            transactions.perform(() -> session.persist(span));
            var read = transactions.run(() -> session.find(Span.class, span.id));
            assertEquals(valid, read.valid);
            assertEquals(span.kvk, read.kvk);
            assertEquals(span.iban, read.iban);
            assertEquals(span.big, read.big);
            assertEquals(span.digest, read.digest);
            assertEquals(at, read.at);
        }
    }

    @Test
    void a_list_pages_alike_through_entities_and_sql() {
        var uzovi = new Uzovi("5505");
        transactions.perform(() -> {
            for (int number = 1; number <= 7; number++) {
                var trial = new Trial(uzovi, "0155050" + number);
                trial.cents = new Euro(number % 2);
                session.persist(trial);
            }
        });
        var inOrder = List.of("2", "4", "6", "1", "3", "5", "7");
        assertEquals(inOrder, paged(asked -> trials.list(uzovi, ALL, asked), 3));
        assertEquals(inOrder, paged(asked -> trials.listBySql(uzovi, ALL, asked), 2));
        assertEquals(inOrder, paged(asked -> trials.list(uzovi, ALL, asked), 7));
        assertEquals(List.of(), paged(asked -> trials.list(uzovi, Visibility.NOTHING, asked), 7));
        assertEquals(List.of(), paged(asked -> trials.listBySql(uzovi, Visibility.NOTHING, asked), 7));
        for (var foreign : List.of("?", "AAAA", "MC4wMQ")) {
            assertThrows(
                    InvalidInput.class,
                    () -> transactions.run(() -> trials.list(uzovi, ALL, new PageRequest(1, foreign))));
        }
    }

    @Test
    void a_class_that_does_not_go_with_its_table_stops_the_start_and_names_table_and_column() {
        for (var misfit : Misfits.ATTRIBUTES.keySet()) {
            var refusal = assertThrows(SchemaManagementException.class, () -> start(misfit), misfit.getName());
            assertTrue(refusal.getMessage().contains("[trial]"), refusal.getMessage());
            assertTrue(refusal.getMessage().contains("[" + Misfits.ATTRIBUTES.get(misfit) + "]"), refusal.getMessage());
        }
    }

    private void start(Class<?> misfit) {
        var config = ConfigProvider.getConfig();
        var configuration = new Configuration().addInputStream(Misfits.mapping(misfit));
        for (var setting : List.of("dialect", "physical-naming-strategy")) {
            configuration.setProperty(
                    "hibernate." + setting.replace('-', '_'),
                    config.getValue("quarkus.hibernate-orm." + setting, String.class));
        }
        configuration
                .setProperty(
                        "hibernate.hbm2ddl.auto",
                        config.getValue("quarkus.hibernate-orm.schema-management.strategy", String.class))
                .setProperty("hibernate.connection.url", config.getValue("quarkus.datasource.jdbc.url", String.class))
                .setProperty("hibernate.connection.username", "app")
                .setProperty("hibernate.connection.password", "app")
                .buildSessionFactory()
                .close();
    }

    private interface Listing {
        Page<Trial> of(PageRequest asked);
    }

    /** The last digits of all AGB codes, read page by page. */
    private List<String> paged(Listing listing, int limit) {
        var found = new ArrayList<String>();
        String cursor = null;
        do {
            var asked = new PageRequest(limit, cursor);
            var page = transactions.run(() -> listing.of(asked));
            assertTrue(page.rows().size() <= limit);
            page.rows().forEach(trial -> found.add(trial.agb.code().substring(7)));
            cursor = page.next().orElse(null);
        } while (cursor != null);
        return found;
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
