package nl.mtvp.contract.share.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.contract.contract.domain.Signature;
import nl.mtvp.contract.measure.domain.Percentage;
import nl.mtvp.contract.party.domain.Period;
import nl.mtvp.contract.share.domain.Part;
import nl.mtvp.contract.share.domain.RhoShare;
import nl.mtvp.contract.share.domain.ShareStands;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.db.Violations;
import nl.mtvp.kernel.json.Digests;
import nl.mtvp.kernel.money.Euro;
import org.jdbi.v3.core.statement.StatementContext;

/** Shares of contracts in the database, which holds that a contract has one on any day. Ask for a visible one's only. */
@ApplicationScoped
public class ShareRepository {

    private final Sql sql;

    ShareRepository(Sql sql) {
        this.sql = sql;
    }

    /** @throws ShareStands if the contract has one on some of these days */
    public void add(RhoShare share) {
        Violations.translated(Map.of("one_share_at_a_time", ShareStands::new), () -> sql.update(
                        """
                        insert into rho_share (id, contract_id, rho, percentage, cents_per_ion, share_from, share_until,
                            benefit, regioplan_version_id, regioplan_content_hash, consented_by, consented_with,
                            consented_at)
                        values (:id, :contractId, :rho, :percentage, :cents, :valid.from, :until, :benefit,
                            :ground.regioplanVersionId, :hash, :consented.subject, :consented.client, :consented.at)
                        """)
                .bindMethods(share)
                .bind(
                        "percentage",
                        share.part().percentage().map(Percentage::value).orElse(null))
                .bind("cents", share.part().amountPerIon().map(Euro::cents).orElse(null))
                .bind("until", share.valid().until().orElse(null))
                .bind("hash", HexFormat.of().parseHex(share.ground().regioplanContentHash()))
                .execute());
    }

    /** Writes down that it ends earlier than was agreed. The caller holds the contract's lock. */
    public void end(RhoShare ended) {
        sql.update(
                        """
                        update rho_share set (share_until, end_reason, ended_by, ended_with, ended_at) =
                            (:until, :end.reason, :end.by.subject, :end.by.client, :end.by.at)
                        where id = :id
                        """)
                .bind("id", ended.id())
                .bind("until", ended.valid().until().orElseThrow())
                .bindMethods("end", ended.end().orElseThrow())
                .execute();
    }

    public Optional<RhoShare> withId(UUID contractId, UUID id) {
        return sql.query("select * from rho_share where id = :id and contract_id = :contractId")
                .bind("id", id)
                .bind("contractId", contractId)
                .map(ShareRepository::share)
                .findOne();
    }

    /** The shares of a contract, in the order in which they were agreed. */
    public List<RhoShare> after(UUID contractId, UUID after, int limit) {
        return sql.query(
                        """
                        select * from rho_share
                        where contract_id = :contractId and (cast(:after as uuid) is null or id > :after)
                        order by id limit :limit
                        """)
                .bind("contractId", contractId)
                .bind("after", after)
                .bind("limit", limit)
                .map(ShareRepository::share)
                .list();
    }

    private static RhoShare share(ResultSet row, StatementContext context) throws SQLException {
        var cents = row.getObject("cents_per_ion", Long.class);
        var part = new Part(
                Optional.ofNullable(row.getBigDecimal("percentage")).map(Percentage::new),
                Optional.ofNullable(cents).map(Euro::new));
        var valid = new Period(
                row.getObject("share_from", LocalDate.class),
                Optional.ofNullable(row.getObject("share_until", LocalDate.class)));
        var ground = new RhoShare.Ground(
                row.getObject("regioplan_version_id", UUID.class), Digests.hex(row.getBytes("regioplan_content_hash")));
        var end = row.getString("ended_by") == null
                ? Optional.<RhoShare.End>empty()
                : Optional.of(new RhoShare.End(row.getString("end_reason"), signature(row, "ended")));
        return new RhoShare(
                row.getObject("id", UUID.class),
                row.getObject("contract_id", UUID.class),
                row.getString("rho"),
                part,
                valid,
                row.getString("benefit"),
                ground,
                signature(row, "consented"),
                end);
    }

    private static Signature signature(ResultSet row, String act) throws SQLException {
        return new Signature(
                row.getString(act + "_by"),
                row.getString(act + "_with"),
                row.getObject(act + "_at", OffsetDateTime.class).toInstant());
    }
}
