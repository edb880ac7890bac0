package nl.mtvp.plan.admission.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.db.Violations;
import nl.mtvp.plan.admission.domain.Ceilings;
import nl.mtvp.plan.admission.domain.CommitmentGiven;
import nl.mtvp.plan.admission.domain.LaterRoundOpened;
import nl.mtvp.plan.admission.domain.NationalCeiling;
import nl.mtvp.plan.admission.domain.Round;
import nl.mtvp.plan.admission.domain.RoundExists;
import nl.mtvp.plan.admission.domain.SeedUsedBefore;
import nl.mtvp.plan.admission.domain.Transcript.Commitment;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.threeten.extra.YearQuarter;

/** Keeps rounds and the notary's commitments. They only grow. */
@ApplicationScoped
public class RoundRepository {

    private static final String SELECT =
            "select id, region, quarter, ceiling_percent, preferences_until, opened_at from admission_round ";

    private final Sql sql;

    RoundRepository(Sql sql) {
        this.sql = sql;
    }

    public Ceilings ceilings() {
        return new Ceilings(sql
                .query("select from_quarter, percent from admission_ceiling")
                .map((row, context) -> Map.entry(
                        YearQuarter.from(row.getObject("from_quarter", LocalDate.class)), row.getInt("percent")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** What may start, and what was admitted, over all regions: the newest ceiling last. */
    public List<NationalCeiling> nationalCeilings(String after, int limit) {
        return sql.query(
                        """
                        select from_quarter, percent, national_ion,
                               (select coalesce(sum(a.ion), 0) from admission a
                                where a.withdrawn_at is null and (c.next_quarter is null or a.quarter < c.next_quarter))
                                   as admitted_ion
                        from (select *, lead(from_quarter) over (order by from_quarter) as next_quarter
                              from admission_ceiling) c
                        where cast(:after as text) is null or from_quarter::text > :after
                        order by from_quarter limit :limit
                        """)
                .bind("after", after)
                .bind("limit", limit)
                .map(ConstructorMapper.of(NationalCeiling.class))
                .list();
    }

    public void add(Round round, Actor actor) {
        Violations.translated(
                Map.of("one_round_per_region_and_quarter", () -> new RoundExists(round.region(), round.quarter())),
                () -> sql.update(
                                """
                                insert into admission_round (id, region, quarter, ceiling_percent, preferences_until,
                                    opened_at, opened_by)
                                values (:id, :region, :quarter, :ceilingPercent, :preferencesUntil, :openedAt, :actor)
                                """)
                        .bindMethods(round)
                        .bind("actor", actor.subject())
                        .execute());
    }

    /** @throws SeedUsedBefore when somebody committed to the same seed before, here or elsewhere */
    public void addCommitment(UUID round, int number, Commitment commitment) {
        Violations.translated(
                Map.of(
                        "one_commitment_per_draw",
                        CommitmentGiven::new,
                        "a_seed_is_committed_to_once",
                        SeedUsedBefore::new),
                () -> sql.update(
                                """
                        insert into draw_commitment (round_id, number, commitment, committed_at, committed_by)
                        values (:round, :number, decode(:digest, 'hex'), :committedAt, :committedBy)
                        """)
                        .bind("number", number)
                        .bind("round", round)
                        .bindMethods(commitment)
                        .execute());
    }

    public Optional<Commitment> commitment(UUID round, int number) {
        return sql.query(
                        """
                        select encode(commitment, 'hex') as digest, committed_by, committed_at
                        from draw_commitment where round_id = :round and number = :number
                        """)
                .bind("number", number)
                .bind("round", round)
                .map(ConstructorMapper.of(Commitment.class))
                .findOne();
    }

    public Optional<Round> withId(UUID id) {
        return sql.query(SELECT + "where id = :id")
                .bind("id", id)
                .map(ConstructorMapper.of(Round.class))
                .findOne();
    }

    public Optional<Round> latest(String region) {
        return sql.query(SELECT + "where region = :region order by quarter desc limit 1")
                .bind("region", region)
                .map(ConstructorMapper.of(Round.class))
                .findOne();
    }

    /** @throws LaterRoundOpened when the region has a round after this one */
    public void requireLatest(Round round) {
        var latest = latest(round.region()).orElseThrow();
        if (!latest.id().equals(round.id())) {
            throw new LaterRoundOpened(latest.quarter());
        }
    }

    /** @param region only its rounds, or null; @param quarter only those for it, or null */
    public List<Round> rounds(String region, YearQuarter quarter, String after, int limit) {
        return sql.query(
                        SELECT
                                + """
                          where (cast(:region as text) is null or region = :region)
                            and (cast(:quarter as date) is null or quarter = :quarter)
                            and (cast(:after as text) is null or quarter || '/' || region > :after)
                          order by quarter || '/' || region limit :limit
                          """)
                .bind("region", region)
                .bindByType("quarter", quarter, YearQuarter.class)
                .bind("after", after)
                .bind("limit", limit)
                .map(ConstructorMapper.of(Round.class))
                .list();
    }
}
