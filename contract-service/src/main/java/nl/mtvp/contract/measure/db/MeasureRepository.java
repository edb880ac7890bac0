package nl.mtvp.contract.measure.db;

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
import nl.mtvp.contract.contract.domain.Frozen;
import nl.mtvp.contract.contract.domain.Signature;
import nl.mtvp.contract.measure.domain.Measure;
import nl.mtvp.contract.measure.domain.Measure.Withdrawal;
import nl.mtvp.contract.measure.domain.MeasureKind;
import nl.mtvp.contract.measure.domain.MeasureNotOpen;
import nl.mtvp.contract.measure.domain.MeasureState;
import nl.mtvp.contract.measure.domain.OwnMeasure;
import nl.mtvp.contract.measure.domain.Percentage;
import nl.mtvp.contract.measure.domain.Terms;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.access.Visibility.Owner;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.db.Violations;
import org.jdbi.v3.core.statement.StatementContext;

/** Stops and clawbacks in the database, where each fact about them is a row that stays. */
@ApplicationScoped
public class MeasureRepository {

    private static final Map<Owner, String> OWNERS = Map.of(Owner.INSURER, "contract.uzovi");

    private static final String MEASURES =
            """
            select measure.*, decided_by, decided_with, decided_at, document, reason, withdrawn_by, withdrawn_with, withdrawn_at
            from measure
            join contract on contract.id = contract_id
            left join measure_decision decision on decision.measure_id = measure.id
            left join measure_withdrawal withdrawal on withdrawal.measure_id = measure.id
            """;

    private final Sql sql;

    MeasureRepository(Sql sql) {
        this.sql = sql;
    }

    public void add(Measure measure) {
        var insert = sql.update(
                        """
                        insert into measure (id, contract_id, kind, stopped_from, hearing_opened_on, clawed_back_from,
                            clawed_back_until, percentage, grounds, proposed_by, proposed_with, proposed_at)
                        values (:id, :contractId, :kind, :stoppedFrom, :hearingOpenedOn, :clawedBackFrom,
                            :clawedBackUntil, :percentage, :grounds, :proposed.subject, :proposed.client, :proposed.at)
                        """)
                .bindMethods(measure)
                .bind("kind", measure.kind());
        var stop = measure.terms() instanceof Terms.Stop terms ? terms : null;
        var clawback = measure.terms() instanceof Terms.Clawback terms ? terms : null;
        insert.bind("stoppedFrom", stop == null ? null : stop.stoppedFrom())
                .bind("hearingOpenedOn", stop == null ? null : stop.hearingOpenedOn())
                .bind("clawedBackFrom", clawback == null ? null : clawback.clawedBackFrom())
                .bind("clawedBackUntil", clawback == null ? null : clawback.clawedBackUntil())
                .bind(
                        "percentage",
                        clawback == null ? null : clawback.percentage().value())
                .execute();
    }

    /**
     * Writes down a decision.
     *
     * @throws OwnMeasure if who decides is who proposed
     * @throws MeasureNotOpen if somebody was faster
     */
    public void addDecision(Measure decided) {
        Violations.translated(
                Map.of(
                        "four_eyes_on_a_measure",
                        OwnMeasure::new,
                        "measure_decision_pkey",
                        () -> new MeasureNotOpen(MeasureState.DECIDED)),
                () -> sql.update(
                                """
                                insert into measure_decision (measure_id, kind, proposed_by, decided_by, decided_with,
                                    decided_at, document, digest)
                                values (:id, :kind, :proposed.subject, :decided.subject, :decided.client, :decided.at,
                                    :document, :digest)
                                """)
                        .bind("id", decided.id())
                        .bind("kind", decided.kind())
                        .bind("document", decided.evidence().map(Frozen::bytes).orElse(null))
                        .bind(
                                "digest",
                                decided.evidence()
                                        .map(frozen -> HexFormat.of().parseHex(frozen.digest()))
                                        .orElse(null))
                        .bindMethods("proposed", decided.proposed())
                        .bindMethods("decided", decided.decided().orElseThrow())
                        .execute());
    }

    /** @throws MeasureNotOpen if somebody was faster */
    public void addWithdrawal(Measure withdrawn) {
        var withdrawal = withdrawn.withdrawn().orElseThrow();
        Violations.translated(
                Map.of("measure_withdrawal_pkey", () -> new MeasureNotOpen(MeasureState.WITHDRAWN)), () -> sql.update(
                                """
                                insert into measure_withdrawal (measure_id, reason, withdrawn_by, withdrawn_with,
                                    withdrawn_at)
                                values (:id, :reason, :by.subject, :by.client, :by.at)
                                """)
                        .bind("id", withdrawn.id())
                        .bind("reason", withdrawal.reason())
                        .bindMethods("by", withdrawal.by())
                        .execute());
    }

    /** The measure of this kind, if its contract's insurer is one of the asker's. */
    public Optional<Measure> withId(MeasureKind kind, UUID id, Visibility visibility) {
        var visible = visibility.of(OWNERS);
        return sql.query(MEASURES + "where measure.id = :id and measure.kind = :kind and <visible>")
                .define("visible", visible.sql())
                .bindMap(visible.parameters())
                .bind("id", id)
                .bind("kind", kind)
                .map(MeasureRepository::measure)
                .findOne();
    }

    /** Measures of a kind in the order in which they were proposed, of one contract if one is given. */
    public List<Measure> after(
            MeasureKind kind, Optional<UUID> contractId, Visibility visibility, UUID after, int limit) {
        var visible = visibility.of(OWNERS);
        return sql.query(
                        MEASURES
                                + """
                        where measure.kind = :kind and <visible>
                          and (cast(:contractId as uuid) is null or contract_id = :contractId)
                          and (cast(:after as uuid) is null or measure.id > :after)
                        order by measure.id limit :limit
                        """)
                .define("visible", visible.sql())
                .bindMap(visible.parameters())
                .bind("kind", kind)
                .bind("contractId", contractId.orElse(null))
                .bind("after", after)
                .bind("limit", limit)
                .map(MeasureRepository::measure)
                .list();
    }

    private static Measure measure(ResultSet row, StatementContext context) throws SQLException {
        var withdrawn = signature(row, "withdrawn");
        var reason = row.getString("reason");
        return new Measure(
                row.getObject("id", UUID.class),
                row.getObject("contract_id", UUID.class),
                terms(row),
                row.getString("grounds"),
                signature(row, "proposed").orElseThrow(),
                signature(row, "decided"),
                Optional.ofNullable(row.getBytes("document")).map(Frozen::of),
                withdrawn.map(by -> new Withdrawal(by, reason)));
    }

    private static Terms terms(ResultSet row) throws SQLException {
        return switch (MeasureKind.valueOf(row.getString("kind"))) {
            case STOP ->
                new Terms.Stop(
                        row.getObject("stopped_from", LocalDate.class),
                        row.getObject("hearing_opened_on", LocalDate.class));
            case CLAWBACK ->
                new Terms.Clawback(
                        row.getObject("clawed_back_from", LocalDate.class),
                        row.getObject("clawed_back_until", LocalDate.class),
                        new Percentage(row.getBigDecimal("percentage")));
        };
    }

    private static Optional<Signature> signature(ResultSet row, String act) throws SQLException {
        var at = row.getObject(act + "_at", OffsetDateTime.class);
        return at == null
                ? Optional.empty()
                : Optional.of(new Signature(row.getString(act + "_by"), row.getString(act + "_with"), at.toInstant()));
    }
}
