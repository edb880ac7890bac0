package nl.mtvp.contract.following.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.mtvp.contract.contract.domain.Signature;
import nl.mtvp.contract.following.db.FollowingRow.PolicyRow;
import nl.mtvp.contract.following.domain.FollowingPolicy;
import nl.mtvp.contract.following.domain.FollowingProposal;
import nl.mtvp.contract.following.domain.FollowingProposal.FollowingFilter;
import nl.mtvp.contract.following.domain.FollowingRefused;
import nl.mtvp.contract.following.domain.FollowingState;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.access.Visibility.Owner;
import nl.mtvp.kernel.db.Filters;
import nl.mtvp.kernel.db.Order;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uuids;
import nl.mtvp.kernel.identity.Uzovi;
import org.hibernate.Timeouts;
import org.hibernate.jpa.SpecHints;

/** How insurers follow, and following proposals, in the database, which holds that a pair has one open at most. */
@ApplicationScoped
public class FollowingRepository implements PanacheRepositoryBase<FollowingRow, UUID> {

    private static final String PROPOSALS = "from FollowingProposal f ";
    private static final Order<FollowingRow> BY_ID = Order.by("f.id", Uuids::of, row -> row.id);
    private static final Map<Owner, String> OWNERS = Map.of(Owner.INSURER, "f.uzovi", Owner.PRACTICE, "f.agb");

    private final Sql sql;

    FollowingRepository(Sql sql) {
        this.sql = sql;
    }

    /** False when the pair has an open one. */
    public boolean add(FollowingProposal proposal) {
        return add(List.of(proposal)) == 1;
    }

    /** Adds those whose pair has no open one, and tells how many these are. */
    public int add(List<FollowingProposal> several) {
        if (several.isEmpty()) {
            return 0;
        }
        var batch = sql.batch(
                """
                insert into following_proposal (id, preferent_contract_id, renews, uzovi, agb, starts_on,
                    tariff_series, proposed_at, due_at, state)
                values (:id, :preferentContractId, :renewed, :uzovi, :agb, :startsOn, :tariffSeries,
                    :proposedAt, :dueAt, 'PROPOSED')
                on conflict (uzovi, agb) where state = 'PROPOSED' do nothing
                """);
        several.forEach(proposal -> batch.bindMethods(proposal)
                .bind("renewed", proposal.renews().orElse(null))
                .add());
        return IntStream.of(batch.execute()).sum();
    }

    /** Writes down how it ended. The caller holds its lock. */
    public void close(FollowingProposal closed) {
        findById(closed.id()).close(closed);
    }

    /** The proposal, if it is there for who asks. */
    public Optional<FollowingProposal> find(UUID id, Visibility visibility) {
        return one(id, visibility, LockModeType.NONE);
    }

    /** The same, its row locked: of two who answer at once, the second sees what the first did. */
    public Optional<FollowingProposal> locked(UUID id, Visibility visibility) {
        return one(id, visibility, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The open proposal of a pair, its row locked. */
    public Optional<FollowingProposal> lockedOpen(Uzovi uzovi, Agb agb) {
        return find("uzovi = ?1 and agb = ?2 and state = ?3", uzovi, agb, FollowingState.PROPOSED)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResultOptional()
                .map(FollowingRow::proposal);
    }

    /** An open proposal whose waiting time is over, its row locked; not one that another replica works on. */
    public Optional<FollowingProposal> claimDue(Instant now, Collection<UUID> but) {
        var due = new Filters()
                .and("f.state = :open", "open", FollowingState.PROPOSED)
                .and("f.dueAt <= :now", "now", now)
                .and("f.id not in :but", "but", but.isEmpty() ? null : but);
        return find(PROPOSALS + due.where() + " order by f.dueAt, f.id", due.parameters())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint(SpecHints.HINT_SPEC_LOCK_TIMEOUT, Timeouts.SKIP_LOCKED_MILLI)
                .firstResultOptional()
                .map(FollowingRow::proposal);
    }

    /** Proposals in the order in which they were made. */
    public Page<FollowingProposal> list(
            FollowingFilter filter, LocalDate today, Visibility visibility, PageRequest asked) {
        var wanted = new Filters()
                .and(visibility.hql(OWNERS))
                .and("f.uzovi = :uzovi", "uzovi", filter.uzovi())
                .and("f.agb = :agb", "agb", filter.agb())
                .and("f.state = :state", "state", filter.state());
        if (filter.preferentEnded() != null) {
            wanted.and(
                    (filter.preferentEnded() ? "" : "not ")
                            + """
                        exists (select 1 from Contract p where p.id = f.preferentContractId
                            and (p.stop.stopId is not null or p.annulled.at is not null
                                or p.ending.endedFrom <= :today))
                        """,
                    "today",
                    today);
        }
        return BY_ID.page(this, PROPOSALS, wanted, asked).map(FollowingRow::proposal);
    }

    /** The policy of each of these insurers, stated or not. */
    public Map<Uzovi, FollowingPolicy> policies(Collection<Uzovi> uzovis) {
        var policies = new HashMap<Uzovi, FollowingPolicy>();
        uzovis.forEach(uzovi -> policies.put(uzovi, FollowingPolicy.unstated(uzovi)));
        getEntityManager()
                .createQuery("from FollowingPolicy where uzovi in :uzovis", PolicyRow.class)
                .setParameter("uzovis", uzovis)
                .getResultStream()
                .map(PolicyRow::policy)
                .forEach(policy -> policies.put(policy.uzovi(), policy));
        return policies;
    }

    /** @throws FollowingRefused if somebody was faster */
    public void state(FollowingPolicy policy, Signature by) {
        int written = sql.update(
                        """
                        insert into following_policy as p (uzovi, version, follows, waiting_working_days, tariff_series,
                            stated_by, stated_with, stated_at)
                        values (:uzovi, :version, :follows, :waitingWorkingDays, :tariffSeries,
                            :by.subject, :by.client, :by.at)
                        on conflict (uzovi) do update set (version, follows, waiting_working_days, tariff_series,
                            stated_by, stated_with, stated_at) = (excluded.version, excluded.follows,
                            excluded.waiting_working_days, excluded.tariff_series, excluded.stated_by,
                            excluded.stated_with, excluded.stated_at)
                        where p.version = excluded.version - 1
                        """)
                .bindMethods(policy)
                .bindMethods("by", by)
                .execute();
        if (written == 0) {
            throw FollowingRefused.policyChangedMeanwhile();
        }
    }

    private Optional<FollowingProposal> one(UUID id, Visibility visibility, LockModeType lock) {
        var wanted = new Filters().and("f.id = :id", "id", id).and(visibility.hql(OWNERS));
        return find(PROPOSALS + wanted.where(), wanted.parameters())
                .withLock(lock)
                .singleResultOptional()
                .map(FollowingRow::proposal);
    }
}
