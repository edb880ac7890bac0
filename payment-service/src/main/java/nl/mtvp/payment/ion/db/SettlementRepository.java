package nl.mtvp.payment.ion.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.access.Visibility.Owner;
import nl.mtvp.kernel.db.Filters;
import nl.mtvp.kernel.db.Order;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.db.Violations;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uuids;
import nl.mtvp.payment.ion.domain.Settlement;
import nl.mtvp.payment.ion.domain.SettlementRefused;

/** What insurers settled about patients of their deliveries, in its table (D39). */
@ApplicationScoped
public class SettlementRepository implements PanacheRepositoryBase<SettlementRow, UUID> {

    private static final Map<Owner, String> OWNERS = Map.of(Owner.INSURER, "uzovi");
    private static final Order<SettlementRow> BY_ID = Order.by("id", Uuids::of, row -> row.id);

    private final Sql sql;

    SettlementRepository(Sql sql) {
        this.sql = sql;
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

    /** @throws SettlementRefused if another one of the patient stands */
    public void add(Settlement settlement) {
        persist(SettlementRow.of(settlement));
        Violations.translating(
                Map.of("one_settlement_per_patient_and_moment", SettlementRefused::settledAlready), this::flush);
    }

    /** @throws SettlementRefused if it was withdrawn meanwhile */
    public void withdraw(UUID id, String reason, String by, Instant knownUntil) {
        int withdrawn = sql.update(
                        """
                        update ion_settlement
                        set known = tstzrange(lower(known), :until), withdrawn_by = :by, withdrawn_reason = :reason
                        where id = :id and upper_inf(known)
                        """)
                .bind("id", id)
                .bind("until", knownUntil)
                .bind("by", by)
                .bind("reason", reason)
                .execute();
        if (withdrawn == 0) {
            throw SettlementRefused.withdrawnAlready(id);
        }
        // Whoever asks for it next reads what the statement wrote.
        getEntityManager().detach(findById(id));
    }

    public Optional<Settlement> withId(UUID id, Visibility visibility) {
        var wanted = new Filters().and("id = :id", "id", id).and(visibility.hql(OWNERS));
        return find(wanted.where(), wanted.parameters()).firstResultOptional().map(SettlementRow::settlement);
    }

    public Page<Settlement> list(UUID delivery, Visibility visibility, PageRequest asked) {
        var wanted = new Filters().and(visibility.hql(OWNERS)).and("deliveryId = :delivery", "delivery", delivery);
        return BY_ID.page(this, wanted, asked).map(SettlementRow::settlement);
    }
}
