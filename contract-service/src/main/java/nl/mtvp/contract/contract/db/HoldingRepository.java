package nl.mtvp.contract.contract.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.mtvp.contract.contract.domain.Holding;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Which practice holds a contract on which days (D29, D35), in the database, which keeps them from the contracts. */
@ApplicationScoped
public class HoldingRepository implements PanacheRepositoryBase<HoldingRow, HoldingRow.Key> {

    private final Sql sql;

    HoldingRepository(Sql sql) {
        this.sql = sql;
    }

    /** The days on which these practices hold contracts with any of these insurers. */
    public List<Holding> holdings(Collection<Uzovi> uzovis, Collection<Agb> agbs) {
        return sql.query(
                        """
                        select uzovi, agb, lower(days) as "from", upper(days) as until from contract_holding
                        where uzovi = any(:uzovis) and agb = any(:agbs) and not isempty(days)
                        """)
                .bind("uzovis", uzovis.stream().map(Uzovi::code).toArray(String[]::new))
                .bind("agbs", agbs.stream().map(Agb::code).toArray(String[]::new))
                .map(ConstructorMapper.of(Holding.class))
                .list();
    }

    /**
     * The practice whose turn a day is in the chain of those that continued the contract (D35), whether or not it is in
     * force on that day; before its start, the first one.
     */
    public Agb turnOn(UUID contractId, LocalDate day) {
        return turnsOn(List.of(contractId), day).get(contractId);
    }

    /** The same of several contracts. */
    public Map<UUID, Agb> turnsOn(Collection<UUID> contractIds, LocalDate day) {
        var turns = new HashMap<UUID, Agb>();
        list("contractId in ?1 order by heldFrom", contractIds)
                .forEach(turn -> turns.merge(
                        turn.contractId, turn.agb, (earlier, later) -> turn.heldFrom.isAfter(day) ? earlier : later));
        return turns;
    }
}
