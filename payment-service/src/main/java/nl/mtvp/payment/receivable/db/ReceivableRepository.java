package nl.mtvp.payment.receivable.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.identity.Deed;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.payment.ledger.domain.Creditor;
import nl.mtvp.payment.receivable.domain.Receivables.Succession;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * What creditors that owe depend on beside the ledger: successions of AGB codes, and what came back from collection
 * (D50).
 */
@ApplicationScoped
public class ReceivableRepository {

    private final Sql sql;

    ReceivableRepository(Sql sql) {
        this.sql = sql;
    }

    /**
     * Which AGB codes follow which, read from who holds a contract on which days (D35): those that began on a day or
     * before it, earliest first. A code that still holds a contract keeps its balance, and 00000000 is no KvK number
     * that two could share.
     */
    public List<Succession> successions(Uzovi uzovi, LocalDate day) {
        return sql.query(
                        """
                        select distinct on (began_on, predecessor) predecessor, successor from (
                            select old.agb as predecessor, new.agb as successor, lower(new.valid) as began_on
                            from contract_holder old
                            join contract_holder new
                              on new.contract_id = old.contract_id and lower(new.valid) = upper(old.valid)
                            where old.uzovi = :uzovi and upper_inf(old.known) and upper_inf(new.known)
                              and old.agb <> new.agb and old.kvk = new.kvk and old.kvk <> '00000000'
                              and lower(new.valid) <= :day
                              and not exists (select from contract_holder still
                                              where still.uzovi = old.uzovi and still.agb = old.agb
                                                and upper_inf(still.known) and still.valid @> cast(:day as date))) s
                        order by began_on, predecessor, successor
                        """)
                .bind("uzovi", uzovi)
                .bind("day", day)
                .map(ConstructorMapper.of(Succession.class))
                .list();
    }

    /** Notes who took what back from collection, and why. */
    public void addReturn(UUID posting, Creditor creditor, long cents, String reason, Deed returned) {
        sql.update(
                        """
                        insert into collection_return (posting_id, creditor, cents, reason, returned_by, returned_at)
                        values (:posting, :creditor, :cents, :reason, :by, :at)
                        """)
                .bind("posting", posting)
                .bind("creditor", creditor.account())
                .bind("cents", cents)
                .bind("reason", reason)
                .bindMethods(returned)
                .execute();
    }
}
