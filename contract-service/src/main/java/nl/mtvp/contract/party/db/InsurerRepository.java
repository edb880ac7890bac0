package nl.mtvp.contract.party.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.mtvp.contract.party.db.InsurerRow.InsurerFactRow;
import nl.mtvp.contract.party.db.InsurerRow.InsurerFactRow.LabelRow;
import nl.mtvp.contract.party.db.InsurerRow.InsurerFactRow.SchemeRow;
import nl.mtvp.contract.party.domain.Insurer;
import nl.mtvp.contract.party.domain.Label;
import nl.mtvp.contract.party.domain.PartyRefused;
import nl.mtvp.contract.party.domain.Period;
import nl.mtvp.contract.party.domain.SchemePeriod;
import nl.mtvp.kernel.db.Filters;
import nl.mtvp.kernel.db.Order;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.db.Violations;
import nl.mtvp.kernel.identity.Deed;
import nl.mtvp.kernel.identity.Uuids;
import nl.mtvp.kernel.identity.Uzovi;

/**
 * Insurers, their labels and their schemes in the database, which holds that a label belongs to one insurer (D22) and an
 * insurer has one scheme (D31) on any day.
 */
@ApplicationScoped
public class InsurerRepository implements PanacheRepositoryBase<InsurerRow, Uzovi> {

    private static final Order<InsurerRow> BY_CODE = Order.by("uzovi", Uzovi::new, row -> row.uzovi);

    private final Sql sql;

    InsurerRepository(Sql sql) {
        this.sql = sql;
    }

    /** False when the insurer was registered before. */
    public boolean add(Insurer insurer, Instant now) {
        return sql.update(
                                """
                                insert into insurer (uzovi, name, registered_at) values (:uzovi, :name, :now)
                                on conflict do nothing
                                """)
                        .bindMethods(insurer)
                        .bind("now", now)
                        .execute()
                == 1;
    }

    public Optional<Insurer> find(Uzovi uzovi) {
        return findByIdOptional(uzovi).map(InsurerRow::insurer);
    }

    /** The insurers among these that are registered. */
    public Set<Uzovi> registered(Collection<Uzovi> uzovis) {
        return list("uzovi in ?1", uzovis).stream().map(row -> row.uzovi).collect(Collectors.toSet());
    }

    /** Registered insurers in the order of their codes. */
    public Page<Insurer> list(PageRequest asked) {
        return BY_CODE.page(this, new Filters(), asked).map(InsurerRow::insurer);
    }

    /** @throws PartyRefused if it belongs to an insurer on some of these days */
    public void add(Label label, Deed recorded) {
        getEntityManager().persist(new LabelRow(label, recorded));
        Violations.translating(
                Map.of("one_insurer_per_label", () -> PartyRefused.labelTaken(label.label())), this::flush);
    }

    /** @throws PartyRefused if the insurer has one on some of these days */
    public void add(SchemePeriod scheme, Deed recorded) {
        getEntityManager().persist(new SchemeRow(scheme, recorded));
        Violations.translating(
                Map.of("one_scheme_per_insurer", () -> PartyRefused.schemeStands(scheme.uzovi())), this::flush);
    }

    /** The label, its row locked. */
    public Optional<Label> lockedLabel(Uzovi uzovi, UUID id) {
        return locked(LabelRow.class, "from Label ", uzovi, id);
    }

    /** The scheme, its row locked. */
    public Optional<SchemePeriod> lockedScheme(Uzovi uzovi, UUID id) {
        return locked(SchemeRow.class, "from Scheme ", uzovi, id);
    }

    /** The caller holds the row's lock. */
    public void endLabel(UUID id, Period valid, Deed ended) {
        getEntityManager().find(LabelRow.class, id).end(valid, ended);
    }

    /** The caller holds the row's lock. */
    public void endScheme(UUID id, Period valid, Deed ended) {
        getEntityManager().find(SchemeRow.class, id).end(valid, ended);
    }

    /** The labels of an insurer, in the order in which they were recorded. */
    public Page<Label> listLabels(Uzovi uzovi, PageRequest asked) {
        return page(LabelRow.class, "from Label ", uzovi, asked);
    }

    /** The schemes of an insurer, in the order in which they were recorded. */
    public Page<SchemePeriod> listSchemes(Uzovi uzovi, PageRequest asked) {
        return page(SchemeRow.class, "from Scheme ", uzovi, asked);
    }

    /** What is on record of these codes as labels of insurers, of whatever day. */
    public List<Label> labelsOf(Collection<Uzovi> codes) {
        return all(LabelRow.class, "from Label where label in :codes", codes).toList();
    }

    /** The schemes of these insurers, of whatever day. */
    public Map<Uzovi, List<SchemePeriod>> schemesOf(Collection<Uzovi> uzovis) {
        return all(SchemeRow.class, "from Scheme where uzovi in :codes", uzovis)
                .collect(Collectors.groupingBy(SchemePeriod::uzovi));
    }

    private <F> Stream<F> all(Class<? extends InsurerFactRow<F>> type, String query, Collection<Uzovi> codes) {
        return getEntityManager()
                .createQuery(query, type)
                .setParameter("codes", codes)
                .getResultStream()
                .map(InsurerFactRow::fact);
    }

    /** Nobody takes the turn of another insurer's row. */
    private <F> Optional<F> locked(Class<? extends InsurerFactRow<F>> type, String from, Uzovi uzovi, UUID id) {
        return getEntityManager()
                .createQuery(from + "where id = :id and uzovi = :uzovi", type)
                .setParameter("id", id)
                .setParameter("uzovi", uzovi)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .stream()
                .findFirst()
                .map(InsurerFactRow::fact);
    }

    private <R extends InsurerFactRow<F>, F> Page<F> page(Class<R> type, String from, Uzovi uzovi, PageRequest asked) {
        Order<R> byId = Order.by("id", Uuids::of, row -> row.id);
        var wanted = byId.after(new Filters().and("uzovi = :uzovi", "uzovi", uzovi), asked);
        var query = getEntityManager()
                .createQuery(from + wanted.where() + " order by id", type)
                .setMaxResults(asked.limit() + 1);
        wanted.parameters().forEach(query::setParameter);
        return byId.page(query.getResultList(), asked).map(InsurerFactRow::fact);
    }
}
