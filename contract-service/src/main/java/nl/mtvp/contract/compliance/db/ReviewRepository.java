package nl.mtvp.contract.compliance.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.contract.compliance.domain.Answer;
import nl.mtvp.contract.compliance.domain.Decision;
import nl.mtvp.contract.compliance.domain.Hearing;
import nl.mtvp.contract.compliance.domain.Outcome;
import nl.mtvp.contract.compliance.domain.Review;
import nl.mtvp.contract.compliance.domain.ReviewFilter;
import nl.mtvp.contract.compliance.domain.ReviewState;
import nl.mtvp.contract.contract.domain.Frozen;
import nl.mtvp.contract.contract.domain.Signature;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.access.Visibility.Owner;
import nl.mtvp.kernel.db.Ids;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import org.jdbi.v3.core.statement.Query;

/** Reviews in the database, read with everything that was said and decided in them. */
@ApplicationScoped
public class ReviewRepository {

    private static final Map<Owner, String> OWNERS = Map.of(Owner.INSURER, "held.uzovi", Owner.PRACTICE, "held.agb");

    private static final String REVIEWS =
            """
            select review.*, contract.agb, opened_on, ends_on, grounds, opened_by, opened_with, opened_at
            from compliance_review review
            join contract on contract.id = review.contract_id
            left join compliance_hearing hearing on hearing.review_id = review.id
            where exists (
                select from contract_holding held where held.contract_id = review.contract_id and <visible>)
            """;

    /** Pair assertion of ReviewLife.state. */
    private static final String STATE =
            """
            coalesce((select outcome from compliance_decision where review_id = review.id order by number desc limit 1),
                case when hearing.review_id is null then 'OPEN' else 'HEARING' end)
            """;

    private final Sql sql;

    ReviewRepository(Sql sql) {
        this.sql = sql;
    }

    /**
     * Makes the reviews that are missing, of the contracts whose year has begun and that were in force in it, in a
     * fixed number of statements. Tells how many were made.
     */
    public int addMissing(Uzovi uzovi, int year, LocalDate today, Signature by) {
        var missing = sql.query(
                        """
                        select id from contract
                        where uzovi = :uzovi and annulled_at is null
                          and starts_on + make_interval(years => :year - 1) <= :today
                          and coalesce(least(stopped_from, ended_from) > starts_on + make_interval(years => :year - 1),
                              true)
                          and not exists (
                              select from compliance_review
                              where contract_id = contract.id and compliance_review.year = :year)
                        order by id
                        """)
                .bind("uzovi", uzovi)
                .bind("year", year)
                .bind("today", today)
                .mapTo(UUID.class)
                .list();
        return sql.update(
                        """
                        insert into compliance_review (id, contract_id, uzovi, year, made_by, made_with, made_at)
                        select id, contract_id, :uzovi, :year, :by.subject, :by.client, :by.at
                        from unnest(:ids, :contractIds) as missing (id, contract_id)
                        on conflict on constraint one_review_per_contract_and_year do nothing
                        """)
                .bind("uzovi", uzovi)
                .bind("year", year)
                .bindMethods("by", by)
                .bind("ids", missing.stream().map(contractId -> Ids.at(by.at())).toArray(UUID[]::new))
                .bind("contractIds", missing.toArray(UUID[]::new))
                .execute();
    }

    /** The contracts of an insurer with a review of a year, in the order of their ids. */
    public List<UUID> contractsReviewed(Uzovi uzovi, int year) {
        return sql.query(
                        """
                        select contract_id from compliance_review where uzovi = :uzovi and year = :year
                        order by contract_id
                        """)
                .bind("uzovi", uzovi)
                .bind("year", year)
                .mapTo(UUID.class)
                .list();
    }

    /** The review, if it is there for who asks. */
    public Optional<Review> withId(UUID id, Visibility visibility) {
        var query = sql.query(REVIEWS + "and review.id = :id").bind("id", id);
        return reviews(query, visibility).stream().findFirst();
    }

    /** Reviews in the order in which they were made. */
    public List<Review> after(ReviewFilter filter, Visibility visibility, UUID after, int limit) {
        var query = sql.query(
                        REVIEWS
                                + """
                  and (cast(:uzovi as text) is null or review.uzovi = :uzovi)
                  and (cast(:year as integer) is null or year = :year)
                  and (cast(:contractId as uuid) is null or review.contract_id = :contractId)
                  and (cast(:sampleId as uuid) is null or exists (
                      select from compliance_sample sample join compliance_sample_member member
                          on member.sample_id = sample.id
                      where sample.id = :sampleId and sample.year = review.year
                        and member.contract_id = review.contract_id))
                  and (cast(:state as text) is null or :state =
                """
                                + STATE
                                + """
                  ) and (cast(:after as uuid) is null or review.id > :after)
                order by review.id limit :limit
                """)
                .bind("uzovi", filter.uzovi().map(Uzovi::code).orElse(null))
                .bind("year", filter.year().orElse(null))
                .bind("contractId", filter.contractId().orElse(null))
                .bind("sampleId", filter.sampleId().orElse(null))
                .bind("state", filter.state().map(ReviewState::name).orElse(null))
                .bind("after", after)
                .bind("limit", limit);
        return reviews(query, visibility);
    }

    private List<Review> reviews(Query query, Visibility visibility) {
        var visible = visibility.of(OWNERS);
        var bare = query.define("visible", visible.sql())
                .bindMap(visible.parameters())
                .map((row, context) -> review(row))
                .list();
        var ids = bare.stream().map(Review::id).toArray(UUID[]::new);
        var answers = new HashMap<UUID, List<Answer>>();
        sql.query("select * from compliance_answer where review_id = any(:ids) order by id")
                .bind("ids", ids)
                .map((row, context) -> Map.entry(id(row, "review_id"), answer(row)))
                .forEach(entry -> answers.computeIfAbsent(entry.getKey(), none -> new ArrayList<>())
                        .add(entry.getValue()));
        var decisions = new HashMap<UUID, List<Decision>>();
        sql.query("select * from compliance_decision where review_id = any(:ids) order by number")
                .bind("ids", ids)
                .map((row, context) -> Map.entry(id(row, "review_id"), decision(row)))
                .forEach(entry -> decisions
                        .computeIfAbsent(entry.getKey(), none -> new ArrayList<>())
                        .add(entry.getValue()));
        return bare.stream()
                .map(review -> new Review(
                        review.id(),
                        review.contractId(),
                        review.uzovi(),
                        review.agb(),
                        review.year(),
                        review.made(),
                        review.hearing(),
                        answers.getOrDefault(review.id(), List.of()),
                        decisions.getOrDefault(review.id(), List.of())))
                .toList();
    }

    private static Review review(ResultSet row) throws SQLException {
        return new Review(
                id(row, "id"),
                id(row, "contract_id"),
                new Uzovi(row.getString("uzovi")),
                new Agb(row.getString("agb")),
                row.getInt("year"),
                signature(row, "made"),
                row.getString("opened_by") == null
                        ? Optional.empty()
                        : Optional.of(new Hearing(
                                day(row, "opened_on"),
                                day(row, "ends_on"),
                                row.getString("grounds"),
                                signature(row, "opened"))),
                List.of(),
                List.of());
    }

    private static Answer answer(ResultSet row) throws SQLException {
        return new Answer(id(row, "id"), row.getString("text"), signature(row, "given"));
    }

    private static Decision decision(ResultSet row) throws SQLException {
        return new Decision(
                Outcome.valueOf(row.getString("outcome")),
                row.getString("grounds"),
                Optional.ofNullable(day(row, "remedy_until")),
                Optional.ofNullable(id(row, "stop_id")),
                Optional.ofNullable(id(row, "clawback_id")),
                Frozen.of(row.getBytes("document")),
                signature(row, "decided"));
    }

    private static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private static Signature signature(ResultSet row, String act) throws SQLException {
        Instant at = row.getObject(act + "_at", OffsetDateTime.class).toInstant();
        return new Signature(row.getString(act + "_by"), row.getString(act + "_with"), at);
    }
}
