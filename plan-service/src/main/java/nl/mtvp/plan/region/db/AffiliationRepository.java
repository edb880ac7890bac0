package nl.mtvp.plan.region.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.access.Visibility.Owner;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.db.Violations;
import nl.mtvp.kernel.failure.DomainFailure;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.plan.region.domain.Affiliation;
import nl.mtvp.plan.region.domain.Move;
import nl.mtvp.plan.region.domain.MovesThatDay;
import nl.mtvp.plan.region.domain.PracticeNotFound;
import nl.mtvp.plan.region.domain.UnknownHub;
import org.jdbi.v3.core.mapper.RowMapper;

/** Keeps where practices belong, from day to day (D5). */
@ApplicationScoped
public class AffiliationRepository {

    private static final RowMapper<Affiliation> AFFILIATION = (row, context) -> new Affiliation(
            row.getString("region"),
            row.getString("rho"),
            row.getString("hub"),
            row.getObject("valid_from", LocalDate.class),
            row.getObject("valid_until", LocalDate.class));

    private static final String SELECT =
            """
            select a.region, g.rho, a.hub, lower(a.valid) as valid_from, upper(a.valid) as valid_until
            from affiliation a join region g on g.code = a.region
            """;

    private final Sql sql;

    AffiliationRepository(Sql sql) {
        this.sql = sql;
    }

    /** Takes the practice's turn to change: until this transaction ends, nobody else has it. */
    public void take(Agb agb) {
        sql.query("select agb from practice where agb = :agb for no key update")
                .bind("agb", agb)
                .mapTo(String.class)
                .findOne()
                .orElseThrow(() -> new PracticeNotFound(agb));
    }

    /** The last place that is known, which may lie ahead. */
    public Affiliation last(Agb agb) {
        return sql.query(SELECT + "where a.agb = :agb and upper_inf(a.valid)")
                .bind("agb", agb)
                .map(AFFILIATION)
                .one();
    }

    /** Closes the last place and opens the next. The constraint holds the practice to one place a day. */
    public void move(Move move, Affiliation last, Actor actor, Instant now) {
        Map<String, Supplier<? extends DomainFailure>> failures = Map.of(
                "a_practice_has_one_place_at_a_time", () -> new MovesThatDay(move.agb(), last),
                "an_affiliation_is_with_a_hub", () -> new UnknownHub(move.region(), move.hub()));
        sql.update(
                        """
                        update affiliation set valid = daterange(lower(valid), :movesOn)
                        where agb = :agb and upper_inf(valid)
                        """)
                .bindMethods(move)
                .execute();
        Violations.translated(failures, () -> sql.update(
                        """
                        insert into affiliation (agb, region, hub, valid, recorded_at, recorded_by)
                        values (:agb, :region, :hub, daterange(:movesOn, null), :now, :actor)
                        """)
                .bindMethods(move)
                .bind("now", now)
                .bind("actor", actor.subject())
                .execute());
    }

    /**
     * All places of a practice in their order, for the practice, the RHOs of any of them, and the insurers that are
     * preferent in any of them.
     *
     * @param after the day on which the page before ended, or null
     */
    public List<Affiliation> visible(Agb agb, Visibility visibility, String after, int limit) {
        var owner = visibility.of(Map.of(Owner.PRACTICE, "x.agb", Owner.RHO, "h.rho"));
        var negotiator = visibility.of(Map.of(Owner.INSURER, "i.uzovi"));
        var parameters = new HashMap<>(owner.parameters());
        parameters.putAll(negotiator.parameters());
        return sql.query(
                        SELECT
                                + """
                                where a.agb = :agb
                                  and (cast(:after as text) is null
                                      or to_char(lower(a.valid), 'YYYY-MM-DD') >= :after)
                                  and exists (
                                      select from affiliation x join region h on h.code = x.region
                                      where x.agb = a.agb and (<owner> or exists (
                                          select from preferent_insurer i where i.region = x.region and <negotiator>)))
                                order by a.valid limit :limit
                                """)
                .define("owner", owner.sql())
                .define("negotiator", negotiator.sql())
                .bindMap(parameters)
                .bind("agb", agb)
                .bind("after", after)
                .bind("limit", limit)
                .map(AFFILIATION)
                .list();
    }
}
