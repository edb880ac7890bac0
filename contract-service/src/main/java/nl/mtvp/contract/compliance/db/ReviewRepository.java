package nl.mtvp.contract.compliance.db;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import nl.mtvp.contract.compliance.db.ReviewRow.AnswerRow;
import nl.mtvp.contract.compliance.db.ReviewRow.DecisionRow;
import nl.mtvp.contract.compliance.db.ReviewRow.HearingRow;
import nl.mtvp.contract.compliance.db.ReviewRow.SampleRow;
import nl.mtvp.contract.compliance.db.ReviewRow.SampleRow.MemberRow;
import nl.mtvp.contract.compliance.domain.Answer;
import nl.mtvp.contract.compliance.domain.Hearing;
import nl.mtvp.contract.compliance.domain.Review;
import nl.mtvp.contract.compliance.domain.Review.ReviewFilter;
import nl.mtvp.contract.compliance.domain.ReviewRefused;
import nl.mtvp.contract.compliance.domain.Sample;
import nl.mtvp.contract.contract.domain.Signature;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.access.Visibility.Owner;
import nl.mtvp.kernel.db.Filters;
import nl.mtvp.kernel.db.Ids;
import nl.mtvp.kernel.db.Order;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.db.Violations;
import nl.mtvp.kernel.failure.DomainFailure;
import nl.mtvp.kernel.identity.Uuids;
import nl.mtvp.kernel.identity.Uzovi;

/**
 * Reviews in the database, with everything that is said and decided in them: each act is a row that stays. Samples of them
 * too, with seed and population, so that anybody can draw them again.
 */
@ApplicationScoped
public class ReviewRepository implements PanacheRepositoryBase<ReviewRow, UUID> {

    private static final Map<Owner, String> OWNERS = Map.of(Owner.INSURER, "held.uzovi", Owner.PRACTICE, "held.agb");

    private static final Map<Owner, String> OF_SAMPLE = Map.of(Owner.INSURER, "uzovi");

    private static final Order<Sample> SAMPLES_BY_ID = Order.by("id", Uuids::of, Sample::id);

    private static final Order<ReviewRow> BY_ID = Order.by("r.id", Uuids::of, row -> row.id);

    private static final String REVIEWS = "from Review r left join fetch r.hearing h";

    /** Pair assertion of ReviewLife.state. */
    private static final String STATE =
            """
            :state = coalesce(
                (select cast(d.outcome as String) from ReviewDecision d where d.reviewId = r.id
                    order by d.number desc limit 1),
                case when h.reviewId is null then 'OPEN' else 'HEARING' end)
            """;

    private static final String IN_SAMPLE =
            """
            exists (select 1 from Sample s join SampleMember m on m.sampleId = s.id
                where s.id = :sampleId and s.year = r.year and m.contractId = r.contractId)
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
        return find("select r.contractId from Review r where r.uzovi = ?1 and r.year = ?2 order by 1", uzovi, year)
                .project(UUID.class)
                .list();
    }

    /** The review, if it is there for who asks. */
    public Optional<Review> find(UUID id, Visibility visibility) {
        var wanted = visible(visibility).and("r.id = :id", "id", id);
        return told(find(REVIEWS + " " + wanted.where(), wanted.parameters()).list()).stream()
                .findFirst();
    }

    /** Its contract, whose turn is taken before the review itself is read. */
    public Optional<UUID> findContractId(UUID id, Visibility visibility) {
        var wanted = visible(visibility).and("r.id = :id", "id", id);
        return find("select r.contractId from Review r " + wanted.where(), wanted.parameters())
                .project(UUID.class)
                .firstResultOptional();
    }

    /** Reviews in the order in which they were made. */
    public Page<Review> list(ReviewFilter filter, Visibility visibility, PageRequest asked) {
        var wanted = visible(visibility)
                .and("r.uzovi = :uzovi", "uzovi", filter.uzovi())
                .and("r.year = :year", "year", filter.year())
                .and("r.contractId = :contractId", "contractId", filter.contractId())
                .and(IN_SAMPLE, "sampleId", filter.sampleId())
                .and(
                        STATE,
                        "state",
                        filter.state() == null ? null : filter.state().name());
        var page = BY_ID.page(this, REVIEWS, wanted, asked);
        return new Page<>(told(page.rows()), page.next());
    }

    /** @throws ReviewRefused if somebody was faster */
    public void addHearing(UUID reviewId, Hearing hearing) {
        getEntityManager().persist(new HearingRow(reviewId, hearing));
        Violations.translating(Map.of("compliance_hearing_pkey", ReviewRefused::meanwhile), this::flush);
    }

    public void addAnswer(UUID reviewId, Answer answer) {
        getEntityManager().persist(new AnswerRow(reviewId, answer));
    }

    /**
     * Writes down the review's last decision.
     *
     * @throws ReviewRefused if who decides made it or opened its hearing
     * @throws ReviewRefused if somebody was faster, or the practice was not heard yet
     */
    public void addDecision(Review decided, LocalDate today) {
        getEntityManager().persist(new DecisionRow(decided, today));
        Violations.translating(
                Map.of(
                        "one_decision_per_turn",
                        ReviewRefused::meanwhile,
                        "no_breach_before_the_practice_was_heard",
                        ReviewRefused::meanwhile,
                        "four_eyes_on_a_review",
                        ReviewRefused::ownReview),
                this::flush);
    }

    /** @param whenUnregistered why it is refused if its insurer is not registered */
    public void add(Sample sample, Supplier<DomainFailure> whenUnregistered) {
        getEntityManager().persist(new SampleRow(sample));
        Violations.translating(Map.of("compliance_sample_uzovi_fkey", whenUnregistered), this::flush);
        sql.update(
                        """
                        insert into compliance_sample_member (sample_id, rank, contract_id)
                        select :id, rank, contract_id
                        from unnest(:memberIds) with ordinality as drawn (contract_id, rank)
                        """)
                .bind("id", sample.id())
                .bind("memberIds", sample.members().toArray(UUID[]::new))
                .execute();
    }

    /** The sample, if it is there for who asks. */
    public Optional<Sample> findSample(UUID id, Visibility visibility) {
        return samples(new Filters().and("id = :id", "id", id).and(visibility.hql(OF_SAMPLE)), 1).stream()
                .findFirst();
    }

    /** Samples in the order in which they were drawn. */
    public Page<Sample> listSamples(Visibility visibility, PageRequest asked) {
        var wanted = SAMPLES_BY_ID.after(new Filters().and(visibility.hql(OF_SAMPLE)), asked);
        return SAMPLES_BY_ID.page(samples(wanted, asked.limit() + 1), asked);
    }

    private List<Sample> samples(Filters wanted, int limit) {
        var query = getEntityManager()
                .createQuery("from Sample " + wanted.where() + " order by id", SampleRow.class)
                .setMaxResults(limit);
        wanted.parameters().forEach(query::setParameter);
        var rows = query.getResultList();
        var members = acts(
                        "from SampleMember m where m.sampleId in :ids order by m.rank",
                        MemberRow.class,
                        rows.stream().map(row -> row.id).toList())
                .collect(groupingBy(row -> row.sampleId, mapping(row -> row.contractId, toList())));
        return rows.stream()
                .map(row -> row.sample(members.getOrDefault(row.id, List.of())))
                .toList();
    }

    /** Who holds the contract for some of its days, now or ahead, may see its reviews. */
    private static Filters visible(Visibility visibility) {
        var holds = visibility.hql(OWNERS);
        return new Filters()
                .and(new Visibility.Condition(
                        "exists (select 1 from ContractHolding held where held.contractId = r.contractId and "
                                + holds.sql() + ")",
                        holds.parameters()));
    }

    /** The reviews with what was said and decided in them, all in two statements. */
    private List<Review> told(List<ReviewRow> rows) {
        var ids = rows.stream().map(row -> row.id).toList();
        var answers = acts("from ReviewAnswer where reviewId in :ids order by id", AnswerRow.class, ids)
                .collect(groupingBy(row -> row.reviewId, mapping(AnswerRow::answer, toList())));
        var decisions = acts("from ReviewDecision d where d.reviewId in :ids order by d.number", DecisionRow.class, ids)
                .collect(groupingBy(row -> row.reviewId, mapping(DecisionRow::decision, toList())));
        return rows.stream()
                .map(row ->
                        row.review(answers.getOrDefault(row.id, List.of()), decisions.getOrDefault(row.id, List.of())))
                .toList();
    }

    private <T> Stream<T> acts(String query, Class<T> type, List<UUID> ids) {
        return getEntityManager()
                .createQuery(query, type)
                .setParameter("ids", ids)
                .getResultStream();
    }
}
