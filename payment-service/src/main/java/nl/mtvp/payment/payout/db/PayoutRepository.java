package nl.mtvp.payment.payout.db;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.access.Visibility.Owner;
import nl.mtvp.kernel.db.Filters;
import nl.mtvp.kernel.db.Order;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.db.Violations;
import nl.mtvp.kernel.identity.Uuids;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.payment.payout.domain.Payout;
import nl.mtvp.payment.payout.domain.Payout.PayoutState;
import nl.mtvp.payment.payout.domain.PayoutRefused;
import org.threeten.extra.YearQuarter;

/** Payouts in their table. */
@ApplicationScoped
public class PayoutRepository implements PanacheRepositoryBase<Payout, UUID> {

    private static final Map<Owner, String> OWNERS = Map.of(Owner.INSURER, "uzovi");
    private static final Order<Payout> BY_ID = Order.by("id", Uuids::of, Payout::id);

    private final Sql sql;

    PayoutRepository(Sql sql) {
        this.sql = sql;
    }

    /** @throws PayoutRefused if the insurer has an open one */
    public void add(Payout payout) {
        persist(payout);
        Violations.translating(
                Map.of("one_open_payout_per_insurer", () -> PayoutRefused.openPayout(payout.uzovi())), this::flush);
    }

    public boolean hasOpenPayout(Uzovi uzovi) {
        return count("uzovi = ?1 and state = DRAFT", uzovi) > 0;
    }

    public Optional<Payout> find(UUID id, Visibility visibility) {
        return visible(id, visibility).firstResultOptional();
    }

    /** The same in its turn: nobody else changes it until this transaction ends. */
    public Optional<Payout> locked(UUID id, Visibility visibility) {
        return visible(id, visibility).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    private PanacheQuery<Payout> visible(UUID id, Visibility visibility) {
        var wanted = new Filters().and("id = :id", "id", id).and(visibility.hql(OWNERS));
        return find(wanted.where(), wanted.parameters());
    }

    public Page<Payout> list(Uzovi uzovi, PayoutState state, Visibility visibility, PageRequest asked) {
        var wanted = new Filters()
                .and(visibility.hql(OWNERS))
                .and("uzovi = :uzovi", "uzovi", uzovi)
                .and("state = :state", "state", state);
        return BY_ID.page(this, wanted, asked);
    }

    /** The quarter of the last run that was posted up to a number: without any, nobody is owed anything. */
    public YearQuarter quarter(Uzovi uzovi, long basis) {
        return sql.query(
                        """
                        select r.quarter from posting p join payment_run r on r.id = p.run_id
                        where p.uzovi = :uzovi and p.number <= :basis order by p.number desc limit 1
                        """)
                .bind("uzovi", uzovi)
                .bind("basis", basis)
                .mapTo(YearQuarter.class)
                .one();
    }

    /** The runs that were posted since the payout before: those that each pays, netted with what was open. */
    public Map<UUID, List<UUID>> runs(Collection<UUID> payouts) {
        return sql.query(
                        """
                        select paid.id, p.run_id from payout paid
                        join posting p on p.uzovi = paid.uzovi and p.number <= paid.basis and p.number > (
                            select coalesce(max(before.basis), 0) from payout before
                            where before.uzovi = paid.uzovi and before.state = 'BOOKED' and before.basis < paid.basis)
                        where paid.id = any(:payouts) and p.run_id is not null
                        order by p.number
                        """)
                .bind("payouts", payouts.toArray(UUID[]::new))
                .map((row, context) -> Map.entry(row.getObject("id", UUID.class), row.getObject("run_id", UUID.class)))
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }
}
