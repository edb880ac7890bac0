package nl.mtvp.kernel.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.access.Visibility.Owner;
import nl.mtvp.kernel.failure.DomainFailure;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.money.Euro;
import org.threeten.extra.YearQuarter;

/** Trials, as a service keeps what it has, and a use case of them. */
@ApplicationScoped
class TrialRepository implements PanacheRepositoryBase<Trial, UUID> {

    private static final Order<Trial> BY_AMOUNT =
            Order.<Trial>by("cents", Euro::of, trial -> trial.cents).then("agb", Agb::new, trial -> trial.agb);

    private final Sql sql;

    TrialRepository(Sql sql) {
        this.sql = sql;
    }

    void add(Trial trial) {
        persist(trial);
        Violations.translating(Map.of("one_trial_per_pair", PairTaken::new), this::flush);
    }

    Page<Trial> list(Uzovi uzovi, Visibility visibility, PageRequest asked) {
        var wanted =
                new Filters().and("uzovi = :uzovi", "uzovi", uzovi).and(visibility.hql(Map.of(Owner.INSURER, "uzovi")));
        return BY_AMOUNT.page(this, wanted, asked);
    }

    Page<Trial> listBySql(Uzovi uzovi, Visibility visibility, PageRequest asked) {
        var wanted =
                new Filters().and("uzovi = :uzovi", "uzovi", uzovi).and(visibility.of(Map.of(Owner.INSURER, "uzovi")));
        return BY_AMOUNT.page(sql, "select agb, cents from trial", wanted, asked, (row, context) -> {
            var trial = new Trial(new Uzovi("0000"), row.getString("agb"));
            trial.cents = new Euro(row.getLong("cents"));
            return trial;
        });
    }

    /** Adds to a trial's amount, in its turn. */
    @Transactional
    public void raise(UUID id, Runnable meanwhile, UUID then) {
        findById(id, LockModeType.PESSIMISTIC_WRITE).cents = new Euro(100);
        meanwhile.run();
        findById(then, LockModeType.PESSIMISTIC_WRITE).starts = YearQuarter.of(2024, 1);
    }

    static final class PairTaken extends DomainFailure {
        PairTaken() {
            super(Kind.CONFLICT, "pair-taken", "taken");
        }
    }
}
