package nl.mtvp.contract.contract.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.mtvp.contract.contract.db.ContractRow.HoldingRow;
import nl.mtvp.contract.contract.domain.Certificate;
import nl.mtvp.contract.contract.domain.Contract;
import nl.mtvp.contract.contract.domain.Contract.ContractFilter;
import nl.mtvp.contract.contract.domain.ContractRefused;
import nl.mtvp.contract.contract.domain.Course;
import nl.mtvp.contract.contract.domain.Course.Annulled;
import nl.mtvp.contract.contract.domain.Course.StopInForce;
import nl.mtvp.contract.contract.domain.Holding;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.access.Visibility.Owner;
import nl.mtvp.kernel.db.Filters;
import nl.mtvp.kernel.db.Order;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.db.Violations;
import nl.mtvp.kernel.failure.DomainFailure;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uuids;
import nl.mtvp.kernel.identity.Uzovi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * Contracts and their certificates in the database, which holds that a pair has one at any time (D29). Each change is
 * flushed at once: which practice holds a contract on which days (D29, D35) follows from its row, by a trigger.
 */
@ApplicationScoped
public class ContractRepository implements PanacheRepositoryBase<ContractRow, UUID> {

    private static final Map<Owner, String> OWNERS = Map.of(Owner.INSURER, "held.uzovi", Owner.PRACTICE, "held.agb");

    private static final Order<ContractRow> BY_ID = Order.by("c.id", Uuids::of, row -> row.id);

    private static final String CONTRACTS = "from Contract c";

    private static final String HELD =
            "exists (select 1 from ContractHolding held where held.contractId = c.id and %s)";

    /** Pair assertion of ContractLife.state. */
    private static final String STATE =
            """
            :state = case when c.annulled.annulmentId is not null then 'ANNULLED'
                when c.stop.stopId is not null then 'STOPPED'
                when c.ending.endedFrom <= :today then 'ENDED' else 'ACTIVE' end
            """;

    private final Sql sql;

    ContractRepository(Sql sql) {
        this.sql = sql;
    }

    /**
     * Adds a contract with its evidence.
     *
     * @throws ContractRefused if the pair has a contract on some of the same days
     */
    public void add(Contract contract, Certificate certificate) {
        persist(new ContractRow(contract));
        getEntityManager().persist(new ContractRow.CertificateRow(certificate));
        flush(ContractRefused::inTheWay);
    }

    /** The contract, if it is there for who asks. */
    public Optional<Contract> find(UUID id, Visibility visibility) {
        var wanted = visible(visibility).and("c.id = :id", "id", id);
        return find(CONTRACTS + " " + wanted.where(), wanted.parameters())
                .firstResultOptional()
                .map(ContractRow::contract);
    }

    /** Those of these contracts that are there for who asks, in the order of their ids. */
    public List<Contract> withIds(Collection<UUID> ids, Visibility visibility) {
        var wanted = visible(visibility).and("c.id in :ids", "ids", ids);
        return list(CONTRACTS + " " + wanted.where() + " order by c.id", wanted.parameters()).stream()
                .map(ContractRow::contract)
                .toList();
    }

    /**
     * The contract, its row locked: events of one contract stay in the order of its changes. Read anew after the lock is
     * held: what a statement selects beside the row that it waits for is older than the row.
     */
    public Optional<Contract> locked(UUID id, Visibility visibility) {
        findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).ifPresent(getEntityManager()::refresh);
        return find(id, visibility);
    }

    /** Several of them, in the order of their ids. Rows are locked before anything of them is read, so what is read is theirs. */
    public List<Contract> locked(Collection<UUID> ids, Visibility visibility) {
        sql.query("select id from contract where id = any(:ids) order by id for no key update")
                .bind("ids", ids.toArray(UUID[]::new))
                .mapTo(UUID.class)
                .list();
        return withIds(ids, visibility);
    }

    /** What befell each of these contracts. */
    public Map<UUID, Course> courses(Collection<UUID> ids) {
        return list("id in ?1", ids).stream()
                .map(ContractRow::contract)
                .collect(Collectors.toMap(Contract::id, Contract::course));
    }

    public Optional<Certificate> findCertificate(UUID contractId) {
        return Optional.ofNullable(getEntityManager().find(ContractRow.CertificateRow.class, contractId))
                .map(ContractRow.CertificateRow::certificate);
    }

    /** Contracts in the order in which they came about; a state is the one of this day. */
    public Page<Contract> list(ContractFilter filter, LocalDate today, Visibility visibility, PageRequest asked) {
        var wanted = visible(visibility)
                .and("c.uzovi = :uzovi", "uzovi", filter.uzovi())
                .and(HELD.formatted("held.agb = :agb"), "agb", filter.agb());
        if (filter.state() != null) {
            wanted.and(STATE, "state", filter.state().name()).with("today", today);
        }
        return BY_ID.page(this, CONTRACTS, wanted, asked).map(ContractRow::contract);
    }

    /** Records the stop that stands, or that none does any more. The caller holds the contract's lock. */
    public void stop(UUID contractId, Optional<StopInForce> stop, Supplier<DomainFailure> whenInTheWay) {
        findById(contractId).stop = stop.orElse(null);
        flush(whenInTheWay);
    }

    /**
     * Records the ends that stand now, of contracts whose locks the caller holds: in one statement, for a merger has many.
     *
     * @param ends each contract's
     * @throws ContractRefused if a contract of the pair is in the way
     */
    public void end(Map<UUID, UUID> ends, LocalDate from) {
        var contracts = ends.keySet().toArray(UUID[]::new);
        Violations.translating(Map.of("one_contract_per_pair", ContractRefused::inTheWay), () -> sql.update(
                        """
                        update contract c set end_id = e.id, ended_from = :from
                        from unnest(:contracts, :ends) as e (contract_id, id) where c.id = e.contract_id
                        """)
                .bind("from", from)
                .bind("contracts", contracts)
                .bind("ends", Stream.of(contracts).map(ends::get).toArray(UUID[]::new))
                .execute());
        // Whoever reads them from here on sees what stands there.
        Stream.of(contracts).map(this::findById).forEach(getEntityManager()::detach);
    }

    /**
     * Records that no end of the contract stands any more. The caller holds its lock.
     *
     * @throws ContractRefused if a later contract of the pair has begun
     */
    public void endNoMore(UUID contractId) {
        findById(contractId).ending = null;
        flush(ContractRefused::laterContractRuns);
    }

    /** Records that both parties undid it. The caller holds the contract's lock. */
    public void annul(UUID contractId, Annulled annulled) {
        findById(contractId).annulled = annulled;
        flush();
    }

    /**
     * Records who took it over last; the confirmation is written before. The caller holds the contract's lock.
     *
     * @throws ContractRefused if the new AGB has a contract on some of the same days
     */
    public void succeed(UUID contractId, UUID successionId) {
        var row = findById(contractId);
        row.successionId = successionId;
        flush(ContractRefused::inTheWay);
        getEntityManager().refresh(row);
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
        getEntityManager()
                .createQuery("from ContractHolding where contractId in :ids order by heldFrom", HoldingRow.class)
                .setParameter("ids", contractIds)
                .getResultList()
                .forEach(turn -> turns.merge(
                        turn.contractId, turn.agb, (earlier, later) -> turn.heldFrom.isAfter(day) ? earlier : later));
        return turns;
    }

    private void flush(Supplier<? extends DomainFailure> whenInTheWay) {
        Violations.translating(Map.of("one_contract_per_pair", whenInTheWay), this::flush);
    }

    /** Who holds a contract for some of its days, now or ahead, may see it. */
    private static Filters visible(Visibility visibility) {
        var holds = visibility.hql(OWNERS);
        return new Filters().and(new Visibility.Condition(HELD.formatted(holds.sql()), holds.parameters()));
    }
}
