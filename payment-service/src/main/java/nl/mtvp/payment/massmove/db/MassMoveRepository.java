package nl.mtvp.payment.massmove.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
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
import nl.mtvp.payment.fact.db.Rows;
import nl.mtvp.payment.massmove.domain.FlaggedMove;
import nl.mtvp.payment.massmove.domain.FlaggedMove.MassMove;
import nl.mtvp.payment.massmove.domain.MoveRefused;
import org.jdbi.v3.core.generic.GenericType;
import org.threeten.extra.YearQuarter;

/** Mass moves in their table (D40), beside the deliveries that they follow from. */
@ApplicationScoped
public class MassMoveRepository {

    private static final String MOVE =
            """
            select m.id, m.uzovi, m.peildatum as quarter, m.compared_with, m.agb, m.ion_before, m.ion_after,
                   lower(m.known) as known_from, upper(m.known) as known_until, a.reason,
                   a.acknowledged_by as acknowledged, a.acknowledged_at
            from ion_mass_move m left join ion_mass_move_acknowledgement a on a.move_id = m.id
            """;

    private static final Order<FlaggedMove> BY_ID = Order.by("m.id", Uuids::of, FlaggedMove::id);

    private final Sql sql;

    MassMoveRepository(Sql sql) {
        this.sql = sql;
    }

    /** The quarters for whose peildatum a delivery of the insurer counts. */
    public TreeSet<YearQuarter> delivered(Uzovi uzovi) {
        return new TreeSet<>(sql.query("select peildatum from ion_delivery where uzovi = :uzovi and upper_inf(known)")
                .bind("uzovi", uzovi)
                .mapTo(YearQuarter.class)
                .list());
    }

    /** The counts of the insurer's delivery that counts for a peildatum. */
    public Map<Agb, Long> counts(Uzovi uzovi, YearQuarter quarter) {
        return sql.query(
                        """
                        select c.agb, cast(sum(c.ion) as bigint) as ion
                        from ion_delivery d
                        cross join lateral (
                            select agb, ion from ion_count n where n.delivery_id = d.id
                            union all
                            select agb, change from ion_count_change s
                            where s.delivery_id = d.id and upper_inf(s.known)) c
                        where d.uzovi = :uzovi and d.peildatum = :quarter and upper_inf(d.known)
                        group by c.agb having sum(c.ion) > 0
                        """)
                .bind("uzovi", uzovi)
                .bind("quarter", quarter)
                .setMapKeyColumn("agb")
                .setMapValueColumn("ion")
                .collectInto(new GenericType<Map<Agb, Long>>() {});
    }

    /** The moves that stand on a peildatum. */
    public List<FlaggedMove> standing(Uzovi uzovi, YearQuarter quarter) {
        return sql.query(MOVE + " where m.uzovi = :uzovi and m.peildatum = :quarter and upper_inf(m.known)")
                .bind("uzovi", uzovi)
                .bind("quarter", quarter)
                .map(Rows.of(FlaggedMove.class))
                .list();
    }

    public void end(List<UUID> moves, Instant knownUntil) {
        sql.update("update ion_mass_move set known = tstzrange(lower(known), :until) where id = any(:moves)")
                .bind("moves", moves.toArray(UUID[]::new))
                .bind("until", knownUntil)
                .execute();
    }

    public void add(
            Uzovi uzovi, YearQuarter quarter, YearQuarter comparedWith, List<MassMove> moves, Instant knownFrom) {
        if (moves.isEmpty()) {
            return;
        }
        var batch = sql.batch(
                """
                insert into ion_mass_move (id, uzovi, peildatum, compared_with, agb, ion_before, ion_after, known)
                values (:id, :uzovi, :quarter, :comparedWith, :agb, :ionBefore, :ionAfter,
                    tstzrange(:knownFrom, null))
                """);
        moves.forEach(move -> batch.bindMethods(move)
                .bind("id", Ids.at(knownFrom))
                .bind("uzovi", uzovi)
                .bind("quarter", quarter)
                .bind("comparedWith", comparedWith)
                .bind("knownFrom", knownFrom)
                .add());
        batch.execute();
    }

    public Optional<FlaggedMove> find(UUID id, Visibility visibility) {
        return find(id, visibility, "");
    }

    /** The move, which no delivery ends until this transaction has. */
    public Optional<FlaggedMove> locked(UUID id, Visibility visibility) {
        return find(id, visibility, " for no key update of m");
    }

    private Optional<FlaggedMove> find(UUID id, Visibility visibility, String turn) {
        var wanted = new Filters().and("m.id = :id", "id", id).and(visibility.of(Map.of(Owner.INSURER, "m.uzovi")));
        return sql.query(MOVE + wanted.where() + turn)
                .bindMap(wanted.parameters())
                .map(Rows.of(FlaggedMove.class))
                .findOne();
    }

    public Page<FlaggedMove> list(Uzovi uzovi, YearQuarter quarter, Visibility visibility, PageRequest asked) {
        var wanted = new Filters()
                .and(visibility.of(Map.of(Owner.INSURER, "m.uzovi")))
                .and("m.uzovi = :uzovi", "uzovi", uzovi)
                .and("m.peildatum = :quarter", "quarter", quarter);
        return BY_ID.page(sql, MOVE, wanted, asked, Rows.of(FlaggedMove.class));
    }

    /**
     * The moves that stand, that nobody acknowledged, and that a line of the run is about on either side: of the two
     * peildata it may be the earlier one that was delivered wrongly.
     */
    public List<FlaggedMove> inTheWayOf(UUID run) {
        return sql.query(
                        MOVE
                                + """
                                 where upper_inf(m.known) and a.move_id is null
                                   and exists (select from payment_line l
                                               where l.run_id = :run and l.uzovi = m.uzovi and l.agb = m.agb
                                                 and l.quarter in (m.peildatum, m.compared_with))
                                 order by m.peildatum, m.agb
                                """)
                .bind("run", run)
                .map(Rows.of(FlaggedMove.class))
                .list();
    }

    /** @throws MoveRefused if somebody acknowledged it meanwhile */
    public void acknowledge(UUID id, String reason, Deed acknowledged) {
        Violations.translated(
                Map.of("a_move_is_acknowledged_once", () -> MoveRefused.acknowledged(id)), () -> sql.update(
                                """
                                insert into ion_mass_move_acknowledgement
                                    (move_id, reason, acknowledged_by, acknowledged_at)
                                values (:id, :reason, :by, :at)
                                """)
                        .bind("id", id)
                        .bind("reason", reason)
                        .bindMethods(acknowledged)
                        .execute());
    }
}
