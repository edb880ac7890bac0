package nl.mtvp.contract.agreement.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.contract.agreement.domain.AgreementOverlaps;
import nl.mtvp.contract.agreement.domain.AgreementWithdrawn;
import nl.mtvp.contract.agreement.domain.Arrangement;
import nl.mtvp.contract.agreement.domain.ArrangementKind;
import nl.mtvp.contract.agreement.domain.ExistingAgreement;
import nl.mtvp.contract.agreement.domain.Withdrawal;
import nl.mtvp.contract.contract.domain.Signature;
import nl.mtvp.contract.party.domain.Period;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.access.Visibility.Owner;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.db.Violations;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.money.Euro;
import org.jdbi.v3.core.statement.StatementContext;

/** Existing agreements and what was arranged for them, in the database; every arrangement stays. */
@ApplicationScoped
public class AgreementRepository {

    private static final Map<Owner, String> OWNERS =
            Map.of(Owner.INSURER, "agreement.uzovi", Owner.PRACTICE, "agreement.agb");

    private static final String AGREEMENTS =
            """
            select agreement.*, last.id as arrangement_id, last.kind, last.reason, last.arranged_by,
                last.arranged_with, last.arranged_at, withdrawal.reason as withdrawal_reason, withdrawn_by,
                withdrawn_with, withdrawn_at
            from existing_agreement agreement
            left join existing_agreement_withdrawal withdrawal on withdrawal.agreement_id = agreement.id
            left join lateral (
                select * from arrangement where agreement_id = agreement.id order by id desc limit 1) last on true
            """;

    private final Sql sql;

    AgreementRepository(Sql sql) {
        this.sql = sql;
    }

    /** @throws AgreementOverlaps if one of the pair is registered for some of these days */
    public void add(ExistingAgreement agreement, Signature by) {
        Violations.translated(Map.of("one_existing_agreement_per_pair", AgreementOverlaps::new), () -> sql.update(
                        """
                        insert into existing_agreement (id, uzovi, agb, name, valid_from, valid_until,
                            cents_per_quarter, replaces, registered_by, registered_with, registered_at)
                        values (:id, :uzovi, :agb, :name, :valid.from, :until, :cents, :replacedId, :by.subject,
                            :by.client, :by.at)
                        """)
                .bindMethods(agreement)
                .bind("until", agreement.valid().until().orElse(null))
                .bind("replacedId", agreement.replaces().orElse(null))
                .bind("cents", agreement.amountPerQuarter().cents())
                .bindMethods("by", by)
                .execute());
    }

    public void add(UUID agreementId, Arrangement arrangement) {
        sql.update(
                        """
                        insert into arrangement (id, agreement_id, kind, reason, arranged_by, arranged_with,
                            arranged_at)
                        values (:id, :agreementId, :kind, :why, :by.subject, :by.client, :by.at)
                        """)
                .bindMethods(arrangement)
                .bind("agreementId", agreementId)
                .bind("why", arrangement.reason().orElse(null))
                .execute();
    }

    /** @throws AgreementWithdrawn if somebody was faster */
    public void addWithdrawal(UUID agreementId, Withdrawal withdrawal) {
        Violations.translated(Map.of("existing_agreement_withdrawal_pkey", AgreementWithdrawn::new), () -> sql.update(
                        """
                                insert into existing_agreement_withdrawal (agreement_id, reason, withdrawn_by,
                                    withdrawn_with, withdrawn_at)
                                values (:agreementId, :reason, :by.subject, :by.client, :by.at)
                                """)
                .bindMethods(withdrawal)
                .bind("agreementId", agreementId)
                .execute());
    }

    public Optional<ExistingAgreement> withId(UUID id, Visibility visibility) {
        var visible = visibility.of(OWNERS);
        return sql.query(AGREEMENTS + "where agreement.id = :id and <visible>")
                .define("visible", visible.sql())
                .bindMap(visible.parameters())
                .bind("id", id)
                .map(AgreementRepository::agreement)
                .findOne();
    }

    /** The existing agreements between these insurers and practices that were not withdrawn. */
    public List<ExistingAgreement> of(Collection<Uzovi> uzovis, Collection<Agb> agbs) {
        return sql.query(AGREEMENTS + "where agreement.uzovi = any(:uzovis) and agreement.agb = any(:agbs)"
                        + " and withdrawn_at is null order by agreement.id")
                .bind("uzovis", uzovis.stream().map(Uzovi::code).toArray(String[]::new))
                .bind("agbs", agbs.stream().map(Agb::code).toArray(String[]::new))
                .map(AgreementRepository::agreement)
                .list();
    }

    /**
     * Until the end of the transaction nobody else registers or arranges agreements of this pair, nor makes a contract
     * of it: so none of them misses the other.
     */
    public void lock(Uzovi uzovi, Agb agb) {
        sql.query("select 1 from pg_advisory_xact_lock(hashtextextended('existing-agreement/' || :pair, 0))")
                .bind("pair", uzovi + "/" + agb)
                .mapTo(Integer.class)
                .one();
    }

    /** Agreements in the order in which they were registered. */
    public List<ExistingAgreement> after(
            Optional<Uzovi> uzovi, Optional<Agb> agb, Visibility visibility, UUID after, int limit) {
        var visible = visibility.of(OWNERS);
        return sql.query(
                        AGREEMENTS
                                + """
                        where <visible>
                          and (cast(:uzovi as text) is null or agreement.uzovi = :uzovi)
                          and (cast(:agb as text) is null or agreement.agb = :agb)
                          and (cast(:after as uuid) is null or agreement.id > :after)
                        order by agreement.id limit :limit
                        """)
                .define("visible", visible.sql())
                .bindMap(visible.parameters())
                .bind("uzovi", uzovi.map(Uzovi::code).orElse(null))
                .bind("agb", agb.map(Agb::code).orElse(null))
                .bind("after", after)
                .bind("limit", limit)
                .map(AgreementRepository::agreement)
                .list();
    }

    private static ExistingAgreement agreement(ResultSet row, StatementContext context) throws SQLException {
        return new ExistingAgreement(
                row.getObject("id", UUID.class),
                new Uzovi(row.getString("uzovi")),
                new Agb(row.getString("agb")),
                row.getString("name"),
                new Period(
                        row.getObject("valid_from", LocalDate.class),
                        Optional.ofNullable(row.getObject("valid_until", LocalDate.class))),
                new Euro(row.getLong("cents_per_quarter")),
                arrangement(row),
                Optional.ofNullable(row.getObject("replaces", UUID.class)),
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

    private static Optional<Arrangement> arrangement(ResultSet row) throws SQLException {
        var id = row.getObject("arrangement_id", UUID.class);
        if (id == null) {
            return Optional.empty();
        }
        return Optional.of(new Arrangement(
                id,
                ArrangementKind.valueOf(row.getString("kind")),
                Optional.ofNullable(row.getString("reason")),
                new Signature(
                        row.getString("arranged_by"),
                        row.getString("arranged_with"),
                        row.getObject("arranged_at", OffsetDateTime.class).toInstant())));
    }
}
