package nl.mtvp.plan.proposal.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.access.Visibility.Owner;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.db.Violations;
import nl.mtvp.kernel.failure.DomainFailure;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.plan.proposal.domain.Answer;
import nl.mtvp.plan.proposal.domain.Decision;
import nl.mtvp.plan.proposal.domain.Proposal;
import nl.mtvp.plan.proposal.domain.ProposalFilter;
import nl.mtvp.plan.proposal.domain.ProposalIsNot;
import nl.mtvp.plan.proposal.domain.ProposalState;
import nl.mtvp.plan.proposal.domain.ProposerNotRegistered;
import nl.mtvp.plan.proposal.domain.SameHands;

/** Keeps proposals with the insurer's and the national desk's word on them (D2). What was said only grows. */
@ApplicationScoped
public class ProposalRepository {

    private static final String SELECT =
            """
            select p.id, p.agb, p.rho, p.uzovi, p.kernelement, p.name, p.description, p.motivation, p.expected_effect,
                   p.state, p.proposed_at, p.proposed_by,
                   a.outcome as answer, a.reasons as answer_reasons, a.answered_by, a.answered_at,
                   d.outcome as decision, d.reasons as decision_reasons, d.code, d.name_en, d.usable_from,
                   d.decided_on, d.decided_by, d.decided_at
            from intervention_proposal p
            left join intervention_answer a on a.proposal_id = p.id
            left join intervention_decision d on d.proposal_id = p.id
            """;

    private final Sql sql;

    ProposalRepository(Sql sql) {
        this.sql = sql;
    }

    public void add(Proposal proposal) {
        Map<String, Supplier<? extends DomainFailure>> failures =
                Map.of("intervention_proposal_rho_fkey", () -> new ProposerNotRegistered("RHO " + proposal.rho()));
        Violations.translated(failures, () -> sql.update(
                        """
                        insert into intervention_proposal (id, agb, rho, uzovi, kernelement, name, description, motivation,
                            expected_effect, proposed_at, proposed_by)
                        values (:id, :agb, :rho, :uzovi, :kernelement, :name, :description, :motivation,
                            :expectedEffect, :proposedAt, :proposedBy)
                        """)
                .bindMethods(proposal)
                .bindByType("agb", proposal.agb(), Agb.class)
                .bindMethods(proposal.idea())
                .execute());
    }

    /** Takes the proposal's turn: until this transaction ends, nobody else has it. */
    public void take(UUID id) {
        sql.query("select id from intervention_proposal where id = :id for update")
                .bind("id", id)
                .mapTo(UUID.class)
                .one();
    }

    public void add(Proposal proposal, Answer answer) {
        Map<String, Supplier<? extends DomainFailure>> failures = Map.of(
                "an_insurer_answers_once",
                () -> new ProposalIsNot(proposal.state(), answer.outcome()),
                "the_proposer_never_answers",
                SameHands::new);
        Violations.translated(failures, () -> sql.update(
                        """
                        insert into intervention_answer (proposal_id, proposed_by, outcome, reasons, answered_at,
                            answered_by)
                        values (:id, :proposedBy, :outcome, :reasons, :answeredAt, :answeredBy)
                        """)
                .bind("id", proposal.id())
                .bind("proposedBy", proposal.proposedBy())
                .bindMethods(answer)
                .execute());
        becomes(proposal, answer.outcome());
    }

    public void add(Proposal proposal, Decision decision) {
        Map<String, Supplier<? extends DomainFailure>> failures = Map.of(
                "the_desk_decides_once",
                () -> new ProposalIsNot(proposal.state(), decision.outcome()),
                "who_proposed_or_forwarded_never_decides",
                SameHands::new);
        var entry = Optional.ofNullable(decision.entry());
        Violations.translated(failures, () -> sql.update(
                        """
                        insert into intervention_decision (proposal_id, proposed_by, answered_by, outcome, reasons, code,
                            name_en, usable_from, decided_on, decided_at, decided_by)
                        values (:id, :proposedBy, :answeredBy, :outcome, :reasons, :code, :nameEn,
                            cast(:usableFrom as date), :decidedOn, :decidedAt, :decidedBy)
                        """)
                .bind("id", proposal.id())
                .bind("proposedBy", proposal.proposedBy())
                .bind("answeredBy", proposal.answer().answeredBy())
                .bindMethods(decision)
                .bind("code", entry.map(joining -> joining.code()).orElse(null))
                .bind("nameEn", entry.map(joining -> joining.nameEn()).orElse(null))
                .bind("usableFrom", entry.map(joining -> joining.usableFrom()).orElse(null))
                .execute());
        becomes(proposal, decision.outcome());
    }

    private void becomes(Proposal proposal, ProposalState next) {
        sql.update("update intervention_proposal set state = :next where id = :id")
                .bind("id", proposal.id())
                .bind("next", next)
                .execute();
    }

    /** @param national whether all that reached the national desk is visible too */
    public Optional<Proposal> visible(UUID id, Visibility visibility, boolean national) {
        var visible = visible(visibility, national);
        return sql.query(SELECT + "where p.id = :id and <visible>")
                .define("visible", visible.sql())
                .bindMap(visible.parameters())
                .bind("id", id)
                .map(ProposalRows.PROPOSAL)
                .findOne();
    }

    /** Oldest first. */
    public List<Proposal> visible(
            ProposalFilter filter, Visibility visibility, boolean national, UUID after, int limit) {
        var visible = visible(visibility, national);
        return sql.query(
                        SELECT
                                + """
                                where <visible> and (cast(:state as text) is null or p.state = :state)
                                  and (cast(:agb as text) is null or p.agb = :agb)
                                  and (cast(:rho as text) is null or p.rho = :rho)
                                  and (cast(:after as uuid) is null or p.id > :after)
                                order by p.id limit :limit
                                """)
                .define("visible", visible.sql())
                .bindMap(visible.parameters())
                .bind("state", filter.state())
                .bindByType("agb", filter.agb(), Agb.class)
                .bind("rho", filter.rho())
                .bind("after", after)
                .bind("limit", limit)
                .map(ProposalRows.PROPOSAL)
                .list();
    }

    private static Visibility.Condition visible(Visibility visibility, boolean national) {
        var owner = visibility.of(Map.of(Owner.PRACTICE, "p.agb", Owner.RHO, "p.rho", Owner.INSURER, "p.uzovi"));
        var parameters = new HashMap<>(owner.parameters());
        parameters.put("national", national);
        return new Visibility.Condition(
                "(" + owner.sql() + " or :national and p.state in ('FORWARDED', 'ACCEPTED', 'REJECTED'))", parameters);
    }
}
