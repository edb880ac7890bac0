package nl.mtvp.payment.contract.db;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Kvk;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.money.Euro;
import nl.mtvp.payment.contract.db.ContractRepository.Accepted;
import nl.mtvp.payment.contract.db.ContractRepository.Known;

/**
 * contract-service's facts in our tables. A withdrawal ends a row's being known; nothing is erased. Where only some
 * days change, of who holds a contract (D35) or of what is agreed beside it (D32, D49), what was known is closed, and
 * the days that are left are written anew, known since the beginning.
 */
@ApplicationScoped
public class ContractRepository {

    /** How a fact that is one row is put down. An annulment ends a contract from its own first day on, so that it is in force on none. */
    private static final Map<Class<? extends Told>, String> ADDED = Map.of(
            Annulled.class,
            """
            insert into contract_end
                (id, contract_id, uzovi, valid, kind, reason, known, known_at_source)
            select :annulmentId, c.id, c.uzovi, daterange(lower(c.valid), null), 'ANNULLED',
                :reason, tstzrange(:knownAt, null), :knownAtSource
            from contract c where c.id = :contractId
            """,
            Stopped.class,
            """
            insert into contract_stop (id, contract_id, uzovi, valid, grounds, known, known_at_source)
            values (:stopId, :contractId, :uzovi, daterange(:stoppedFrom, null), :grounds,
                tstzrange(:knownAt, null), :knownAtSource)
            """,
            Ended.class,
            """
            insert into contract_end (id, contract_id, uzovi, valid, kind, known, known_at_source)
            values (:endId, :contractId, :uzovi, daterange(:endedFrom, null), :kind,
                tstzrange(:knownAt, null), :knownAtSource)
            """,
            ClawbackOrdered.class,
            """
            insert into clawback
                (id, contract_id, uzovi, valid, ten_thousandths, grounds, known, known_at_source)
            values (:clawbackId, :contractId, :uzovi,
                daterange(:clawedBackFrom, :clawedBackUntil), :tenThousandths, :grounds,
                tstzrange(:knownAt, null), :knownAtSource)
            """,
            OffsetAgreed.class,
            """
            insert into contract_offset (id, contract_id, uzovi, agreement_id, cents_per_quarter,
                valid, known, first_known_at, known_at_source)
            values (:offsetId, :contractId, :uzovi, :agreementId, :amountPerQuarter,
                daterange(:offsetFrom, :offsetUntil), tstzrange(:knownAt, null), :knownAt, :knownAtSource)
            """,
            ShareAgreed.class,
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

    /** A fact that is one row more. */
    public interface Told {}

    /** A contract as its acceptance told. */
    public record Accepted(
            UUID contractId, Uzovi uzovi, Agb agb, Kvk kvk, String rho, String region, LocalDate startsOn) {}

    /** A contract that both parties undid (D28). */
    public record Annulled(UUID annulmentId, UUID contractId, String reason) implements Told {}

    /** A stop of a contract from a day on. */
    public record Stopped(UUID stopId, UUID contractId, Uzovi uzovi, LocalDate stoppedFrom, String grounds)
            implements Told {}

    /** An end of a contract from a day on: by notice, closing, merger or its end date (D35). */
    public record Ended(UUID endId, UUID contractId, Uzovi uzovi, LocalDate endedFrom, String kind) implements Told {}

    /** A stop was taken back. */
    public record StopWithdrawn(@JsonProperty("stopId") UUID id, String reason) {}

    /** An end was taken back. */
    public record EndWithdrawn(@JsonProperty("endId") UUID id, String reason) {}

    /** A clawback was taken back. */
    public record ClawbackWithdrawn(@JsonProperty("clawbackId") UUID id, String reason) {}

    /** A clawback over a period. */
    public record ClawbackOrdered(
            UUID clawbackId,
            UUID contractId,
            Uzovi uzovi,
            LocalDate clawedBackFrom,
            LocalDate clawedBackUntil,
            String percentage,
            String grounds)
            implements Told {

        public int tenThousandths() {
            return exactly(percentage);
        }
    }

    /** Another AGB continues a contract from a quarter's first day on; within the same enterprise, so the KvK stays. */
    public record Succeeded(UUID successionId, UUID contractId, Agb oldAgb, Agb newAgb, LocalDate from) {}

    /** What parties agree is known over there since they did, which the event says beside when it was logged. */
    public interface Agreed {
        Instant knownAtSource();
    }

    /**
     * A contract deducts an amount per quarter.
     *
     * @param offsetUntil the first day on which it does not; empty while that is open
     */
    public record OffsetAgreed(
            UUID offsetId,
            UUID contractId,
            Uzovi uzovi,
            UUID agreementId,
            Euro amountPerQuarter,
            LocalDate offsetFrom,
            Optional<LocalDate> offsetUntil,
            Instant knownAtSource)
            implements Agreed, Told {}

    /**
     * A part of what a contract pays goes to the RHO: a percentage, or an amount per ION.
     *
     * @param shareUntil the first day on which it does not; empty while that is open
     */
    public record ShareAgreed(
            UUID shareId,
            UUID contractId,
            Uzovi uzovi,
            String rho,
            Optional<String> percentage,
            Optional<Euro> amountPerIon,
            LocalDate shareFrom,
            Optional<LocalDate> shareUntil,
            Instant knownAtSource)
            implements Agreed, Told {

        public Integer tenThousandths() {
            return percentage.map(ContractRepository::exactly).orElse(null);
        }
    }

    /** A contract deducts no more from a day on. */
    public record OffsetEnded(
            @JsonProperty("offsetId") UUID id,
            @JsonProperty("offsetUntil") LocalDate until,
            String reason,
            Instant knownAtSource)
            implements Agreed {}

    /** The RHO has no part of a contract any more from a day on. */
    public record ShareEnded(
            @JsonProperty("shareId") UUID id,
            @JsonProperty("shareUntil") LocalDate until,
            String reason,
            Instant knownAtSource)
            implements Agreed {}

    /** @throws ArithmeticException if a percentage has more than two decimals: it is never rounded */
    private static int exactly(String percentage) {
        return new BigDecimal(percentage).movePointRight(2).intValueExact();
    }

    /** @return false when there is no such contract */
    public boolean add(Told told, Known known) {
        return changedOne(ADDED.get(told.getClass()), told, known);
    }

    /** A contract, which who accepted it holds from its start on. */
    public boolean add(Accepted accepted, Known known) {
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

    private boolean changedOne(String statement, Object told, Known known) {
        return sql.update(statement).bindMethods(told).bindMethods(known).execute() == 1;
    }

    /** @return false when there is no such stop, or it was withdrawn before */
    public boolean withdraw(StopWithdrawn told, Known known) {
        return withdraw("contract_stop", told, known);
    }

    /** @return false when there is no such end, or it was withdrawn before */
    public boolean withdraw(EndWithdrawn told, Known known) {
        return withdraw("contract_end", told, known);
    }

    /** @return false when there is no such clawback, or it was withdrawn before */
    public boolean withdraw(ClawbackWithdrawn told, Known known) {
        return withdraw("clawback", told, known);
    }

    private boolean withdraw(String table, Object told, Known known) {
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
    public boolean succeed(Succeeded succeeded, Known known) {
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
    public boolean end(OffsetEnded told, Known known) {
        return end("contract_offset", "agreement_id, cents_per_quarter", told, known);
    }

    /** @return false when no such share is known that holds on that day or later */
    public boolean end(ShareEnded told, Known known) {
        return end("rho_share", "rho, ten_thousandths, cents_per_ion", told, known);
    }

    private boolean end(String table, String what, Object told, Known known) {
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
