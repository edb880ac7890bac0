package nl.mtvp.contract.succession.db;

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
import nl.mtvp.contract.succession.domain.ConfirmedAlready;
import nl.mtvp.contract.succession.domain.OwnSuccession;
import nl.mtvp.contract.succession.domain.Succession;
import nl.mtvp.contract.succession.domain.SuccessionNotPossible;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.db.Violations;
import nl.mtvp.kernel.identity.Agb;
import org.jdbi.v3.core.statement.StatementContext;

/** Successions in the database, where proposal and confirmation are rows that stay. Ask for a contract's only. */
@ApplicationScoped
public class SuccessionRepository {

    private static final String SUCCESSIONS =
            """
            select succession.*, confirmed_by, confirmed_with, confirmed_at, array(
                select contract_id from succession_merger where succession_id = succession.id order by contract_id) as merged
            from succession
            left join succession_confirmation confirmation on confirmation.succession_id = succession.id
            """;

    private final Sql sql;

    SuccessionRepository(Sql sql) {
        this.sql = sql;
    }

    public void add(Succession succession) {
        sql.update(
                        """
                        insert into succession (id, contract_id, old_agb, new_agb, succeeds_from, grounds, proposed_for,
                            proposed_by, proposed_with, proposed_at)
                        values (:id, :contractId, :oldAgb, :newAgb, :from, :grounds, :proposedFor, :proposed.subject,
                            :proposed.client, :proposed.at)
                        """)
                .bindMethods(succession)
                .execute();
        sql.update("insert into succession_merger (succession_id, contract_id) select :id, unnest(:contractIds)")
                .bind("id", succession.id())
                .bind("contractIds", succession.merged().toArray(UUID[]::new))
                .execute();
    }

    /**
     * Writes down a confirmation.
     *
     * @throws ConfirmedAlready if somebody was faster
     * @throws OwnSuccession if who confirms is who proposed
     * @throws SuccessionNotPossible if one of the two AGBs has another predecessor or successor
     */
    public void addConfirmation(Succession confirmed) {
        Violations.translated(
                Map.of(
                        "succession_confirmation_pkey", ConfirmedAlready::new,
                        "one_succession_per_day", ConfirmedAlready::new,
                        "four_eyes_on_a_succession", OwnSuccession::new,
                        "one_agb_follows_one", SuccessionNotPossible::anotherFollows,
                        "one_agb_is_followed_by_one", SuccessionNotPossible::anotherFollows),
                () -> sql.update(
                                """
                                insert into succession_confirmation (succession_id, contract_id, old_agb, new_agb,
                                    succeeds_from, proposed_by, confirmed_by, confirmed_with, confirmed_at)
                                values (:id, :contractId, :oldAgb, :newAgb, :from, :proposed.subject, :by.subject,
                                    :by.client, :by.at)
                                """)
                        .bindMethods(confirmed)
                        .bindMethods("by", confirmed.confirmed().orElseThrow())
                        .execute());
    }

    public Optional<Succession> withId(UUID contractId, UUID id) {
        return sql.query(SUCCESSIONS + "where succession.id = :id and succession.contract_id = :contractId")
                .bind("id", id)
                .bind("contractId", contractId)
                .map(SuccessionRepository::succession)
                .findOne();
    }

    /** The successions of a contract, in the order in which they were proposed. */
    public List<Succession> after(UUID contractId, UUID after, int limit) {
        return sql.query(
                        SUCCESSIONS
                                + """
                        where succession.contract_id = :contractId
                          and (cast(:after as uuid) is null or succession.id > :after)
                        order by succession.id limit :limit
                        """)
                .bind("contractId", contractId)
                .bind("after", after)
                .bind("limit", limit)
                .map(SuccessionRepository::succession)
                .list();
    }

    private static Succession succession(ResultSet row, StatementContext context) throws SQLException {
        return new Succession(
                row.getObject("id", UUID.class),
                row.getObject("contract_id", UUID.class),
                new Agb(row.getString("old_agb")),
                new Agb(row.getString("new_agb")),
                row.getObject("succeeds_from", LocalDate.class),
                List.of((UUID[]) row.getArray("merged").getArray()),
                row.getString("grounds"),
                Side.valueOf(row.getString("proposed_for")),
                signature(row, "proposed"),
                row.getString("confirmed_by") == null ? Optional.empty() : Optional.of(signature(row, "confirmed")));
    }

    private static Signature signature(ResultSet row, String act) throws SQLException {
        return new Signature(
                row.getString(act + "_by"),
                row.getString(act + "_with"),
                row.getObject(act + "_at", OffsetDateTime.class).toInstant());
    }
}
