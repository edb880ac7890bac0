package nl.mtvp.payment.contract.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.payment.contract.db.ContractRepository.Known;

/**
 * What is agreed beside a contract: offsets (D32) and shares of the RHO (D49). An early end closes what was known, and
 * writes the days that are left anew; they were known since the agreement.
 */
@ApplicationScoped
public class AgreementRepository {

    private final Sql sql;

    AgreementRepository(Sql sql) {
        this.sql = sql;
    }

    /**
     * A contract deducts an amount per quarter.
     *
     * @param until the first day on which it does not; null while that is open
     */
    public record OffsetAgreed(
            UUID offsetId,
            UUID contractId,
            Uzovi uzovi,
            UUID agreementId,
            long centsPerQuarter,
            LocalDate from,
            LocalDate until) {}

    /**
     * A part of what a contract pays goes to the RHO: a percentage, or cents per ION.
     *
     * @param until the first day on which it does not; null while that is open
     */
    public record ShareAgreed(
            UUID shareId,
            UUID contractId,
            Uzovi uzovi,
            String rho,
            Integer tenThousandths,
            Long centsPerIon,
            LocalDate from,
            LocalDate until) {}

    public boolean add(OffsetAgreed agreed, Known known) {
        return sql.update(
                                """
                                insert into contract_offset (id, contract_id, uzovi, agreement_id, cents_per_quarter,
                                    valid, known, first_known_at, known_at_source)
                                values (:offsetId, :contractId, :uzovi, :agreementId, :centsPerQuarter,
                                    daterange(:from, :until), tstzrange(:knownAt, null), :knownAt, :knownAtSource)
                                """)
                        .bindMethods(agreed)
                        .bindMethods(known)
                        .execute()
                == 1;
    }

    public boolean add(ShareAgreed agreed, Known known) {
        return sql.update(
                                """
                                insert into rho_share (id, contract_id, uzovi, rho, ten_thousandths, cents_per_ion,
                                    valid, known, first_known_at, known_at_source)
                                values (:shareId, :contractId, :uzovi, :rho, :tenThousandths, :centsPerIon,
                                    daterange(:from, :until), tstzrange(:knownAt, null), :knownAt, :knownAtSource)
                                """)
                        .bindMethods(agreed)
                        .bindMethods(known)
                        .execute()
                == 1;
    }

    /** @return false when no such offset is known that holds on that day or later */
    public boolean endOffset(UUID id, LocalDate until, String reason, Known known) {
        return end("contract_offset", "agreement_id, cents_per_quarter", id, until, reason, known);
    }

    /** @return false when no such share is known that holds on that day or later */
    public boolean endShare(UUID id, LocalDate until, String reason, Known known) {
        return end("rho_share", "rho, ten_thousandths, cents_per_ion", id, until, reason, known);
    }

    private boolean end(String table, String what, UUID id, LocalDate until, String reason, Known known) {
        int closed = sql.update(
                        """
                        update <table> set known = tstzrange(lower(known), :knownAt), end_reason = :reason,
                            ended_at_source = :knownAtSource
                        where id = :id and upper_inf(known) and valid && daterange(:until, null)
                        """)
                .define("table", table)
                .bind("id", id)
                .bind("until", until)
                .bind("reason", reason)
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
                .bind("id", id)
                .bind("until", until)
                .bindMethods(known)
                .execute();
        return true;
    }
}
