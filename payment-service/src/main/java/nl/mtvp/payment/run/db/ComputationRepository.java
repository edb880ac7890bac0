package nl.mtvp.payment.run.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.payment.run.domain.Computation;
import nl.mtvp.payment.run.domain.Proposal;
import nl.mtvp.payment.run.domain.RunTotal;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Computations in their table, with their progress and what they came to. */
@ApplicationScoped
public class ComputationRepository {

    private static final String COMPUTATION =
            """
            select c.id, c.kind, c.run_id, c.uzovi, c.quarter, c.cut_off, c.asked_by, c.asked_at, c.finished_at,
                   encode(c.proposal_hash, 'hex') as proposal_hash, c.lines, c.zero_lines, p.contracts,
                   p.contracts_done, c.attempts, c.failure
            from computation c join computation_progress p on p.computation_id = c.id
            """;

    /** Adds one that is to be done. */
    public void add(Handle tx, Computation computation) {
        tx.createUpdate(
                        """
                        insert into computation (id, kind, run_id, uzovi, quarter, cut_off, asked_by, asked_at)
                        values (:id, :kind, :runId, :uzovi, :quarter, :cutOff, :askedBy, :askedAt)
                        """)
                .bindMethods(computation)
                .execute();
        tx.createUpdate("insert into computation_progress (computation_id) values (:id)")
                .bind("id", computation.id())
                .execute();
    }

    public Optional<Computation> withId(Handle tx, UUID id) {
        return tx.createQuery(COMPUTATION + " where c.id = :id")
                .bind("id", id)
                .map(ConstructorMapper.of(Computation.class))
                .findOne();
    }

    /**
     * One that nobody works on, for this transaction. The row is held so that others may still refer to it, and its
     * run may be withdrawn meanwhile.
     */
    public Optional<Computation> claim(Handle tx, Instant now) {
        return tx.createQuery(
                        COMPUTATION
                                + """
                                 where c.finished_at is null and coalesce(c.try_after <= :now, true)
                                   and (c.kind <> 'RUN' or exists (
                                        select from payment_run r where r.id = c.run_id and r.state = 'COMPUTING'))
                                 order by c.asked_at, c.id limit 1 for no key update of c skip locked
                                """)
                .bind("now", now)
                .map(ConstructorMapper.of(Computation.class))
                .findOne();
    }

    /** How many contracts it is about. */
    public long contracts(Handle tx, Computation computation) {
        return tx.createQuery(
                        """
                        select count(distinct id) from contract
                        where uzovi = :uzovi and known @> cast(:cutOff as timestamptz)
                        """)
                .bindMethods(computation)
                .mapTo(Long.class)
                .one();
    }

    public void progress(Handle tx, UUID id, long contracts, long done) {
        tx.createUpdate(
                        """
                        update computation_progress set contracts = greatest(:contracts, :done), contracts_done = :done
                        where computation_id = :id
                        """)
                .bind("id", id)
                .bind("contracts", contracts)
                .bind("done", done)
                .execute();
    }

    public void finish(Handle tx, UUID id, Proposal proposal, String hash, Instant now) {
        tx.createUpdate(
                        """
                        update computation
                        set finished_at = :now, proposal_hash = :hash, lines = :lines, zero_lines = :zeroLines
                        where id = :id
                        """)
                .bind("id", id)
                .bind("now", now)
                .bind("hash", HexFormat.of().parseHex(hash))
                .bind("lines", proposal.lines())
                .bind("zeroLines", proposal.zeroLines())
                .execute();
        var totals = tx.prepareBatch(
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

    public void tryAfter(Handle tx, UUID id, Instant tryAfter, String failure) {
        tx.createUpdate(
                        """
                        update computation set attempts = attempts + 1, try_after = :tryAfter, failure = :failure
                        where id = :id
                        """)
                .bind("id", id)
                .bind("tryAfter", tryAfter)
                .bind("failure", failure)
                .execute();
    }

    public List<RunTotal> totals(Handle tx, UUID id) {
        return tx.createQuery(
                        """
                        select quarter, cause, component, parts, cents as amount from computation_total
                        where computation_id = :id order by quarter, cause, component
                        """)
                .bind("id", id)
                .map(ConstructorMapper.of(RunTotal.class))
                .list();
    }
}
