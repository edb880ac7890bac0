package nl.mtvp.payment.contract.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.payment.contract.db.ContractRepository.Known;

/**
 * contract-service's facts in our tables. A withdrawal ends a row's being known; nothing is erased. Where only some
 * days change, of who holds a contract (D35) or of what is agreed beside it (D32, D49), what was known is closed, and
 * the days that are left are written anew, known since the beginning.
 */
@ApplicationScoped
public class ContractRepository {

    /** How a fact that is one row is put down. An annulment ends a contract from its own first day on, so that it is in force on none. */
    private static final Map<Class<? extends Told.Row>, String> ADDED = Map.of(
            Told.Annulled.class,
            """
            insert into contract_end
                (id, contract_id, uzovi, valid, kind, reason, known, known_at_source)
            select :annulmentId, c.id, c.uzovi, daterange(lower(c.valid), null), 'ANNULLED',
                :reason, tstzrange(:knownAt, null), :knownAtSource
            from contract c where c.id = :contractId
            """,
            Told.Stopped.class,
            """
            insert into contract_stop (id, contract_id, uzovi, valid, grounds, known, known_at_source)
            values (:stopId, :contractId, :uzovi, daterange(:stoppedFrom, null), :grounds,
                tstzrange(:knownAt, null), :knownAtSource)
            """,
            Told.Ended.class,
            """
            insert into contract_end (id, contract_id, uzovi, valid, kind, known, known_at_source)
            values (:endId, :contractId, :uzovi, daterange(:endedFrom, null), :kind,
                tstzrange(:knownAt, null), :knownAtSource)
            """,
            Told.ClawbackOrdered.class,
            """
            insert into clawback
                (id, contract_id, uzovi, valid, ten_thousandths, grounds, known, known_at_source)
            values (:clawbackId, :contractId, :uzovi,
                daterange(:clawedBackFrom, :clawedBackUntil), :tenThousandths, :grounds,
                tstzrange(:knownAt, null), :knownAtSource)
            """,
            Told.OffsetAgreed.class,
            """
            insert into contract_offset (id, contract_id, uzovi, agreement_id, cents_per_quarter,
                valid, known, first_known_at, known_at_source)
            values (:offsetId, :contractId, :uzovi, :agreementId, :amountPerQuarter,
                daterange(:offsetFrom, :offsetUntil), tstzrange(:knownAt, null), :knownAt, :knownAtSource)
            """,
            Told.ShareAgreed.class,
            """
            insert into rho_share (id, contract_id, uzovi, rho, ten_thousandths, cents_per_ion,
                valid, known, first_known_at, known_at_source)
            values (:shareId, :contractId, :uzovi, :rho, :tenThousandths, :amountPerIon,
                daterange(:shareFrom, :shareUntil), tstzrange(:knownAt, null), :knownAt, :knownAtSource)
            """);

    private final Sql sql;

    ContractRepository(Sql sql) {
        this.sql = sql;
    }

    /** When a fact was recorded here, and when its source knew it (D54). */
    public record Known(Instant knownAt, Instant knownAtSource) {}

    /** @return false when there is no such contract */
    public boolean add(Told.Row told, Known known) {
        return changedOne(ADDED.get(told.getClass()), told, known);
    }

    /** A contract, which who accepted it holds from its start on. */
    public boolean add(Told.Accepted accepted, Known known) {
        return changedOne(
                        """
                insert into contract (id, uzovi, agb, kvk, rho, region, valid, known, known_at_source)
                values (:contractId, :uzovi, :agb, :kvk, :rho, :region, daterange(:startsOn, null),
                    tstzrange(:knownAt, null), :knownAtSource)
                """,
                        accepted,
                        known)
                && changedOne(
                        """
                    insert into contract_holder (id, contract_id, uzovi, agb, kvk, valid, known,
                        first_known_at, known_at_source)
                    values (:contractId, :contractId, :uzovi, :agb, :kvk, daterange(:startsOn, null),
                        tstzrange(:knownAt, null), :knownAt, :knownAtSource)
                    """,
                        accepted,
                        known);
    }

    private boolean changedOne(String statement, Told told, Known known) {
        return sql.update(statement).bindMethods(told).bindMethods(known).execute() == 1;
    }

    /** @return false when there is no such stop, or it was withdrawn before */
    public boolean withdraw(Told.StopWithdrawn told, Known known) {
        return withdraw("contract_stop", told, known);
    }

    /** @return false when there is no such end, or it was withdrawn before */
    public boolean withdraw(Told.EndWithdrawn told, Known known) {
        return withdraw("contract_end", told, known);
    }

    /** @return false when there is no such clawback, or it was withdrawn before */
    public boolean withdraw(Told.ClawbackWithdrawn told, Known known) {
        return withdraw("clawback", told, known);
    }

    private boolean withdraw(String table, Told told, Known known) {
        return sql.update(
                                """
                                update <table> set known = tstzrange(lower(known), :knownAt),
                                    withdrawal_reason = :reason, withdrawn_at_source = :knownAtSource
                                where id = :id and upper_inf(known)
                                """)
                        .define("table", table)
                        .bindMethods(told)
                        .bindMethods(known)
                        .execute()
                == 1;
    }

    /** @return false when the old AGB does not hold the contract on that day */
    public boolean succeed(Told.Succeeded succeeded, Known known) {
        boolean closed = changedOne(
                """
                update contract_holder set known = tstzrange(lower(known), :knownAt)
                where contract_id = :contractId and agb = :oldAgb and valid @> :from and upper_inf(known)
                """,
                succeeded,
                known);
        if (!closed) {
            return false;
        }
        sql.update(
                        """
                        insert into contract_holder (id, contract_id, uzovi, agb, kvk, valid, known, first_known_at,
                            known_at_source)
                        select h.id, h.contract_id, h.uzovi, h.agb, h.kvk, daterange(lower(h.valid), :from),
                            tstzrange(:knownAt, null), h.first_known_at, h.known_at_source
                        from contract_holder h
                        where h.contract_id = :contractId and h.valid @> :from and upper(h.known) = :knownAt
                          and lower(h.valid) < :from
                        union all
                        select :successionId, h.contract_id, h.uzovi, :newAgb, h.kvk,
                            daterange(:from, upper(h.valid)), tstzrange(:knownAt, null), :knownAt, :knownAtSource
                        from contract_holder h
                        where h.contract_id = :contractId and h.valid @> :from and upper(h.known) = :knownAt
                        """)
                .bindMethods(succeeded)
                .bindMethods(known)
                .execute();
        return true;
    }

    /** @return false when no such offset is known that holds on that day or later */
    public boolean end(Told.OffsetEnded told, Known known) {
        return end("contract_offset", "agreement_id, cents_per_quarter", told, known);
    }

    /** @return false when no such share is known that holds on that day or later */
    public boolean end(Told.ShareEnded told, Known known) {
        return end("rho_share", "rho, ten_thousandths, cents_per_ion", told, known);
    }

    private boolean end(String table, String what, Told told, Known known) {
        int closed = sql.update(
                        """
                        update <table> set known = tstzrange(lower(known), :knownAt), end_reason = :reason,
                            ended_at_source = :knownAtSource
                        where id = :id and upper_inf(known) and valid && daterange(:until, null)
                        """)
                .define("table", table)
                .bindMethods(told)
                .bindMethods(known)
                .execute();
        if (closed != 1) {
            return false;
        }
        sql.update(
                        """
                        insert into <table> (id, contract_id, uzovi, <what>, valid, known, first_known_at,
                            known_at_source)
                        select id, contract_id, uzovi, <what>, daterange(lower(valid), :until),
                            tstzrange(:knownAt, null), first_known_at, known_at_source
                        from <table> where id = :id and upper(known) = :knownAt and lower(valid) < :until
                        """)
                .define("table", table)
                .define("what", what)
                .bindMethods(told)
                .bindMethods(known)
                .execute();
        return true;
    }
}
