package nl.mtvp.contract.contract.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import nl.mtvp.contract.contract.domain.Certificate;
import nl.mtvp.contract.contract.domain.Contract;
import nl.mtvp.contract.contract.domain.ContractFilter;
import nl.mtvp.contract.contract.domain.ContractInTheWay;
import nl.mtvp.contract.contract.domain.ContractState;
import nl.mtvp.contract.contract.domain.Course;
import nl.mtvp.contract.contract.domain.Course.Annulled;
import nl.mtvp.contract.contract.domain.Course.EndOnRecord;
import nl.mtvp.contract.contract.domain.Course.StopInForce;
import nl.mtvp.contract.contract.domain.Course.SucceededBy;
import nl.mtvp.contract.contract.domain.Origin;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.access.Visibility.Owner;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.db.Violations;
import nl.mtvp.kernel.failure.DomainFailure;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Kvk;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.json.Digests;
import org.jdbi.v3.core.statement.StatementContext;

/** Contracts and their certificates in the database, which holds that a pair has one at any time (D29). */
@ApplicationScoped
public class ContractRepository {

    private static final Map<Owner, String> OWNERS = Map.of(Owner.INSURER, "held.uzovi", Owner.PRACTICE, "held.agb");

    private static final String CONTRACTS =
            """
            select contract.*, succession.old_agb, succession.new_agb, succession.succeeds_from
            from contract left join succession_confirmation succession using (succession_id)
            """;

    /** Who holds a contract for some of its days, now or ahead, may see it. */
    private static final String VISIBLE =
            "exists (select from contract_holding held where held.contract_id = contract.id and <visible>)";

    private final Sql sql;

    ContractRepository(Sql sql) {
        this.sql = sql;
    }

    /**
     * Adds a contract with its evidence.
     *
     * @throws ContractInTheWay if the pair has a contract on some of the same days
     */
    public void add(Contract contract, Certificate certificate) {
        oneAtATime(ContractInTheWay::new, () -> sql.update(
                        """
                        insert into contract (id, offer_id, administrative_id, following_id, uzovi, agb, kvk, rho, region, starts_on, accepted_at,
                            regioplan_version_id, regioplan_content_hash, tariff_series, text_version)
                        values (:id, :offerId, :administrativeId, :followingId, :uzovi, :agb, :kvk, :rho, :region, :startsOn, :acceptedAt,
                            :regioplanVersionId, :hash, :tariffSeries, :textVersion)
                        """)
                .bindMethods(contract)
                .bind("offerId", idOf(contract, Origin.Kind.OFFER))
                .bind("administrativeId", idOf(contract, Origin.Kind.ADMINISTRATIVE))
                .bind("followingId", idOf(contract, Origin.Kind.FOLLOWING))
                .bind("hash", HexFormat.of().parseHex(contract.regioplanContentHash()))
                .execute());
        sql.update("insert into certificate (contract_id, document, digest) values (:contractId, :document, :digest)")
                .bindMethods(certificate)
                .execute();
    }

    /** The contract, if it is there for who asks. */
    public Optional<Contract> withId(UUID id, Visibility visibility) {
        var visible = visibility.of(OWNERS);
        return sql.query(CONTRACTS + "where contract.id = :id and " + VISIBLE)
                .define("visible", visible.sql())
                .bindMap(visible.parameters())
                .bind("id", id)
                .map(ContractRepository::contract)
                .findOne();
    }

    /**
     * The same, its row locked: events of one contract stay in the order of its changes. Read after the lock is held,
     * since what a statement joins to the row it waits for is older than the row.
     */
    public Optional<Contract> locked(UUID id, Visibility visibility) {
        sql.query("select id from contract where id = :id for update")
                .bind("id", id)
                .mapTo(UUID.class)
                .findOne();
        return withId(id, visibility);
    }

    public Optional<Certificate> certificate(UUID contractId) {
        return sql.query("select document, digest from certificate where contract_id = :id")
                .bind("id", contractId)
                .map((row, context) -> new Certificate(contractId, row.getBytes("document"), row.getBytes("digest")))
                .findOne();
    }

    /** Contracts in the order in which they came about; a state is the one of this day. */
    public List<Contract> after(ContractFilter filter, LocalDate today, Visibility visibility, UUID after, int limit) {
        var visible = visibility.of(OWNERS);
        return sql.query(
                        CONTRACTS + "where " + VISIBLE
                                + """

                          and (cast(:uzovi as text) is null or uzovi = :uzovi)
                          and (cast(:agb as text) is null or exists (
                              select from contract_holding held where held.contract_id = contract.id and held.agb = :agb))
                          and (cast(:state as text) is null or :state = case
                              when annulled_at is not null then 'ANNULLED'
                              when stop_id is not null then 'STOPPED'
                              when ended_from <= :today then 'ENDED' else 'ACTIVE' end)
                          and (cast(:after as uuid) is null or contract.id > :after)
                        order by contract.id limit :limit
                        """)
                .define("visible", visible.sql())
                .bindMap(visible.parameters())
                .bind("uzovi", filter.uzovi().map(Uzovi::code).orElse(null))
                .bind("agb", filter.agb().map(Agb::code).orElse(null))
                .bind("state", filter.state().map(ContractState::name).orElse(null))
                .bind("today", today)
                .bind("after", after)
                .bind("limit", limit)
                .map(ContractRepository::contract)
                .list();
    }

    /** Records the stop that stands, or that none does any more. The caller holds the contract's lock. */
    public void stop(UUID contractId, Optional<StopInForce> stop, Supplier<DomainFailure> whenInTheWay) {
        oneAtATime(whenInTheWay, () -> sql.update(
                        "update contract set stop_id = :stopId, stopped_from = :stoppedFrom where id = :id")
                .bind("stopId", stop.map(StopInForce::stopId).orElse(null))
                .bind("stoppedFrom", stop.map(StopInForce::stoppedFrom).orElse(null))
                .bind("id", contractId)
                .execute());
    }

    /** Records the end that stands, or that none does any more. The caller holds the contract's lock. */
    public void end(UUID contractId, Optional<EndOnRecord> end, Supplier<DomainFailure> whenInTheWay) {
        oneAtATime(whenInTheWay, () -> sql.update(
                        "update contract set end_id = :endId, ended_from = :endedFrom where id = :id")
                .bind("endId", end.map(EndOnRecord::endId).orElse(null))
                .bind("endedFrom", end.map(EndOnRecord::endedFrom).orElse(null))
                .bind("id", contractId)
                .execute());
    }

    /** Records that both parties undid it. The caller holds the contract's lock. */
    public void annul(UUID contractId, Annulled annulled) {
        sql.update("update contract set annulment_id = :annulmentId, annulled_at = :at where id = :id")
                .bindMethods(annulled)
                .bind("id", contractId)
                .execute();
    }

    /**
     * Records who took it over last; the confirmation is written before. The caller holds the contract's lock.
     *
     * @throws ContractInTheWay if the new AGB has a contract on some of the same days
     */
    public void succeed(UUID contractId, UUID successionId) {
        oneAtATime(ContractInTheWay::new, () -> sql.update(
                        "update contract set succession_id = :successionId where id = :id")
                .bind("successionId", successionId)
                .bind("id", contractId)
                .execute());
    }

    private static void oneAtATime(Supplier<? extends DomainFailure> failure, Supplier<Integer> statement) {
        Violations.translated(Map.of("one_contract_per_pair", failure), statement);
    }

    private static UUID idOf(Contract contract, Origin.Kind kind) {
        return contract.origin().kind() == kind ? contract.origin().id() : null;
    }

    private static Contract contract(ResultSet row, StatementContext context) throws SQLException {
        return new Contract(
                row.getObject("id", UUID.class),
                origin(row),
                new Uzovi(row.getString("uzovi")),
                new Agb(row.getString("agb")),
                new Kvk(row.getString("kvk")),
                row.getString("rho"),
                row.getString("region"),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("accepted_at", OffsetDateTime.class).toInstant(),
                row.getObject("regioplan_version_id", UUID.class),
                Digests.hex(row.getBytes("regioplan_content_hash")),
                row.getString("tariff_series"),
                row.getString("text_version"),
                course(row));
    }

    private static Origin origin(ResultSet row) throws SQLException {
        var offerId = row.getObject("offer_id", UUID.class);
        var followingId = row.getObject("following_id", UUID.class);
        if (offerId != null) {
            return new Origin(Origin.Kind.OFFER, offerId);
        }
        return followingId != null
                ? new Origin(Origin.Kind.FOLLOWING, followingId)
                : new Origin(Origin.Kind.ADMINISTRATIVE, row.getObject("administrative_id", UUID.class));
    }

    private static Course course(ResultSet row) throws SQLException {
        var stopId = row.getObject("stop_id", UUID.class);
        var stoppedFrom = row.getObject("stopped_from", LocalDate.class);
        var endId = row.getObject("end_id", UUID.class);
        var endedFrom = row.getObject("ended_from", LocalDate.class);
        var successionId = row.getObject("succession_id", UUID.class);
        var oldAgb = successionId == null ? null : new Agb(row.getString("old_agb"));
        var newAgb = successionId == null ? null : new Agb(row.getString("new_agb"));
        var succeedsFrom = row.getObject("succeeds_from", LocalDate.class);
        var annulmentId = row.getObject("annulment_id", UUID.class);
        var annulledAt = row.getObject("annulled_at", OffsetDateTime.class);
        return new Course(
                Optional.ofNullable(stopId).map(id -> new StopInForce(id, stoppedFrom)),
                Optional.ofNullable(endId).map(id -> new EndOnRecord(id, endedFrom)),
                Optional.ofNullable(successionId).map(id -> new SucceededBy(id, oldAgb, newAgb, succeedsFrom)),
                Optional.ofNullable(annulmentId).map(id -> new Annulled(id, annulledAt.toInstant())));
    }
}
