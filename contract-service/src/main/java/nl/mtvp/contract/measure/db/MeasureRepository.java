package nl.mtvp.contract.measure.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.contract.measure.domain.Measure;
import nl.mtvp.contract.measure.domain.MeasureKind;
import nl.mtvp.contract.measure.domain.MeasureRefused;
import nl.mtvp.contract.measure.domain.MeasureState;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.access.Visibility.Owner;
import nl.mtvp.kernel.db.Filters;
import nl.mtvp.kernel.db.Order;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.db.Violations;
import nl.mtvp.kernel.identity.Uuids;

/** Stops and clawbacks in the database, where each fact about them is a row that stays. */
@ApplicationScoped
public class MeasureRepository implements PanacheRepositoryBase<MeasureRow, UUID> {

    private static final Map<Owner, String> OWNERS = Map.of(Owner.INSURER, "c.uzovi");

    private static final Order<MeasureRow> BY_ID = Order.by("m.id", Uuids::of, row -> row.id);

    private static final String MEASURES = "from Measure m left join fetch m.decision left join fetch m.withdrawal";

    public void add(Measure measure) {
        persist(new MeasureRow(measure));
    }

    /**
     * Writes down a decision.
     *
     * @throws MeasureRefused if who decides is who proposed
     * @throws MeasureRefused if somebody was faster
     */
    public void addDecision(Measure decided) {
        getEntityManager().persist(new MeasureRow.DecisionRow(decided));
        Violations.translating(
                Map.of(
                        "four_eyes_on_a_measure",
                        MeasureRefused::ownMeasure,
                        "measure_decision_pkey",
                        () -> MeasureRefused.notOpen(MeasureState.DECIDED)),
                this::flush);
    }

    /** @throws MeasureRefused if somebody was faster */
    public void addWithdrawal(Measure withdrawn) {
        getEntityManager().persist(new MeasureRow.WithdrawalRow(withdrawn));
        Violations.translating(
                Map.of("measure_withdrawal_pkey", () -> MeasureRefused.notOpen(MeasureState.WITHDRAWN)), this::flush);
    }

    /** The measure, if its contract's insurer is one of the asker's. */
    public Optional<Measure> find(MeasureKind kind, UUID id, Visibility visibility) {
        var wanted = visible(kind, visibility).and("m.id = :id", "id", id);
        return find(MEASURES + " " + wanted.where(), wanted.parameters())
                .firstResultOptional()
                .map(MeasureRow::measure);
    }

    /** Its contract, whose turn is taken before the measure itself is read. */
    public Optional<UUID> findContractId(MeasureKind kind, UUID id, Visibility visibility) {
        var wanted = visible(kind, visibility).and("m.id = :id", "id", id);
        return find("select m.contractId from Measure m " + wanted.where(), wanted.parameters())
                .project(UUID.class)
                .firstResultOptional();
    }

    /** Measures of a kind in the order in which they were proposed, of one contract where that is not null. */
    public Page<Measure> list(MeasureKind kind, UUID contractId, Visibility visibility, PageRequest asked) {
        var wanted = visible(kind, visibility).and("m.contractId = :contractId", "contractId", contractId);
        return BY_ID.page(this, MEASURES, wanted, asked).map(MeasureRow::measure);
    }

    private static Filters visible(MeasureKind kind, Visibility visibility) {
        var owned = visibility.hql(OWNERS);
        return new Filters()
                .and("m.kind = :kind", "kind", kind)
                .and(new Visibility.Condition(
                        "exists (select 1 from Contract c where c.id = m.contractId and " + owned.sql() + ")",
                        owned.parameters()));
    }
}
