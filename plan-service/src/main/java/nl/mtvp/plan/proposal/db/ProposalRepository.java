package nl.mtvp.plan.proposal.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.access.Visibility.Owner;
import nl.mtvp.kernel.db.Filters;
import nl.mtvp.kernel.db.Order;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.db.Violations;
import nl.mtvp.kernel.identity.Uuids;
import nl.mtvp.plan.proposal.domain.Proposal;
import nl.mtvp.plan.proposal.domain.Proposal.ProposalFilter;
import nl.mtvp.plan.proposal.domain.ProposalRefused;
import nl.mtvp.plan.proposal.domain.ProposalState;

/** Keeps proposals with the insurer's and the national desk's word on them (D2). What was said only grows. */
@ApplicationScoped
public class ProposalRepository implements PanacheRepositoryBase<Proposal, UUID> {

    private static final Order<Proposal> OLDEST_FIRST = Order.by("p.id", Uuids::of, Proposal::id);

    private static final String WITH_WORDS =
            "from InterventionProposal p left join fetch p.answer left join fetch p.decision";

    private static final Map<Owner, String> OWNERS =
            Map.of(Owner.PRACTICE, "p.agb", Owner.RHO, "p.rho", Owner.INSURER, "p.uzovi");
    private static final List<ProposalState> NATIONAL =
            List.of(ProposalState.FORWARDED, ProposalState.ACCEPTED, ProposalState.REJECTED);

    public void add(Proposal proposal) {
        persist(proposal);
        Violations.translating(
                Map.of(
                        "intervention_proposal_rho_fkey",
                        () -> ProposalRefused.proposerNotRegistered("RHO " + proposal.rho())),
                this::flush);
    }

    /** Writes down what was said on a proposal. @param before where it stood */
    public void said(Proposal proposal, ProposalState before) {
        Violations.translating(
                Map.of(
                        "an_insurer_answers_once",
                        () -> ProposalRefused.isNot(before, proposal.state()),
                        "the_proposer_never_answers",
                        ProposalRefused::sameHands,
                        "the_desk_decides_once",
                        () -> ProposalRefused.isNot(before, proposal.state()),
                        "who_proposed_or_forwarded_never_decides",
                        ProposalRefused::sameHands),
                this::flush);
    }

    /** The one that {@code find} finds, and its turn: until this transaction ends, nobody else has it. */
    public Optional<Proposal> locked(UUID id, Visibility visibility, boolean national) {
        var wanted = wanted(visibility, national).and("p.id = :id", "id", id);
        // Nothing is joined to what is locked: it could be older than the lock.
        return find("from InterventionProposal p " + wanted.where(), wanted.parameters())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .flatMap(locked -> find(id, visibility, national));
    }

    /** @param national whether all that reached the national desk is visible too */
    public Optional<Proposal> find(UUID id, Visibility visibility, boolean national) {
        var wanted = wanted(visibility, national).and("p.id = :id", "id", id);
        return find(WITH_WORDS + " " + wanted.where(), wanted.parameters()).firstResultOptional();
    }

    /** Oldest first. */
    public Page<Proposal> list(ProposalFilter filter, Visibility visibility, boolean national, PageRequest asked) {
        var wanted = wanted(visibility, national)
                .and("p.state = :state", "state", filter.state())
                .and("p.agb = :agb", "agb", filter.agb())
                .and("p.rho = :rho", "rho", filter.rho());
        return OLDEST_FIRST.page(this, WITH_WORDS, wanted, asked);
    }

    private static Filters wanted(Visibility visibility, boolean national) {
        var owned = visibility.hql(OWNERS);
        return new Filters().and(national ? owned.or("p.state in :national", Map.of("national", NATIONAL)) : owned);
    }
}
