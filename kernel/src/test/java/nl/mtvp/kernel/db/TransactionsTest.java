package nl.mtvp.kernel.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TokenResource;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;
import org.threeten.extra.YearQuarter;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class TransactionsTest {

    @Inject
    Sql sql;

    @Inject
    Transactions transactions;

    @Test
    void a_deadlock_is_tried_again_and_both_come_through() throws Exception {
        var one = insert("01440001");
        var two = insert("01440002");
        var tries = new AtomicInteger();
        var bothHoldOne = new CyclicBarrier(2);
        var threads = Executors.newFixedThreadPool(2);
        try {
            var forth = threads.submit(() -> transactions.perform(() -> lockBoth(one, two, tries, bothHoldOne)));
            var back = threads.submit(() -> transactions.perform(() -> lockBoth(two, one, tries, bothHoldOne)));
            forth.get(60, TimeUnit.SECONDS);
            back.get(60, TimeUnit.SECONDS);
        } finally {
            threads.shutdownNow();
        }
        assertTrue(tries.get() > 2, "one of them was the deadlock's victim");
        assertEquals(3, version(one));
        assertEquals(3, version(two));
    }

    @Test
    void a_nested_call_joins_and_falls_with_the_whole() {
        var id = UUID.randomUUID();
        assertThrows(
                IllegalStateException.class,
                () -> transactions.perform(() -> {
                    transactions.perform(() -> insert(id, "01440003"));
                    throw new IllegalStateException("the outer one fails");
                }));
        assertEquals(0, count(id));
    }

    @Test
    void work_done_apart_stays_when_the_whole_falls_and_is_seen_before_it_ends() {
        var within = UUID.randomUUID();
        var apart = UUID.randomUUID();
        assertThrows(
                IllegalStateException.class,
                () -> transactions.perform(() -> {
                    insert(within, "01440004");
                    long whole = backend();
                    transactions.apart(() -> transactions.run(() -> {
                        insert(apart, "01440005");
                        return null;
                    }));
                    assertEquals(
                            1, CompletableFuture.supplyAsync(() -> count(apart)).join());
                    transactions.perform(() -> assertEquals(whole, backend()));
                    throw new IllegalStateException("the outer one fails");
                }));
        assertEquals(0, count(within));
        assertEquals(1, count(apart));
    }

    @Test
    void the_database_holds_the_form_of_identifiers_and_peildata() {
        assertRefused("insert into trial values (gen_random_uuid(), '333', '01440004', 1, '2023-04-01')");
        assertRefused("insert into trial values (gen_random_uuid(), '3332', '0144000', 1, '2023-04-01')");
        assertRefused("insert into trial values (gen_random_uuid(), '3332', '01440004', 1, '2023-05-01')");
    }

    @Test
    void the_application_role_owns_nothing() {
        assertRefused("alter table trial add column more text");
        assertRefused("drop table trial");
        assertRefused("delete from trial");
    }

    private void assertRefused(String statement) {
        assertThrows(JdbiException.class, () -> transactions.perform(() -> sql.execute(statement)), statement);
    }

    private void lockBoth(UUID first, UUID second, AtomicInteger tries, CyclicBarrier bothHoldOne) {
        int attempt = tries.incrementAndGet();
        touch(first);
        if (attempt <= 2) {
            try {
                bothHoldOne.await(10, TimeUnit.SECONDS);
            } catch (Exception failure) {
                throw new IllegalStateException(failure);
            }
        }
        touch(second);
    }

    private void touch(UUID id) {
        sql.update("update trial set version = version + 1 where id = :id")
                .bind("id", id)
                .execute();
    }

    private UUID insert(String agb) {
        var id = UUID.randomUUID();
        transactions.perform(() -> insert(id, agb));
        return id;
    }

    private void insert(UUID id, String agb) {
        sql.update("insert into trial (id, uzovi, agb, cents, starts) values (:id, :uzovi, :agb, 1, :quarter)")
                .bind("id", id)
                .bind("uzovi", new Uzovi("4444"))
                .bind("agb", new Agb(agb))
                .bind("quarter", YearQuarter.of(2023, 2))
                .execute();
    }

    private long version(UUID id) {
        return transactions.run(() -> sql.query("select version from trial where id = :id")
                .bind("id", id)
                .mapTo(Long.class)
                .one());
    }

    /** The connection's process. */
    private long backend() {
        return sql.query("select pg_backend_pid()").mapTo(Long.class).one();
    }

    private int count(UUID id) {
        return transactions.run(() -> sql.query("select count(*) from trial where id = :id")
                .bind("id", id)
                .mapTo(Integer.class)
                .one());
    }
}
