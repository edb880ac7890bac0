package nl.mtvp.payment.ion.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.access.Visibility.Owner;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.db.Violations;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.payment.ion.domain.Settlement;
import nl.mtvp.payment.ion.domain.SettlementRefused;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** What insurers settled about patients of their deliveries, in its table (D39). */
@ApplicationScoped
public class SettlementRepository {

    private static final String SETTLEMENT =
            """
            select s.id, s.delivery_id, d.uzovi, s.pseudonym, s.counted_with, s.counts_with, s.reason, s.settled_by,
                   lower(s.known) as known_from, upper(s.known) as known_until, s.withdrawn_by, s.withdrawn_reason
            from ion_settlement s join ion_delivery d on d.id = s.delivery_id
            """;

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
        Violations.translated(
                Map.of("one_settlement_per_patient_and_moment", SettlementRefused::settledAlready), () -> sql.update(
                                """
                                insert into ion_settlement
                                    (id, delivery_id, pseudonym, counted_with, counts_with, reason, settled_by, known)
                                values (:id, :deliveryId, :pseudonym, :countedWith, :countsWith, :reason, :settledBy,
                                    tstzrange(:knownFrom, null))
                                """)
                        .bindMethods(settlement)
                        .execute());
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
    }

    public Optional<Settlement> withId(UUID id, Visibility visibility) {
        var visible = visibility.of(Map.of(Owner.INSURER, "d.uzovi"));
        return sql.query(SETTLEMENT + " where s.id = :id and <visible>")
                .define("visible", visible.sql())
                .bindMap(visible.parameters())
                .bind("id", id)
                .map(ConstructorMapper.of(Settlement.class))
                .findOne();
    }

    public List<Settlement> after(UUID after, int limit, UUID delivery, Visibility visibility) {
        var visible = visibility.of(Map.of(Owner.INSURER, "d.uzovi"));
        return sql.query(
                        SETTLEMENT
                                + """
                                 where <visible> and (cast(:delivery as uuid) is null or s.delivery_id = :delivery)
                                   and (cast(:after as uuid) is null or s.id > :after)
                                 order by s.id limit :limit
                                """)
                .define("visible", visible.sql())
                .bindMap(visible.parameters())
                .bind("delivery", delivery)
                .bind("after", after)
                .bind("limit", limit)
                .map(ConstructorMapper.of(Settlement.class))
                .list();
    }
}
