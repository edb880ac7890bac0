package nl.mtvp.contract.following.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.contract.following.domain.FollowingFilter;
import nl.mtvp.contract.following.domain.FollowingProposal;
import nl.mtvp.contract.following.domain.FollowingProposal.Closing;
import nl.mtvp.contract.following.domain.FollowingState;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.access.Visibility.Owner;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import org.jdbi.v3.core.statement.StatementContext;

/** Following proposals in the database, which holds that a pair has one open at most. */
@ApplicationScoped
public class FollowingRepository {

    private static final Map<Owner, String> OWNERS = Map.of(Owner.INSURER, "f.uzovi", Owner.PRACTICE, "f.agb");

    private final Sql sql;

    FollowingRepository(Sql sql) {
        this.sql = sql;
    }

    /** False when the pair has an open one. */
    public boolean add(FollowingProposal proposal) {
        int added = sql.update(
                        """
                        insert into following_proposal (id, preferent_contract_id, renews, uzovi, agb, starts_on,
                            tariff_series, proposed_at, due_at, state)
                        values (:id, :preferentContractId, :renewed, :uzovi, :agb, :startsOn, :tariffSeries,
                            :proposedAt, :dueAt, 'PROPOSED')
                        on conflict (uzovi, agb) where state = 'PROPOSED' do nothing
                        """)
                .bindMethods(proposal)
                .bind("renewed", proposal.renews().orElse(null))
                .execute();
        return added == 1;
    }

    /** Writes down how it ended. The caller holds its lock. */
    public void close(FollowingProposal closed) {
        var closing = closed.closing().orElseThrow();
        sql.update(
                        """
                        update following_proposal set state = :state, closed_at = :at, closed_by = :by,
                            closed_reason = :reason
                        where id = :id
                        """)
                .bind("state", closed.state())
                .bind("at", closing.at())
                .bind("by", closing.by())
                .bind("reason", closing.reason().orElse(null))
                .bind("id", closed.id())
                .execute();
    }

    public Optional<FollowingProposal> withId(UUID id, Visibility visibility) {
        return one(id, visibility, "");
    }

    /** The same, its row locked: of two who answer at once, the second sees what the first did. */
    public Optional<FollowingProposal> locked(UUID id, Visibility visibility) {
        return one(id, visibility, "for update");
    }

    /** The open proposal of a pair, its row locked. */
    public Optional<FollowingProposal> lockedOpen(Uzovi uzovi, Agb agb) {
        return sql.query(
                        """
                        select * from following_proposal
                        where uzovi = :uzovi and agb = :agb and state = 'PROPOSED' for update
                        """)
                .bind("uzovi", uzovi)
                .bind("agb", agb)
                .map(FollowingRepository::proposal)
                .findOne();
    }

    /** An open proposal whose waiting time is over, its row locked; not one that another replica works on. */
    public Optional<FollowingProposal> claimDue(Instant now, Collection<UUID> but) {
        return sql.query(
                        """
                        select * from following_proposal
                        where state = 'PROPOSED' and due_at <= :now and id <> all(:but)
                        order by due_at, id limit 1 for update skip locked
                        """)
                .bind("now", now)
                .bind("but", but.toArray(UUID[]::new))
                .map(FollowingRepository::proposal)
                .findOne();
    }

    /** Proposals in the order in which they were made. */
    public List<FollowingProposal> after(
            FollowingFilter filter, LocalDate today, Visibility visibility, UUID after, int limit) {
        var visible = visibility.of(OWNERS);
        return sql.query(
                        """
                        select f.* from following_proposal f join contract preferent on preferent.id = preferent_contract_id
                        where <visible>
                          and (cast(:uzovi as text) is null or f.uzovi = :uzovi)
                          and (cast(:agb as text) is null or f.agb = :agb)
                          and (cast(:state as text) is null or f.state = :state)
                          and (cast(:ended as boolean) is null or :ended = (preferent.stop_id is not null
                              or preferent.annulled_at is not null
                              or coalesce(preferent.ended_from <= :today, false)))
                          and (cast(:after as uuid) is null or f.id > :after)
                        order by f.id limit :limit
                        """)
                .define("visible", visible.sql())
                .bindMap(visible.parameters())
                .bind("uzovi", filter.uzovi().map(Uzovi::code).orElse(null))
                .bind("agb", filter.agb().map(Agb::code).orElse(null))
                .bind("state", filter.state().map(FollowingState::name).orElse(null))
                .bind("ended", filter.preferentEnded().orElse(null))
                .bind("today", today)
                .bind("after", after)
                .bind("limit", limit)
                .map(FollowingRepository::proposal)
                .list();
    }

    private Optional<FollowingProposal> one(UUID id, Visibility visibility, String lock) {
        var visible = visibility.of(OWNERS);
        return sql.query("select * from following_proposal f where id = :id and <visible> <lock>")
                .define("visible", visible.sql())
                .define("lock", lock)
                .bindMap(visible.parameters())
                .bind("id", id)
                .map(FollowingRepository::proposal)
                .findOne();
    }

    private static FollowingProposal proposal(ResultSet row, StatementContext context) throws SQLException {
        var closedAt = row.getObject("closed_at", OffsetDateTime.class);
        var closing = closedAt == null
                ? Optional.<Closing>empty()
                : Optional.of(new Closing(
                        closedAt.toInstant(),
                        row.getString("closed_by"),
                        Optional.ofNullable(row.getString("closed_reason"))));
        return new FollowingProposal(
                row.getObject("id", UUID.class),
                row.getObject("preferent_contract_id", UUID.class),
                Optional.ofNullable(row.getObject("renews", UUID.class)),
                new Uzovi(row.getString("uzovi")),
                new Agb(row.getString("agb")),
                row.getObject("starts_on", LocalDate.class),
                row.getString("tariff_series"),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                FollowingState.valueOf(row.getString("state")),
                closing);
    }
}
