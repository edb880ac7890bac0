package nl.mtvp.contract.party.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.contract.party.db.InsurerFactRow.SchemeRow;
import nl.mtvp.contract.party.domain.PartyRefused;
import nl.mtvp.contract.party.domain.SchemePeriod;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.db.Filters;
import nl.mtvp.kernel.db.Order;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.db.Violations;
import nl.mtvp.kernel.identity.Uuids;
import nl.mtvp.kernel.identity.Uzovi;

/** The schemes of insurers in the database, which holds that an insurer has one on any day (D31). */
@ApplicationScoped
public class SchemeRepository implements PanacheRepositoryBase<SchemeRow, UUID> {

    private static final Order<SchemeRow> BY_ID = Order.by("id", Uuids::of, row -> row.id);

    /** @throws PartyRefused if the insurer has one on some of these days */
    public void add(SchemePeriod scheme, Actor by, Instant now) {
        persist(new SchemeRow(scheme, by, now));
        Violations.translating(
                Map.of("one_scheme_per_insurer", () -> PartyRefused.schemeStands(scheme.uzovi())), this::flush);
    }

    /** The scheme, its row locked. */
    public Optional<SchemePeriod> locked(Uzovi uzovi, UUID id) {
        return find("id = ?1 and uzovi = ?2", id, uzovi)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResultOptional()
                .map(SchemeRow::scheme);
    }

    /** The caller holds the row's lock. */
    public void end(SchemePeriod ended, Actor by, Instant now) {
        findById(ended.id()).end(ended.valid(), by, now);
    }

    /** The schemes of an insurer, in the order in which they were recorded. */
    public Page<SchemePeriod> list(Uzovi uzovi, PageRequest asked) {
        var wanted = new Filters().and("uzovi = :uzovi", "uzovi", uzovi);
        return BY_ID.page(this, wanted, asked).map(SchemeRow::scheme);
    }

    /** The schemes of these insurers, of whatever day. */
    public List<SchemePeriod> of(Collection<Uzovi> uzovis) {
        return list("uzovi in ?1", uzovis).stream().map(SchemeRow::scheme).toList();
    }
}
