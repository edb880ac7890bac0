package nl.mtvp.payment.ion.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.access.Visibility.Owner;
import nl.mtvp.kernel.db.Filters;
import nl.mtvp.kernel.db.Ids;
import nl.mtvp.kernel.db.Order;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.identity.Uuids;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.time.Quarters;
import nl.mtvp.payment.ion.domain.Conflict;
import nl.mtvp.payment.ion.domain.Delivery;
import nl.mtvp.payment.ion.file.DoubleInsurance.Match;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.threeten.extra.YearQuarter;

/** Patients at two insurers, in their table (D39). */
@ApplicationScoped
public class ConflictRepository {

    private static final int LOCKS_OF_PEILDATA = 39;
    private static final Order<Conflict> BY_ID = Order.by("c.id", Uuids::of, Conflict::id);

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
        var evidence = new HashMap<UUID, String>();
        sql.query(
                        """
                        select id, encode(evidence_digest, 'hex') as digest from ion_delivery
                        where peildatum = :quarter and uzovi != :uzovi and upper_inf(known) and accepted > 0
                        """)
                .bindMethods(delivery)
                .map((row, context) -> Map.entry(row.getObject("id", UUID.class), row.getString("digest")))
                .forEach(other -> evidence.put(other.getKey(), other.getValue()));
        return evidence;
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
            batch.bindMethods(match.line())
                    .bind("id", Ids.at(foundAt))
                    .bind("delivery", delivery)
                    .bind("other", match.otherDelivery())
                    .bind("pseudonym", match.pseudonym())
                    .bind("foundAt", foundAt)
                    .add();
            batch.bindMethods(match.otherLine())
                    .bind("id", Ids.at(foundAt))
                    .bind("delivery", match.otherDelivery())
                    .bind("other", delivery)
                    .bind("pseudonym", match.pseudonym())
                    .bind("foundAt", foundAt)
                    .add();
        }
        batch.execute();
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
}
