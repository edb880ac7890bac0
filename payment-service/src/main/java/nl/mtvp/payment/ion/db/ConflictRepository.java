package nl.mtvp.payment.ion.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.access.Visibility.Owner;
import nl.mtvp.kernel.db.Filters;
import nl.mtvp.kernel.db.Ids;
import nl.mtvp.kernel.db.Order;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.db.Violations;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Deed;
import nl.mtvp.kernel.identity.Uuids;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.time.Quarters;
import nl.mtvp.payment.fact.db.Rows;
import nl.mtvp.payment.ion.domain.Delivery;
import nl.mtvp.payment.ion.domain.DeliveryRefused;
import nl.mtvp.payment.ion.domain.Settlement;
import nl.mtvp.payment.ion.domain.Settlement.Conflict;
import nl.mtvp.payment.ion.file.DeliveryLines.Line;
import nl.mtvp.payment.ion.file.DeliveryLines.Match;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.threeten.extra.YearQuarter;

/** Patients at two insurers, and what insurers settled about patients of their deliveries, in their tables (D39). */
@ApplicationScoped
public class ConflictRepository {

    private static final int LOCKS_OF_PEILDATA = 39;
    private static final Order<Conflict> BY_ID = Order.by("c.id", Uuids::of, Conflict::id);
    private static final Order<Settlement> SETTLEMENTS_BY_ID = Order.by("s.id", Uuids::of, Settlement::id);
    private static final String SETTLEMENT =
            """
            select s.id, s.delivery_id, d.uzovi, s.pseudonym, s.counted_with, s.counts_with, s.reason,
                   s.settled_by as settled, lower(s.known) as settled_at, s.withdrawn_by as withdrawn,
                   upper(s.known) as withdrawn_at, s.withdrawn_reason
            from ion_settlement s join ion_delivery d on d.id = s.delivery_id
            """;

    private final Sql sql;

    ConflictRepository(Sql sql) {
        this.sql = sql;
    }

    /**
     * Lets deliveries of one peildatum be compared one after another, until this transaction ends: of two that come at
     * once, the second sees the first.
     */
    public void lock(YearQuarter quarter) {
        sql.query("select pg_advisory_xact_lock(:locks, :day)")
                .bind("locks", LOCKS_OF_PEILDATA)
                .bind("day", Math.toIntExact(Quarters.peildatum(quarter).toEpochDay()))
                .map((row, context) -> row.getString(1))
                .one();
    }

    /** The evidence of what counts for the same peildatum at other insurers, by delivery; empty ones are left out. */
    public Map<UUID, String> elsewhere(Delivery delivery) {
        return sql.query(
                        """
                        select id, encode(evidence_digest, 'hex') as digest from ion_delivery
                        where peildatum = :quarter and uzovi != :uzovi and upper_inf(known) and accepted > 0
                        """)
                .bindMethods(delivery)
                .map((row, context) -> Map.entry(row.getObject("id", UUID.class), row.getString("digest")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Adds both lines of each match. */
    public void add(UUID delivery, List<Match> matches, Instant foundAt) {
        var batch = sql.batch(
                """
                insert into ion_conflict
                    (id, delivery_id, other_delivery_id, pseudonym, agb, registered_on, found_at)
                values (:id, :delivery, :other, :pseudonym, :agb, :registeredOn, :foundAt)
                """);
        for (var match : matches) {
            add(batch, delivery, match.otherDelivery(), match.pseudonym(), match.line(), foundAt);
            add(batch, match.otherDelivery(), delivery, match.pseudonym(), match.otherLine(), foundAt);
        }
        batch.execute();
    }

    private static void add(
            PreparedBatch batch, UUID delivery, UUID other, UUID pseudonym, Line line, Instant foundAt) {
        batch.bindMethods(line)
                .bind("id", Ids.at(foundAt))
                .bind("delivery", delivery)
                .bind("other", other)
                .bind("pseudonym", pseudonym)
                .bind("foundAt", foundAt)
                .add();
    }

    /** How many patients of an insurer's deliveries that count are in another one that counts, by quarter. */
    public Map<YearQuarter, Long> patients(Uzovi uzovi, Collection<YearQuarter> quarters) {
        var patients = new TreeMap<YearQuarter, Long>();
        sql.query(
                        """
                        select peildatum, count(distinct pseudonym) as patients from ion_open_conflict
                        where uzovi = :uzovi and peildatum = any(cast(:quarters as date[]))
                        group by peildatum
                        """)
                .bind("uzovi", uzovi)
                .bind(
                        "quarters",
                        quarters.stream()
                                .map(quarter -> Quarters.peildatum(quarter).toString())
                                .toArray(String[]::new))
                .map((row, context) -> Map.entry(
                        YearQuarter.from(row.getObject("peildatum", LocalDate.class)), row.getLong("patients")))
                .forEach(quarter -> patients.put(quarter.getKey(), quarter.getValue()));
        return patients;
    }

    /** The lines of deliveries that count, whose patient a counting delivery of another insurer has too; each once. */
    public Page<Conflict> list(Uzovi uzovi, YearQuarter quarter, Visibility visibility, PageRequest asked) {
        var wanted = new Filters()
                .and(visibility.of(Map.of(Owner.INSURER, "c.uzovi")))
                .and("c.uzovi = :uzovi", "uzovi", uzovi)
                .and("c.peildatum = :quarter", "quarter", quarter)
                .and(
                        """
                        not exists (select from ion_open_conflict e
                                    where e.delivery_id = c.delivery_id and e.pseudonym = c.pseudonym and e.id < c.id)\
                        """);
        return BY_ID.page(
                sql,
                """
                select c.id, c.uzovi, c.peildatum as quarter, c.delivery_id, c.pseudonym, c.agb, c.registered_on,
                       c.found_at
                from ion_open_conflict c
                """,
                wanted,
                asked,
                ConstructorMapper.of(Conflict.class));
    }

    /** The practices of a patient's lines that were refused because of one another. */
    public Set<Agb> refusedLines(UUID delivery, UUID pseudonym) {
        return Set.copyOf(sql.query(
                        """
                        select distinct agb from ion_refusal
                        where delivery_id = :delivery and pseudonym = :pseudonym
                          and code in ('UNDECIDED', 'REFUSED_366')
                        """)
                .bind("delivery", delivery)
                .bind("pseudonym", pseudonym)
                .mapTo(Agb.class)
                .list());
    }

    public boolean isDoubleInsured(UUID delivery, UUID pseudonym) {
        return sql.query(
                        """
                        select exists (
                            select from ion_conflict c
                            join ion_delivery o on o.id = c.other_delivery_id and upper_inf(o.known)
                            where c.delivery_id = :delivery and c.pseudonym = :pseudonym)
                        """)
                .bind("delivery", delivery)
                .bind("pseudonym", pseudonym)
                .mapTo(Boolean.class)
                .one();
    }

    /** @throws DeliveryRefused if another one of the patient stands */
    public void add(Settlement settlement) {
        Violations.translated(
                Map.of("one_settlement_per_patient_and_moment", DeliveryRefused::settledAlready), () -> sql.update(
                                """
                                insert into ion_settlement
                                    (id, delivery_id, pseudonym, counted_with, counts_with, reason, settled_by, known)
                                values (:id, :deliveryId, :pseudonym, :countedWith, :countsWith, :reason, :settled.by,
                                    tstzrange(:settled.at, null))
                                """)
                        .bindMethods(settlement)
                        .execute());
    }

    /** @throws DeliveryRefused if it was withdrawn meanwhile */
    public void withdraw(UUID id, String reason, Deed withdrawn) {
        int ended = sql.update(
                        """
                        update ion_settlement
                        set known = tstzrange(lower(known), :at), withdrawn_by = :by, withdrawn_reason = :reason
                        where id = :id and upper_inf(known)
                        """)
                .bind("id", id)
                .bind("reason", reason)
                .bindMethods(withdrawn)
                .execute();
        if (ended == 0) {
            throw DeliveryRefused.withdrawnAlready(id);
        }
    }

    public Optional<Settlement> findSettlement(UUID id, Visibility visibility) {
        var wanted = new Filters().and("s.id = :id", "id", id).and(visibility.of(Map.of(Owner.INSURER, "d.uzovi")));
        return sql.query(SETTLEMENT + wanted.where())
                .bindMap(wanted.parameters())
                .map(Rows.of(Settlement.class))
                .findOne();
    }

    public Page<Settlement> listSettlements(UUID delivery, Visibility visibility, PageRequest asked) {
        var wanted = new Filters()
                .and(visibility.of(Map.of(Owner.INSURER, "d.uzovi")))
                .and("s.delivery_id = :delivery", "delivery", delivery);
        return SETTLEMENTS_BY_ID.page(sql, SETTLEMENT, wanted, asked, Rows.of(Settlement.class));
    }
}
