package nl.mtvp.contract.annulment.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.contract.annulment.domain.Annulment;
import nl.mtvp.contract.annulment.domain.Annulment.Answer;
import nl.mtvp.contract.annulment.domain.Annulment.Outcome;
import nl.mtvp.contract.annulment.domain.AnnulmentNotOpen;
import nl.mtvp.contract.annulment.domain.NotForYouToAnswer;
import nl.mtvp.contract.contract.domain.Side;
import nl.mtvp.contract.contract.domain.Signature;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.db.Violations;
import org.jdbi.v3.core.statement.StatementContext;

/** Annulments in the database, where a proposal and its answer are rows that stay. Ask for a contract's only. */
@ApplicationScoped
public class AnnulmentRepository {

    private static final String ANNULMENTS =
            """
            select annulment.*, outcome, answered_for, answered_by, answered_with, answered_at
            from annulment left join annulment_answer on annulment_id = annulment.id
            """;

    private final Sql sql;

    AnnulmentRepository(Sql sql) {
        this.sql = sql;
    }

    public void add(Annulment annulment) {
        sql.update(
                        """
                        insert into annulment (id, contract_id, reason, proposed_for, proposed_by, proposed_with,
                            proposed_at)
                        values (:id, :contractId, :reason, :proposedFor, :proposed.subject, :proposed.client,
                            :proposed.at)
                        """)
                .bindMethods(annulment)
                .execute();
    }

    /**
     * Writes down an answer.
     *
     * @throws AnnulmentNotOpen if somebody was faster
     * @throws NotForYouToAnswer if who agrees is who proposed
     */
    public void addAnswer(Annulment answered) {
        Violations.translated(
                Map.of(
                        "annulment_answer_pkey",
                        () -> new AnnulmentNotOpen(answered.state()),
                        "four_eyes_on_an_annulment",
                        NotForYouToAnswer::toAgree),
                () -> sql.update(
                                """
                                insert into annulment_answer (annulment_id, proposed_for, proposed_by, outcome,
                                    answered_for, answered_by, answered_with, answered_at)
                                values (:id, :proposedFor, :proposed.subject, :answer.outcome, :answer.side,
                                    :answer.by.subject, :answer.by.client, :answer.by.at)
                                """)
                        .bindMethods(answered)
                        .bindMethods("answer", answered.answer().orElseThrow())
                        .execute());
    }

    public Optional<Annulment> withId(UUID contractId, UUID id) {
        return sql.query(ANNULMENTS + "where annulment.id = :id and contract_id = :contractId")
                .bind("id", id)
                .bind("contractId", contractId)
                .map(AnnulmentRepository::annulment)
                .findOne();
    }

    /** The annulments of a contract, in the order in which they were proposed. */
    public List<Annulment> after(UUID contractId, UUID after, int limit) {
        return sql.query(
                        ANNULMENTS
                                + """
                        where contract_id = :contractId and (cast(:after as uuid) is null or annulment.id > :after)
                        order by annulment.id limit :limit
                        """)
                .bind("contractId", contractId)
                .bind("after", after)
                .bind("limit", limit)
                .map(AnnulmentRepository::annulment)
                .list();
    }

    private static Annulment annulment(ResultSet row, StatementContext context) throws SQLException {
        return new Annulment(
                row.getObject("id", UUID.class),
                row.getObject("contract_id", UUID.class),
                row.getString("reason"),
                Side.valueOf(row.getString("proposed_for")),
                signature(row, "proposed"),
                row.getString("outcome") == null
                        ? Optional.empty()
                        : Optional.of(new Answer(
                                Outcome.valueOf(row.getString("outcome")),
                                Side.valueOf(row.getString("answered_for")),
                                signature(row, "answered"))));
    }

    private static Signature signature(ResultSet row, String act) throws SQLException {
        return new Signature(
                row.getString(act + "_by"),
                row.getString(act + "_with"),
                row.getObject(act + "_at", OffsetDateTime.class).toInstant());
    }
}
