package nl.mtvp.payment.fact.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.InvalidInput;
import nl.mtvp.kernel.identity.Uzovi;

/**
 * The clock by which facts are recorded (D54): the moments of one insurer rise in the order of commits, and a moment
 * that was answered about is never given out again. A writer does its long work first, takes its moment, and commits.
 */
@ApplicationScoped
public class FactClock {

    /** As known at the end of time: everything that is recorded, without a promise that it stays the answer. */
    public static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private final Sql sql;

    FactClock(Sql sql) {
        this.sql = sql;
    }

    /** The moment at which a fact of this insurer is recorded. */
    public Instant record(Uzovi uzovi, Instant now) {
        var moment = moment(uzovi, now);
        sql.update("update fact_clock set last_fact = last_known where uzovi = :uzovi")
                .bind("uzovi", uzovi)
                .execute();
        return moment;
    }

    /** A moment of this insurer at which no fact is recorded: a run's cut-off, or a booking. */
    public Instant moment(Uzovi uzovi, Instant now) {
        return sql.query(
                        """
                        insert into fact_clock (uzovi, last_known)
                        select :uzovi, greatest(:now, last_known + interval '1 microsecond') from fact_clock_floor
                        on conflict (uzovi) do update
                        set last_known = greatest(:now, fact_clock.last_known + interval '1 microsecond')
                        returning last_known
                        """)
                .bind("uzovi", uzovi)
                .bind("now", now)
                .mapTo(Instant.class)
                .one();
    }

    /** When the newest fact of this insurer was recorded. Waits for writers under way and holds new ones off. */
    public Optional<Instant> lastFact(Uzovi uzovi) {
        return sql.query("select last_fact from fact_clock where uzovi = :uzovi for update")
                .bind("uzovi", uzovi)
                .mapTo(Instant.class)
                .findOne();
    }

    /**
     * Makes the answer as known at a moment final, and gives that moment; {@link #LATEST} when none is asked for.
     *
     * @param uzovi whose facts are asked about; null for those of all insurers
     * @throws InvalidInput if the moment lies in the future
     */
    public Instant asKnownAt(Uzovi uzovi, Instant knownAt, Instant now) {
        if (knownAt == null) {
            return LATEST;
        }
        if (knownAt.isAfter(now)) {
            throw new InvalidInput(Fault.inQuery(
                    "knownAt", "in-the-future", "what will be known is not known: knownAt is at most now (D54)"));
        }
        if (uzovi == null) {
            raiseAll(knownAt);
        } else {
            raise(uzovi, knownAt);
        }
        return knownAt;
    }

    private void raise(Uzovi uzovi, Instant knownAt) {
        sql.update(
                        """
                        insert into fact_clock (uzovi, last_known) values (:uzovi, :knownAt)
                        on conflict (uzovi) do update set last_known = :knownAt
                        where fact_clock.last_known < :knownAt
                        """)
                .bind("uzovi", uzovi)
                .bind("knownAt", knownAt)
                .execute();
    }

    /** Waits for all writers under way, and for those of an insurer that has no row yet. */
    private void raiseAll(Instant knownAt) {
        boolean behind = sql.query(
                        """
                        select exists (select from fact_clock where last_known < :knownAt)
                               or exists (select from fact_clock_floor where last_known < :knownAt)
                        """)
                .bind("knownAt", knownAt)
                .mapTo(Boolean.class)
                .one();
        if (!behind) {
            return;
        }
        sql.execute("lock table fact_clock in share row exclusive mode");
        sql.update("update fact_clock set last_known = :knownAt where last_known < :knownAt")
                .bind("knownAt", knownAt)
                .execute();
        sql.update("update fact_clock_floor set last_known = :knownAt where last_known < :knownAt")
                .bind("knownAt", knownAt)
                .execute();
    }
}
