package nl.mtvp.payment.run.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.access.Visibility.Owner;
import nl.mtvp.kernel.db.Filters;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.payment.fact.db.Rows;
import nl.mtvp.payment.run.domain.Comparison;
import nl.mtvp.payment.run.domain.Comparison.RecomputedDifference;
import nl.mtvp.payment.run.domain.Computation;
import nl.mtvp.payment.run.domain.Proposal;
import nl.mtvp.payment.run.domain.Proposal.RunTotal;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Computations in their table, with their progress and what they came to. */
@ApplicationScoped
public class ComputationRepository {

    private static final String COMPUTATION =
            """
            select c.id, c.kind, c.run_id, c.uzovi, c.quarter, c.cut_off, c.asked_by as asked, c.asked_at, c.finished_at,
                   encode(c.proposal_hash, 'hex') as proposal_hash, c.lines, c.zero_lines, p.contracts,
                   p.contracts_done, c.attempts, c.failure, c.differences
            from computation c join computation_progress p on p.computation_id = c.id
            """;

    private final Sql sql;

    ComputationRepository(Sql sql) {
        this.sql = sql;
    }

    /** Adds one that is to be done. */
    public void add(Computation computation) {
        sql.update(
                        """
                        insert into computation (id, kind, run_id, uzovi, quarter, cut_off, asked_by, asked_at)
                        values (:id, :kind, :runId, :uzovi, :quarter, :cutOff, :asked.by, :asked.at)
                        """)
                .bindMethods(computation)
                .execute();
        sql.update("insert into computation_progress (computation_id) values (:id)")
                .bind("id", computation.id())
                .execute();
    }

    public Optional<Computation> find(UUID id) {
        return sql.query(COMPUTATION + " where c.id = :id")
                .bind("id", id)
                .map(Rows.of(Computation.class))
                .findOne();
    }

    public Optional<Computation> findPreview(UUID id, Visibility visibility) {
        var wanted = new Filters()
                .and("c.kind = 'PREVIEW'")
                .and("c.id = :id", "id", id)
                .and(visibility.of(Map.of(Owner.INSURER, "c.uzovi")));
        return sql.query(COMPUTATION + wanted.where())
                .bindMap(wanted.parameters())
                .map(Rows.of(Computation.class))
                .findOne();
    }

    /**
     * One that nobody works on, for this transaction: runs first, which money waits for. The row is held so that others
     * may still refer to it, and its run may be withdrawn meanwhile.
     */
    public Optional<Computation> claim(Instant now) {
        return sql.query(
                        COMPUTATION
                                + """
                                 where c.finished_at is null and c.attempts < :attemptsMax
                                   and coalesce(c.try_after <= :now, true)
                                   and (c.kind <> 'RUN' or exists (
                                        select from payment_run r where r.id = c.run_id and r.state = 'COMPUTING'))
                                 order by c.kind <> 'RUN', c.asked_at, c.id limit 1 for no key update of c skip locked
                                """)
                .bind("now", now)
                .bind("attemptsMax", Computation.ATTEMPTS_MAX)
                .map(Rows.of(Computation.class))
                .findOne();
    }

    /**
     * Nobody else counts what is under way for somebody until the transaction ends: of two that ask at once one counts
     * after the other's is written.
     */
    public void lockUnderWay(String askedBy) {
        sql.query("select pg_advisory_xact_lock(hashtextextended('computations of ' || :askedBy, 0))")
                .bind("askedBy", askedBy)
                .mapToMap()
                .list();
    }

    /** How many previews and recomputations of somebody are still to be done. */
    public int countUnderWay(String askedBy) {
        return sql.query(
                        """
                        select count(*) from computation
                        where asked_by = :askedBy and kind <> 'RUN' and finished_at is null and attempts < :attemptsMax
                        """)
                .bind("askedBy", askedBy)
                .bind("attemptsMax", Computation.ATTEMPTS_MAX)
                .mapTo(Integer.class)
                .one();
    }

    /** How far it is; the first time also how many contracts it is about. */
    public void progress(Computation computation, long done) {
        sql.update(
                        """
                        update computation_progress set contracts_done = :done, contracts = greatest(:done,
                            case when :done > 0 then contracts else (
                                select count(*) from contract
                                where uzovi = :uzovi and known @> cast(:cutOff as timestamptz)) end)
                        where computation_id = :id
                        """)
                .bindMethods(computation)
                .bind("done", done)
                .execute();
    }

    /** @param differences of a recomputation; null for others */
    public void finish(UUID id, Proposal proposal, String hash, Long differences, Instant now) {
        sql.update(
                        """
                        update computation
                        set finished_at = :now, proposal_hash = :hash, lines = :lines, zero_lines = :zeroLines,
                            differences = :differences
                        where id = :id
                        """)
                .bind("id", id)
                .bind("now", now)
                .bind("differences", differences)
                .bind("hash", HexFormat.of().parseHex(hash))
                .bind("lines", proposal.lines())
                .bind("zeroLines", proposal.zeroLines())
                .execute();
        var totals = sql.batch(
                """
                insert into computation_total (computation_id, quarter, cause, component, parts, cents)
                values (:id, :quarter, :cause, :component, :parts, :amount)
                """);
        proposal.totals()
                .forEach(total -> totals.bindMethods(total).bind("id", id).add());
        if (totals.size() > 0) {
            totals.execute();
        }
    }

    /** Keeps what a finished recomputation found. */
    public void differences(UUID id, Comparison comparison) {
        var batch = sql.batch(
                """
                insert into computation_difference
                    (computation_id, number, kind, contract_id, quarter, kept, recomputed)
                values (:id, :number, :kind, :contractId, :quarter, :kept, :recomputed)
                """);
        int number = 0;
        for (var difference : comparison.named()) {
            batch.bindMethods(difference)
                    .bind("id", id)
                    .bind("number", ++number)
                    .add();
        }
        if (number > 0) {
            batch.execute();
        }
    }

    public List<RecomputedDifference> differences(UUID id) {
        return sql.query(
                        """
                        select kind, contract_id, quarter, kept, recomputed from computation_difference
                        where computation_id = :id order by number
                        """)
                .bind("id", id)
                .map(ConstructorMapper.of(RecomputedDifference.class))
                .list();
    }

    /**
     * Keeps what went wrong, and when it is tried again.
     *
     * @param counts whether it is one of the attempts that it has
     * @return whether it has any left
     */
    public boolean tryAfter(UUID id, Instant tryAfter, String failure, boolean counts) {
        return sql.query(
                        """
                        update computation
                        set attempts = attempts + :attempts, try_after = :tryAfter, failure = :failure
                        where id = :id returning attempts < :attemptsMax
                        """)
                .bind("id", id)
                .bind("attempts", counts ? 1 : 0)
                .bind("tryAfter", tryAfter)
                .bind("failure", failure)
                .bind("attemptsMax", Computation.ATTEMPTS_MAX)
                .mapTo(Boolean.class)
                .one();
    }

    public List<RunTotal> totals(UUID id) {
        return sql.query(
                        """
                        select quarter, cause, component, parts, cents as amount from computation_total
                        where computation_id = :id order by quarter, cause, component
                        """)
                .bind("id", id)
                .map(ConstructorMapper.of(RunTotal.class))
                .list();
    }
}
