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
import nl.mtvp.contract.party.db.InsurerFactRow.LabelRow;
import nl.mtvp.contract.party.domain.Label;
import nl.mtvp.contract.party.domain.PartyRefused;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.db.Filters;
import nl.mtvp.kernel.db.Order;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.db.Violations;
import nl.mtvp.kernel.identity.Uuids;
import nl.mtvp.kernel.identity.Uzovi;

/** The labels of insurers in the database, which holds that one belongs to one insurer on any day (D22). */
@ApplicationScoped
public class LabelRepository implements PanacheRepositoryBase<LabelRow, UUID> {

    private static final Order<LabelRow> BY_ID = Order.by("id", Uuids::of, row -> row.id);

    /** @throws PartyRefused if it belongs to an insurer on some of these days */
    public void add(Label label, Actor by, Instant now) {
        persist(new LabelRow(label, by, now));
        Violations.translating(
                Map.of("one_insurer_per_label", () -> PartyRefused.labelTaken(label.label())), this::flush);
    }

    /** The label, its row locked. */
    public Optional<Label> locked(Uzovi uzovi, UUID id) {
        return find("id = ?1 and uzovi = ?2", id, uzovi)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResultOptional()
                .map(LabelRow::label);
    }

    /** The caller holds the row's lock. */
    public void end(Label ended, Actor by, Instant now) {
        findById(ended.id()).end(ended.valid(), by, now);
    }

    /** The labels of an insurer, in the order in which they were recorded. */
    public Page<Label> list(Uzovi uzovi, PageRequest asked) {
        var wanted = new Filters().and("uzovi = :uzovi", "uzovi", uzovi);
        return BY_ID.page(this, wanted, asked).map(LabelRow::label);
    }

    /** What is on record of these codes as labels of insurers, of whatever day. */
    public List<Label> withCodes(Collection<Uzovi> codes) {
        return list("label in ?1", codes).stream().map(LabelRow::label).toList();
    }
}
