package nl.mtvp.plan.proposal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.db.Ids;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.plan.catalogue.db.InterventionRepository;
import nl.mtvp.plan.proposal.db.ProposalRepository;
import nl.mtvp.plan.proposal.domain.Answer;
import nl.mtvp.plan.proposal.domain.Decision;
import nl.mtvp.plan.proposal.domain.Entry;
import nl.mtvp.plan.proposal.domain.Idea;
import nl.mtvp.plan.proposal.domain.Proposal;
import nl.mtvp.plan.proposal.domain.Proposal.ProposalFilter;
import nl.mtvp.plan.proposal.domain.ProposalRefused;
import nl.mtvp.plan.proposal.domain.ProposalState;
import nl.mtvp.plan.proposal.domain.Proposer;
import nl.mtvp.plan.region.db.PracticeRepository;
import nl.mtvp.plan.region.domain.Place;

/** Takes a new intervention from its proposal into the catalogue, or not (D2). */
@ApplicationScoped
@Transactional
public class ProposalUseCases {

    private final ProposalRepository proposals;
    private final PracticeRepository practices;
    private final InterventionRepository interventions;
    private final Clock clock;

    ProposalUseCases(
            ProposalRepository proposals,
            PracticeRepository practices,
            InterventionRepository interventions,
            Clock clock) {
        this.proposals = proposals;
        this.practices = practices;
        this.interventions = interventions;
        this.clock = clock;
    }

    /** Whose proposals somebody sees; {@code national} also all that reached the national desk. */
    public record Readers(Visibility owners, boolean national) {}

    public Proposal propose(Proposer proposer, Uzovi insurer, Idea idea, Actor actor) {
        var now = clock.instant();
        var proposal = new Proposal(Ids.at(now), proposer, rho(proposer), insurer, idea, actor.at(now));
        proposals.add(proposal);
        return proposal;
    }

    /** The insurer's word. @param reasons needed when it declines */
    public Proposal answer(UUID id, ProposalState outcome, String reasons, Readers readers, Actor actor) {
        var proposal = taken(id, readers);
        var before = proposal.state();
        proposal.answer(new Answer(outcome, reasons, actor.at(clock.instant())));
        proposals.said(proposal, before);
        return proposal;
    }

    /** What the national desk says. @param entry null when it rejects */
    public record Ruling(ProposalState outcome, String reasons, Entry entry) {}

    /** The desk's word; what it accepts stands in the catalogue with it, usable from its day on. */
    public Proposal decide(UUID id, Ruling ruling, Readers readers, Actor person) {
        var proposal = taken(id, readers);
        var decision = new Decision(
                ruling.outcome(), ruling.reasons(), ruling.entry(), LocalDate.now(clock), person.at(clock.instant()));
        var before = proposal.state();
        var joining = proposal.decide(decision);
        proposals.said(proposal, before);
        if (joining != null) {
            interventions.add(joining, id);
        }
        return proposal;
    }

    public Proposal proposal(UUID id, Readers readers) {
        return proposals.find(id, readers.owners(), readers.national()).orElseThrow(() -> ProposalRefused.notFound(id));
    }

    public Page<Proposal> proposals(ProposalFilter filter, Readers readers, PageRequest asked) {
        return proposals.list(filter, readers.owners(), readers.national(), asked);
    }

    /** The RHO that proposes, or that of the practice today. */
    private String rho(Proposer proposer) {
        return proposer.rho() != null
                ? proposer.rho()
                : practices
                        .findPlace(proposer.agb(), LocalDate.now(clock))
                        .map(Place::rho)
                        .orElseThrow(() -> ProposalRefused.proposerNotRegistered("practice " + proposer.agb()));
    }

    private Proposal taken(UUID id, Readers readers) {
        return proposals
                .locked(id, readers.owners(), readers.national())
                .orElseThrow(() -> ProposalRefused.notFound(id));
    }
}
