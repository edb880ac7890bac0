package nl.mtvp.plan.learning.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.access.Visibility.Owner;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.db.Violations;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.json.Digests;
import nl.mtvp.plan.learning.domain.Participation;
import nl.mtvp.plan.learning.domain.Participation.Withdrawal;
import nl.mtvp.plan.learning.domain.ParticipationFilter;
import nl.mtvp.plan.learning.domain.ParticipationWithdrawn;
import nl.mtvp.plan.learning.domain.Place;
import org.jdbi.v3.core.mapper.RowMapper;

/** Keeps in which interventions practices took part (D12). A practice sees its own, an RHO its regions' practices'. */
@ApplicationScoped
public class ParticipationRepository {

    private static final String SELECT =
            """
            select t.id, t.agb, t.code, t.took_place_on, t.document, t.document_digest, t.recorded_at,
                   w.reason, w.withdrawn_at
            from participation t
            join practices_on(:today) p on p.agb = t.agb
            join region g on g.code = p.region
            left join participation_withdrawal w on w.participation_id = t.id
            """;

    private static final RowMapper<Participation> PARTICIPATION = (row, context) -> new Participation(
            row.getObject("id", UUID.class),
            new Agb(row.getString("agb")),
            row.getString("code"),
            row.getObject("took_place_on", LocalDate.class),
            row.getString("document"),
            Digests.hex(row.getBytes("document_digest")),
            row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
            row.getString("reason") == null
                    ? null
                    : new Withdrawal(
                            row.getString("reason"),
                            row.getObject("withdrawn_at", OffsetDateTime.class).toInstant()));

    private final Sql sql;

    ParticipationRepository(Sql sql) {
        this.sql = sql;
    }

    /** Where a practice is on a day. */
    public Optional<Place> place(Agb agb, LocalDate day) {
        return sql.query(
                        """
                        select g.code, g.rho from practices_on(:day) p join region g on g.code = p.region
                        where p.agb = :agb
                        """)
                .bind("day", day)
                .bind("agb", agb)
                .map((row, context) -> new Place(row.getString("code"), row.getString("rho")))
                .findOne();
    }

    public void add(Participation participation, Actor actor) {
        sql.update(
                        """
                        insert into participation (id, agb, code, took_place_on, document, document_digest,
                            recorded_at, recorded_by)
                        values (:id, :agb, :code, :tookPlaceOn, :document, :digest, :recordedAt, :actor)
                        """)
                .bindMethods(participation)
                .bind("digest", HexFormat.of().parseHex(participation.documentDigest()))
                .bind("actor", actor.subject())
                .execute();
    }

    public void withdraw(UUID id, Withdrawal withdrawal, Actor actor) {
        Violations.translated(
                Map.of("a_participation_is_withdrawn_once", ParticipationWithdrawn::new), () -> sql.update(
                                """
                                insert into participation_withdrawal (participation_id, reason, withdrawn_at, withdrawn_by)
                                values (:id, :reason, :withdrawnAt, :actor)
                                """)
                        .bind("id", id)
                        .bind("reason", withdrawal.reason())
                        .bind("withdrawnAt", withdrawal.withdrawnAt())
                        .bind("actor", actor.subject())
                        .execute());
    }

    public Optional<Participation> visible(UUID id, LocalDate today, Visibility visibility) {
        var visible = visibility.of(Map.of(Owner.RHO, "g.rho", Owner.PRACTICE, "t.agb"));
        return sql.query(SELECT + "where t.id = :id and <visible>")
                .define("visible", visible.sql())
                .bindMap(visible.parameters())
                .bind("today", today)
                .bind("id", id)
                .map(PARTICIPATION)
                .findOne();
    }

    /** By id, which is the order in which they were recorded. */
    public List<Participation> visible(
            ParticipationFilter filter, LocalDate today, Visibility visibility, UUID after, int limit) {
        var visible = visibility.of(Map.of(Owner.RHO, "g.rho", Owner.PRACTICE, "t.agb"));
        return sql.query(
                        SELECT
                                + """
                                where <visible> and (cast(:agb as text) is null or t.agb = :agb)
                                  and (cast(:code as text) is null or t.code = :code)
                                  and (cast(:region as text) is null or p.region = :region)
                                  and (cast(:from as date) is null or t.took_place_on >= :from)
                                  and (cast(:until as date) is null or t.took_place_on < :until)
                                  and (cast(:after as uuid) is null or t.id > :after)
                                order by t.id limit :limit
                                """)
                .define("visible", visible.sql())
                .bindMap(visible.parameters())
                .bind("today", today)
                .bindByType("agb", filter.agb(), Agb.class)
                .bind("code", filter.code())
                .bind("region", filter.region())
                .bind("from", filter.from())
                .bind("until", filter.until())
                .bind("after", after)
                .bind("limit", limit)
                .map(PARTICIPATION)
                .list();
    }
}
