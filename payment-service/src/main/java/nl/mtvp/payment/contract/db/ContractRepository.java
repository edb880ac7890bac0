package nl.mtvp.payment.contract.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Kvk;
import nl.mtvp.kernel.identity.Uzovi;

/** contract-service's facts in our tables. A withdrawal ends a row's being known; nothing is erased. */
@ApplicationScoped
public class ContractRepository {

    private final Sql sql;

    ContractRepository(Sql sql) {
        this.sql = sql;
    }

    /** When a fact was recorded here, and when its source knew it (D54). */
    public record Known(Instant knownAt, Instant knownAtSource) {}

    /** A contract as its acceptance told. */
    public record Accepted(
            UUID contractId, Uzovi uzovi, Agb agb, Kvk kvk, String rho, String region, LocalDate startsOn) {}

    /** A contract that both parties undid (D28). */
    public record Annulled(UUID annulmentId, UUID contractId, String reason) {}

    /** A stop of a contract from a day on. */
    public record Stopped(UUID stopId, UUID contractId, Uzovi uzovi, LocalDate stoppedFrom, String grounds) {}

    /** An end of a contract from a day on: by notice, closing, merger or its end date (D35). */
    public record Ended(UUID endId, UUID contractId, Uzovi uzovi, LocalDate endedFrom, String kind) {}

    /** A clawback over a period, in ten-thousandths. */
    public record ClawbackOrdered(
            UUID clawbackId,
            UUID contractId,
            Uzovi uzovi,
            LocalDate clawedBackFrom,
            LocalDate clawedBackUntil,
            int tenThousandths,
            String grounds) {}

    public boolean add(Accepted accepted, Known known) {
        return sql.update(
                                """
                                insert into contract (id, uzovi, agb, kvk, rho, region, valid, known, known_at_source)
                                values (:contractId, :uzovi, :agb, :kvk, :rho, :region, daterange(:startsOn, null),
                                    tstzrange(:knownAt, null), :knownAtSource)
                                """)
                        .bindMethods(accepted)
                        .bindMethods(known)
                        .execute()
                == 1;
    }

    /**
     * Ends a contract from its own first day on, so that it is in force on none.
     *
     * @return false when there is no such contract
     */
    public boolean annul(Annulled annulled, Known known) {
        return sql.update(
                                """
                                insert into contract_end
                                    (id, contract_id, uzovi, valid, kind, reason, known, known_at_source)
                                select :annulmentId, c.id, c.uzovi, daterange(lower(c.valid), null), 'ANNULLED',
                                    :reason, tstzrange(:knownAt, null), :knownAtSource
                                from contract c where c.id = :contractId
                                """)
                        .bindMethods(annulled)
                        .bindMethods(known)
                        .execute()
                == 1;
    }

    public boolean add(Stopped stopped, Known known) {
        return sql.update(
                                """
                                insert into contract_stop (id, contract_id, uzovi, valid, grounds, known, known_at_source)
                                values (:stopId, :contractId, :uzovi, daterange(:stoppedFrom, null), :grounds,
                                    tstzrange(:knownAt, null), :knownAtSource)
                                """)
                        .bindMethods(stopped)
                        .bindMethods(known)
                        .execute()
                == 1;
    }

    public boolean add(Ended ended, Known known) {
        return sql.update(
                                """
                                insert into contract_end (id, contract_id, uzovi, valid, kind, known, known_at_source)
                                values (:endId, :contractId, :uzovi, daterange(:endedFrom, null), :kind,
                                    tstzrange(:knownAt, null), :knownAtSource)
                                """)
                        .bindMethods(ended)
                        .bindMethods(known)
                        .execute()
                == 1;
    }

    public boolean add(ClawbackOrdered ordered, Known known) {
        return sql.update(
                                """
                                insert into clawback
                                    (id, contract_id, uzovi, valid, ten_thousandths, grounds, known, known_at_source)
                                values (:clawbackId, :contractId, :uzovi,
                                    daterange(:clawedBackFrom, :clawedBackUntil), :tenThousandths, :grounds,
                                    tstzrange(:knownAt, null), :knownAtSource)
                                """)
                        .bindMethods(ordered)
                        .bindMethods(known)
                        .execute()
                == 1;
    }

    /** @return false when there is no such stop, or it was withdrawn before */
    public boolean withdrawStop(UUID stopId, String reason, Known known) {
        return withdraw("contract_stop", stopId, reason, known);
    }

    /** @return false when there is no such end, or it was withdrawn before */
    public boolean withdrawEnd(UUID endId, String reason, Known known) {
        return withdraw("contract_end", endId, reason, known);
    }

    /** @return false when there is no such clawback, or it was withdrawn before */
    public boolean withdrawClawback(UUID clawbackId, String reason, Known known) {
        return withdraw("clawback", clawbackId, reason, known);
    }

    private boolean withdraw(String table, UUID id, String reason, Known known) {
        return sql.update(
                                """
                                update <table> set known = tstzrange(lower(known), :knownAt),
                                    withdrawal_reason = :reason, withdrawn_at_source = :knownAtSource
                                where id = :id and upper_inf(known)
                                """)
                        .define("table", table)
                        .bind("id", id)
                        .bind("reason", reason)
                        .bindMethods(known)
                        .execute()
                == 1;
    }
}
