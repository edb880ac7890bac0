package nl.mtvp.payment.contract.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.payment.contract.db.ContractRepository.Accepted;
import nl.mtvp.payment.contract.db.ContractRepository.Known;

/**
 * Who holds a contract on which days (D35). A succession closes what was known of the old holder and writes it anew in
 * two: the days up to the succession, and those of the new holder.
 */
@ApplicationScoped
public class HolderRepository {

    private final Sql sql;

    HolderRepository(Sql sql) {
        this.sql = sql;
    }

    /** Another AGB continues a contract from a quarter's first day on; within the same enterprise, so the KvK stays. */
    public record Succeeded(UUID successionId, UUID contractId, Agb oldAgb, Agb newAgb, LocalDate from) {}

    /** Who accepted a contract holds it from its start on. */
    public boolean add(Accepted accepted, Known known) {
        return sql.update(
                                """
                                insert into contract_holder (id, contract_id, uzovi, agb, kvk, valid, known,
                                    first_known_at, known_at_source)
                                values (:contractId, :contractId, :uzovi, :agb, :kvk, daterange(:startsOn, null),
                                    tstzrange(:knownAt, null), :knownAt, :knownAtSource)
                                """)
                        .bindMethods(accepted)
                        .bindMethods(known)
                        .execute()
                == 1;
    }

    /** @return false when the old AGB does not hold the contract on that day */
    public boolean succeed(Succeeded succeeded, Known known) {
        int closed = sql.update(
                        """
                        update contract_holder set known = tstzrange(lower(known), :knownAt)
                        where contract_id = :contractId and agb = :oldAgb and valid @> :from and upper_inf(known)
                        """)
                .bindMethods(succeeded)
                .bindMethods(known)
                .execute();
        if (closed != 1) {
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
}
