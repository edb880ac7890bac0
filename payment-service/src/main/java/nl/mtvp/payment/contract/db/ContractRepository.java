package nl.mtvp.payment.contract.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Kvk;
import nl.mtvp.kernel.identity.Uzovi;
import org.jdbi.v3.core.Handle;

/** contract-service's facts in our tables. A withdrawal ends a row's being known; nothing is erased. */
@ApplicationScoped
public class ContractRepository {

    /** A contract as its acceptance told. */
    public record Accepted(
            UUID contractId, Uzovi uzovi, Agb agb, Kvk kvk, String rho, String region, LocalDate startsOn) {}

    /** A stop of a contract from a day on. */
    public record Stopped(UUID stopId, UUID contractId, Uzovi uzovi, LocalDate stoppedFrom, String grounds) {}

    /** An end of a contract from a day on: by notice, closing or its end date (D35). */
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

    public void add(Handle tx, Accepted accepted, Instant knownAt, Instant knownAtSource) {
        tx.createUpdate(
                        """
                        insert into contract (id, uzovi, agb, kvk, rho, region, valid, known, known_at_source)
                        values (:contractId, :uzovi, :agb, :kvk, :rho, :region, daterange(:startsOn, null),
                            tstzrange(:knownAt, null), :knownAtSource)
                        """)
                .bindMethods(accepted)
                .bind("knownAt", knownAt)
                .bind("knownAtSource", knownAtSource)
                .execute();
    }

    public void add(Handle tx, Stopped stopped, Instant knownAt, Instant knownAtSource) {
        tx.createUpdate(
                        """
                        insert into contract_stop (id, contract_id, uzovi, valid, grounds, known, known_at_source)
                        values (:stopId, :contractId, :uzovi, daterange(:stoppedFrom, null), :grounds,
                            tstzrange(:knownAt, null), :knownAtSource)
                        """)
                .bindMethods(stopped)
                .bind("knownAt", knownAt)
                .bind("knownAtSource", knownAtSource)
                .execute();
    }

    public void add(Handle tx, Ended ended, Instant knownAt, Instant knownAtSource) {
        tx.createUpdate(
                        """
                        insert into contract_end (id, contract_id, uzovi, valid, kind, known, known_at_source)
                        values (:endId, :contractId, :uzovi, daterange(:endedFrom, null), :kind,
                            tstzrange(:knownAt, null), :knownAtSource)
                        """)
                .bindMethods(ended)
                .bind("knownAt", knownAt)
                .bind("knownAtSource", knownAtSource)
                .execute();
    }

    public void add(Handle tx, ClawbackOrdered ordered, Instant knownAt, Instant knownAtSource) {
        tx.createUpdate(
                        """
                        insert into clawback
                            (id, contract_id, uzovi, valid, ten_thousandths, grounds, known, known_at_source)
                        values (:clawbackId, :contractId, :uzovi, daterange(:clawedBackFrom, :clawedBackUntil),
                            :tenThousandths, :grounds, tstzrange(:knownAt, null), :knownAtSource)
                        """)
                .bindMethods(ordered)
                .bind("knownAt", knownAt)
                .bind("knownAtSource", knownAtSource)
                .execute();
    }

    /** @return false when there is no such stop, or it was withdrawn before */
    public boolean withdrawStop(Handle tx, UUID stopId, String reason, Instant knownAt, Instant knownAtSource) {
        return withdraw(tx, "contract_stop", stopId, reason, knownAt, knownAtSource);
    }

    /** @return false when there is no such end, or it was withdrawn before */
    public boolean withdrawEnd(Handle tx, UUID endId, String reason, Instant knownAt, Instant knownAtSource) {
        return withdraw(tx, "contract_end", endId, reason, knownAt, knownAtSource);
    }

    /** @return false when there is no such clawback, or it was withdrawn before */
    public boolean withdrawClawback(Handle tx, UUID clawbackId, String reason, Instant knownAt, Instant knownAtSource) {
        return withdraw(tx, "clawback", clawbackId, reason, knownAt, knownAtSource);
    }

    private static boolean withdraw(
            Handle tx, String table, UUID id, String reason, Instant knownAt, Instant knownAtSource) {
        return tx.createUpdate(
                                """
                                update <table> set known = tstzrange(lower(known), :knownAt),
                                    withdrawal_reason = :reason, withdrawn_at_source = :knownAtSource
                                where id = :id and upper_inf(known)
                                """)
                        .define("table", table)
                        .bind("id", id)
                        .bind("reason", reason)
                        .bind("knownAt", knownAt)
                        .bind("knownAtSource", knownAtSource)
                        .execute()
                == 1;
    }
}
