package nl.mtvp.plan.admission.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.db.Filters;
import nl.mtvp.kernel.db.Order;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.db.Violations;
import nl.mtvp.plan.admission.domain.AdmissionRefused;
import nl.mtvp.plan.admission.domain.Ceilings;
import nl.mtvp.plan.admission.domain.Ceilings.NationalCeiling;
import nl.mtvp.plan.admission.domain.Round;
import nl.mtvp.plan.admission.domain.Transcript.Commitment;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.threeten.extra.YearQuarter;

/** Keeps rounds and the notary's commitments, which only grow; the ceilings are kept by migrations. */
@ApplicationScoped
public class RoundRepository implements PanacheRepositoryBase<RoundRow, UUID> {

    private static final Order<RoundRow> BY_QUARTER = Order.<RoundRow>by(
                    "r.opened.quarter", YearQuarter::parse, row -> row.opened.quarter())
            .then("r.opened.region", String::valueOf, row -> row.opened.region());

    private static final Order<NationalCeiling> BY_BEGIN =
            Order.by("c.from_quarter", YearQuarter::parse, NationalCeiling::fromQuarter);

    private final Sql sql;

    RoundRepository(Sql sql) {
        this.sql = sql;
    }

    public Ceilings ceilings() {
        return new Ceilings(sql.query("select from_quarter, percent from admission_ceiling")
                .map((row, context) -> Map.entry(
                        YearQuarter.from(row.getObject("from_quarter", LocalDate.class)), row.getInt("percent")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** What may start, and what was admitted, over all regions: the newest ceiling last. */
    public Page<NationalCeiling> listNationalCeilings(PageRequest asked) {
        return BY_BEGIN.page(
                sql,
                """
                select c.from_quarter, c.percent, c.national_ion,
                       (select coalesce(sum(a.ion), 0) from admission a
                        where a.withdrawn_at is null and (c.next_quarter is null or a.quarter < c.next_quarter))
                           as admitted_ion
                from (select *, lead(from_quarter) over (order by from_quarter) as next_quarter
                      from admission_ceiling) c
                """,
                new Filters(),
                asked,
                ConstructorMapper.of(NationalCeiling.class));
    }

    public void add(Round round, Actor actor) {
        persist(RoundRow.of(round, actor));
        Violations.translating(
                Map.of(
                        "one_round_per_region_and_quarter",
                        () -> AdmissionRefused.roundExists(round.region(), round.quarter())),
                this::flush);
    }

    /** @throws AdmissionRefused when somebody committed to the same seed before, here or elsewhere */
    public void addCommitment(UUID round, int number, Commitment given) {
        getEntityManager().persist(CommitmentRow.of(round, number, given));
        Violations.translating(
                Map.of(
                        "one_commitment_per_draw",
                        AdmissionRefused::commitmentGiven,
                        "a_seed_is_committed_to_once",
                        AdmissionRefused::seedUsedBefore),
                this::flush);
    }

    public Optional<Commitment> findCommitment(UUID round, int number) {
        return Optional.ofNullable(getEntityManager().find(CommitmentRow.class, new CommitmentRow.Key(round, number)))
                .map(CommitmentRow::told);
    }

    public Optional<Round> find(UUID id) {
        return findByIdOptional(id).map(row -> row.opened);
    }

    public Optional<Round> findLatest(String region) {
        return find("opened.region = ?1 order by opened.quarter desc", region)
                .firstResultOptional()
                .map(row -> row.opened);
    }

    /** @throws AdmissionRefused when the region has a round after this one */
    public void requireLatest(Round round) {
        var latest = findLatest(round.region()).orElseThrow();
        if (!latest.id().equals(round.id())) {
            throw AdmissionRefused.laterRoundOpened(latest.quarter());
        }
    }

    /** @param region only its rounds, or null; @param quarter only those for it, or null */
    public Page<Round> listRounds(String region, YearQuarter quarter, PageRequest asked) {
        var wanted = new Filters()
                .and("r.opened.region = :region", "region", region)
                .and("r.opened.quarter = :quarter", "quarter", quarter);
        return BY_QUARTER.page(this, "from AdmissionRound r", wanted, asked).map(row -> row.opened);
    }
}
