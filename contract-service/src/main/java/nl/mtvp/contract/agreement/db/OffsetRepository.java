package nl.mtvp.contract.agreement.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.contract.agreement.domain.AgreementOverlaps;
import nl.mtvp.contract.agreement.domain.Offset;
import nl.mtvp.contract.agreement.domain.Withdrawal;
import nl.mtvp.contract.contract.domain.Signature;
import nl.mtvp.contract.party.domain.EndsAlready;
import nl.mtvp.contract.party.domain.Period;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.db.Violations;
import nl.mtvp.kernel.money.Euro;
import org.jdbi.v3.core.statement.StatementContext;

/** What contracts deduct, in the database, where each fact is a row that stays. Ask for a visible contract's only. */
@ApplicationScoped
public class OffsetRepository {

    private static final String OFFSETS =
            """
            select o.*, e.offset_until as ended_from, e.reason, e.ended_by, e.ended_with, e.ended_at,
                w.reason as withdrawal_reason, w.withdrawn_by, w.withdrawn_with, w.withdrawn_at
            from contract_offset o
            left join contract_offset_end e on e.offset_id = o.id
            left join contract_offset_withdrawal w on w.offset_id = o.id
            """;

    private final Sql sql;

    OffsetRepository(Sql sql) {
        this.sql = sql;
    }

    /**
     * False when the contract has one for this agreement.
     *
     * @throws AgreementOverlaps if it deducts another on some of these days
     */
    public boolean add(Offset offset, Instant agreedAt) {
        int added = Violations.translated(Map.of("one_offset_at_a_time", AgreementOverlaps::new), () -> sql.update(
                        """
                        insert into contract_offset (id, contract_id, agreement_id, arrangement_id, cents_per_quarter,
                            offset_from, offset_until, agreed_at)
                        values (:id, :contractId, :agreementId, :arrangementId, :cents, :agreed.from, :until, :agreedAt)
                        on conflict on constraint one_offset_per_contract_and_agreement do nothing
                        """)
                .bindMethods(offset)
                .bind("cents", offset.amountPerQuarter().cents())
                .bind("until", offset.agreed().until().orElse(null))
                .bind("agreedAt", agreedAt)
                .execute());
        return added == 1;
    }

    /** @throws EndsAlready if somebody was faster */
    public void addEnd(Offset ended) {
        var end = ended.end().orElseThrow();
        Violations.translated(Map.of("contract_offset_end_pkey", () -> new EndsAlready(end.until())), () -> sql.update(
                        """
                        insert into contract_offset_end (offset_id, offset_until, reason, ended_by, ended_with, ended_at)
                        values (:id, :end.until, :end.reason, :end.by.subject, :end.by.client, :end.by.at)
                        """)
                .bind("id", ended.id())
                .bindMethods("end", end)
                .execute());
    }

    public void addWithdrawal(Offset withdrawn) {
        sql.update(
                        """
                        insert into contract_offset_withdrawal (offset_id, reason, withdrawn_by, withdrawn_with,
                            withdrawn_at)
                        values (:id, :reason, :by.subject, :by.client, :by.at)
                        """)
                .bind("id", withdrawn.id())
                .bindMethods(withdrawn.withdrawn().orElseThrow())
                .execute();
    }

    /** What contracts deduct for an agreement. */
    public List<Offset> ofAgreement(UUID agreementId) {
        return sql.query(OFFSETS + "where agreement_id = :agreementId order by o.id")
                .bind("agreementId", agreementId)
                .map(OffsetRepository::offset)
                .list();
    }

    public Optional<Offset> withId(UUID contractId, UUID id) {
        return sql.query(OFFSETS + "where o.id = :id and contract_id = :contractId")
                .bind("id", id)
                .bind("contractId", contractId)
                .map(OffsetRepository::offset)
                .findOne();
    }

    /** The offsets of a contract, in the order in which they were agreed. */
    public List<Offset> after(UUID contractId, UUID after, int limit) {
        return sql.query(
                        OFFSETS
                                + """
                        where contract_id = :contractId and (cast(:after as uuid) is null or o.id > :after)
                        order by o.id limit :limit
                        """)
                .bind("contractId", contractId)
                .bind("after", after)
                .bind("limit", limit)
                .map(OffsetRepository::offset)
                .list();
    }

    private static Offset offset(ResultSet row, StatementContext context) throws SQLException {
        var endedAt = row.getObject("ended_at", OffsetDateTime.class);
        var end = endedAt == null
                ? Optional.<Offset.End>empty()
                : Optional.of(new Offset.End(
                        row.getObject("ended_from", LocalDate.class),
                        row.getString("reason"),
                        new Signature(row.getString("ended_by"), row.getString("ended_with"), endedAt.toInstant())));
        return new Offset(
                row.getObject("id", UUID.class),
                row.getObject("contract_id", UUID.class),
                row.getObject("agreement_id", UUID.class),
                row.getObject("arrangement_id", UUID.class),
                new Euro(row.getLong("cents_per_quarter")),
                new Period(
                        row.getObject("offset_from", LocalDate.class),
                        Optional.ofNullable(row.getObject("offset_until", LocalDate.class))),
                end,
                withdrawal(row));
    }

    private static Optional<Withdrawal> withdrawal(ResultSet row) throws SQLException {
        var at = row.getObject("withdrawn_at", OffsetDateTime.class);
        return at == null
                ? Optional.empty()
                : Optional.of(new Withdrawal(
                        row.getString("withdrawal_reason"),
                        new Signature(row.getString("withdrawn_by"), row.getString("withdrawn_with"), at.toInstant())));
    }
}
