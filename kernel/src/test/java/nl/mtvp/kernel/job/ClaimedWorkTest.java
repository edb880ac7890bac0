package nl.mtvp.kernel.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.db.Transactions;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.job.ClaimedWork.Failure;
import nl.mtvp.kernel.job.ClaimedWork.Unwanted;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TokenResource;
import org.junit.jupiter.api.Test;
import org.threeten.extra.YearQuarter;

/** All of a piece is done or nothing of it, and one that fails stops nobody. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class ClaimedWorkTest {

    @Inject
    ClaimedWork work;

    @Inject
    Transactions transactions;

    @Inject
    Sql sql;

    private final UUID piece = UUID.randomUUID();
    private final List<UUID> done = new ArrayList<>();
    private final List<Failure> failures = new ArrayList<>();

    @Test
    void a_piece_is_done_and_told_once_it_is_committed() {
        assertTrue(work.one(
                now -> Optional.of(piece),
                this::insert,
                ended -> {
                    assertEquals(1, count());
                    done.add(ended);
                },
                this::failed));
        assertEquals(List.of(piece), done);
        assertEquals(List.of(), failures);
    }

    @Test
    void nothing_is_told_when_nothing_waits_or_nothing_can_be_claimed() {
        assertFalse(work.one(now -> Optional.<UUID>empty(), this::insert, done::add, this::failed));
        assertFalse(work.<UUID>one(
                now -> {
                    throw new IllegalStateException("no claim");
                },
                this::insert,
                done::add,
                this::failed));
        assertEquals(List.of(), done);
        assertEquals(List.of(), failures);
    }

    @Test
    void what_fails_is_undone_and_noted_with_the_moment_of_its_next_turn() {
        var before = new ArrayList<Instant>();
        assertTrue(work.one(
                now -> {
                    before.add(now);
                    return Optional.of(piece);
                },
                id -> {
                    insert(id);
                    throw new IllegalStateException("halfway");
                },
                done::add,
                this::failed));
        assertEquals(0, count());
        assertEquals(List.of(), done);
        assertEquals("halfway", failures.get(0).sentence());
        assertFalse(failures.get(0).passes());
        assertTrue(failures.get(0).tryAfter().isAfter(before.get(0)));
    }

    @Test
    void what_nobody_wants_any_more_is_undone_and_is_no_failure() {
        assertTrue(work.one(
                now -> Optional.of(piece),
                id -> {
                    insert(id);
                    throw new Unwanted();
                },
                done::add,
                this::failed));
        assertEquals(0, count());
        assertEquals(List.of(), done);
        assertEquals(List.of(), failures);
    }

    @Test
    void a_failure_of_the_database_tells_its_code_only_and_may_pass() {
        assertEquals(
                "the database refused it or broke off (SQLSTATE 40001)",
                by("40001").sentence());
        assertTrue(by("40001").passes());
        assertTrue(by("08006").passes());
        assertFalse(by("57014").passes(), "a time limit is about the work");
        assertFalse(by("23505").passes());
    }

    private static Failure by(String state) {
        return new Failure(new IllegalStateException(new SQLException("rows", state)), Instant.EPOCH);
    }

    private void failed(UUID id, Failure failure) {
        assertEquals(piece, id);
        failures.add(failure);
    }

    private void insert(UUID id) {
        sql.update("insert into trial (id, uzovi, agb, cents, starts) values (:id, :uzovi, :agb, 1, :quarter)")
                .bind("id", id)
                .bind("uzovi", new Uzovi("4444"))
                .bind("agb", new Agb("01440009"))
                .bind("quarter", YearQuarter.of(2023, 2))
                .execute();
    }

    private int count() {
        return transactions.run(() -> sql.query("select count(*) from trial where id = :id")
                .bind("id", piece)
                .mapTo(Integer.class)
                .one());
    }
}
