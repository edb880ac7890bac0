package nl.mtvp.contract.ending.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.contract.contract.domain.Side;
import nl.mtvp.contract.contract.domain.Signature;
import nl.mtvp.contract.ending.domain.Ending;
import nl.mtvp.contract.ending.domain.Ending.Withdrawal;
import nl.mtvp.contract.ending.domain.EndingKind;
import nl.mtvp.contract.ending.domain.EndingNotOpen;
import nl.mtvp.contract.ending.domain.EndingState;
import nl.mtvp.contract.ending.domain.EndingTerms;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.db.Violations;
import org.jdbi.v3.core.statement.StatementContext;

/** Ends of contracts in the database, where each fact about them is a row that stays. Ask for a contract's only. */
@ApplicationScoped
public class EndingRepository {

    private static final String ENDINGS =
            """
            select ending.*, reason, withdrawn_on, withdrawn_by, withdrawn_with, withdrawn_at
            from ending left join ending_withdrawal on ending_id = ending.id
            """;

    private final Sql sql;

    EndingRepository(Sql sql) {
        this.sql = sql;
    }

    public void add(Ending ending) {
        sql.update(
                        """
                        insert into ending (id, contract_id, kind, told_by, ended_from, grounds, announced_on,
                            announced_by, announced_with, announced_at)
                        values (:id, :contractId, :terms.kind, :terms.toldBy, :terms.endedFrom, :grounds, :announcedOn,
                            :announced.subject, :announced.client, :announced.at)
                        """)
                .bindMethods(ending)
                .execute();
    }

    /** @throws EndingNotOpen if its day has come, or somebody was faster */
    public void addWithdrawal(Ending withdrawn) {
        var withdrawal = withdrawn.withdrawn().orElseThrow();
        Violations.translated(
                Map.of(
                        "ending_withdrawal_pkey",
                        () -> new EndingNotOpen(EndingState.WITHDRAWN),
                        "no_withdrawal_once_in_effect",
                        () -> new EndingNotOpen(EndingState.IN_EFFECT)),
                () -> sql.update(
                                """
                                insert into ending_withdrawal (ending_id, ended_from, told_by, reason, withdrawn_on,
                                    withdrawn_by, withdrawn_with, withdrawn_at)
                                values (:id, :terms.endedFrom, :terms.toldBy, :w.reason, :w.on, :w.by.subject,
                                    :w.by.client, :w.by.at)
                                """)
                        .bindMethods(withdrawn)
                        .bindMethods("w", withdrawal)
                        .execute());
    }

    public Optional<Ending> withId(UUID contractId, UUID id) {
        return sql.query(ENDINGS + "where ending.id = :id and contract_id = :contractId")
                .bind("id", id)
                .bind("contractId", contractId)
                .map(EndingRepository::ending)
                .findOne();
    }

    /** The ends of a contract, in the order in which they were told. */
    public List<Ending> after(UUID contractId, UUID after, int limit) {
        return sql.query(
                        ENDINGS
                                + """
                        where contract_id = :contractId and (cast(:after as uuid) is null or ending.id > :after)
                        order by ending.id limit :limit
                        """)
                .bind("contractId", contractId)
                .bind("after", after)
                .bind("limit", limit)
                .map(EndingRepository::ending)
                .list();
    }

    private static Ending ending(ResultSet row, StatementContext context) throws SQLException {
        var terms = new EndingTerms(
                EndingKind.valueOf(row.getString("kind")),
                Side.valueOf(row.getString("told_by")),
                row.getObject("ended_from", LocalDate.class));
        return new Ending(
                row.getObject("id", UUID.class),
                row.getObject("contract_id", UUID.class),
                terms,
                row.getString("grounds"),
                row.getObject("announced_on", LocalDate.class),
                signature(row, "announced"),
                withdrawal(row));
    }

    private static Optional<Withdrawal> withdrawal(ResultSet row) throws SQLException {
        if (row.getString("withdrawn_by") == null) {
            return Optional.empty();
        }
        var on = row.getObject("withdrawn_on", LocalDate.class);
        return Optional.of(new Withdrawal(signature(row, "withdrawn"), on, row.getString("reason")));
    }

    private static Signature signature(ResultSet row, String act) throws SQLException {
        return new Signature(
                row.getString(act + "_by"),
                row.getString(act + "_with"),
                row.getObject(act + "_at", OffsetDateTime.class).toInstant());
    }
}
