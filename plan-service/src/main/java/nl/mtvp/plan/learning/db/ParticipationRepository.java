package nl.mtvp.plan.learning.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.access.Visibility.Owner;
import nl.mtvp.kernel.db.Filters;
import nl.mtvp.kernel.db.Order;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.db.Violations;
import nl.mtvp.kernel.identity.Deed;
import nl.mtvp.kernel.identity.Uuids;
import nl.mtvp.plan.learning.domain.LearningRefused;
import nl.mtvp.plan.learning.domain.Participation;
import nl.mtvp.plan.learning.domain.Participation.ParticipationFilter;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * Keeps in which interventions practices took part (D12). A practice sees its own, an RHO those of the practices that its
 * regions have today: they are kept by SQL, which knows where a practice is on a day.
 */
@ApplicationScoped
public class ParticipationRepository {

    private static final String SELECT =
            """
            select t.id, t.agb, t.code, t.took_place_on, t.document,
                   encode(t.document_digest, 'hex') as document_digest, t.recorded_at, w.withdrawn_at,
                   w.reason as withdrawn_reason
            from participation t
            join practices_on(:today) p on p.agb = t.agb
            join region g on g.code = p.region
            left join participation_withdrawal w on w.participation_id = t.id
            """;

    private static final RowMapper<Participation> PARTICIPATION = ConstructorMapper.of(Participation.class);
    private static final Order<Participation> BY_ID = Order.by("t.id", Uuids::of, Participation::id);

    private final Sql sql;

    ParticipationRepository(Sql sql) {
        this.sql = sql;
    }

    public void add(Participation participation, Actor actor) {
        sql.update(
                        """
                        insert into participation (id, agb, code, took_place_on, document, document_digest, recorded_at,
                            recorded_by)
                        values (:id, :agb, :code, :tookPlaceOn, :document, decode(:documentDigest, 'hex'), :recordedAt,
                            :actor)
                        """)
                .bindMethods(participation)
                .bind("actor", actor.subject())
                .execute();
    }

    public void withdraw(UUID id, String reason, Deed withdrawn) {
        Violations.translated(
                Map.of("a_participation_is_withdrawn_once", LearningRefused::participationWithdrawn), () -> sql.update(
                                """
                                insert into participation_withdrawal (participation_id, reason, withdrawn_at, withdrawn_by)
                                values (:id, :reason, :at, :by)
                                """)
                        .bind("id", id)
                        .bind("reason", reason)
                        .bindMethods(withdrawn)
                        .execute());
    }

    public Optional<Participation> find(UUID id, LocalDate today, Visibility visibility) {
        var wanted = visibleOn(today, visibility).and("t.id = :id", "id", id);
        return sql.query(SELECT + wanted.where())
                .bindMap(wanted.parameters())
                .map(PARTICIPATION)
                .findOne();
    }

    /** By id, which is the order in which they were recorded. */
    public Page<Participation> list(
            ParticipationFilter filter, LocalDate today, Visibility visibility, PageRequest asked) {
        var wanted = visibleOn(today, visibility)
                .and("t.agb = :agb", "agb", filter.agb())
                .and("t.code = :code", "code", filter.code())
                .and("p.region = :region", "region", filter.region())
                .and("t.took_place_on >= :from", "from", filter.from())
                .and("t.took_place_on < :until", "until", filter.until());
        return BY_ID.page(sql, SELECT, wanted, asked, PARTICIPATION);
    }

    private static Filters visibleOn(LocalDate today, Visibility visibility) {
        return new Filters()
                .and(visibility.of(Map.of(Owner.RHO, "g.rho", Owner.PRACTICE, "t.agb")))
                .with("today", today);
    }
}
