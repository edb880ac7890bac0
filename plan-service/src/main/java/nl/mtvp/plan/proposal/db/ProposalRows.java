package nl.mtvp.plan.proposal.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.plan.catalogue.domain.Kernelement;
import nl.mtvp.plan.proposal.domain.Answer;
import nl.mtvp.plan.proposal.domain.Decision;
import nl.mtvp.plan.proposal.domain.Entry;
import nl.mtvp.plan.proposal.domain.Idea;
import nl.mtvp.plan.proposal.domain.Proposal;
import nl.mtvp.plan.proposal.domain.ProposalState;
import org.jdbi.v3.core.mapper.RowMapper;

/** How a proposal is read from a row. */
final class ProposalRows {

    static final RowMapper<Proposal> PROPOSAL = (row, context) -> new Proposal(
            row.getObject("id", UUID.class),
            row.getString("agb") == null ? null : new Agb(row.getString("agb")),
            row.getString("rho"),
            new Uzovi(row.getString("uzovi")),
            new Idea(
                    Kernelement.valueOf(row.getString("kernelement")),
                    row.getString("name"),
                    row.getString("description"),
                    row.getString("motivation"),
                    row.getString("expected_effect")),
            ProposalState.valueOf(row.getString("state")),
            row.getString("proposed_by"),
            moment(row, "proposed_at"),
            answer(row),
            decision(row));

    private ProposalRows() {}

    private static Answer answer(ResultSet row) throws SQLException {
        return row.getString("answer") == null
                ? null
                : new Answer(
                        ProposalState.valueOf(row.getString("answer")),
                        row.getString("answer_reasons"),
                        row.getString("answered_by"),
                        moment(row, "answered_at"));
    }

    private static Decision decision(ResultSet row) throws SQLException {
        return row.getString("decision") == null
                ? null
                : new Decision(
                        ProposalState.valueOf(row.getString("decision")),
                        row.getString("decision_reasons"),
                        entry(row),
                        row.getObject("decided_on", LocalDate.class),
                        row.getString("decided_by"),
                        moment(row, "decided_at"));
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return row.getString("code") == null
                ? null
                : new Entry(
                        row.getString("code"), row.getString("name_en"), row.getObject("usable_from", LocalDate.class));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
