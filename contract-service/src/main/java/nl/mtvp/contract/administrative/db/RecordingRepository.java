package nl.mtvp.contract.administrative.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.contract.administrative.domain.Agreement;
import nl.mtvp.contract.administrative.domain.OwnRecording;
import nl.mtvp.contract.administrative.domain.RecordedAlready;
import nl.mtvp.contract.administrative.domain.Recording;
import nl.mtvp.contract.administrative.domain.Recording.Approval;
import nl.mtvp.contract.contract.domain.Signature;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.access.Visibility.Owner;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.db.Violations;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import org.jdbi.v3.core.statement.StatementContext;

/** Recorded agreements in the database, where a recording and its approval are rows that stay. */
@ApplicationScoped
public class RecordingRepository {

    private static final Map<Owner, String> OWNERS =
            Map.of(Owner.INSURER, "administrative_contract.uzovi", Owner.PRACTICE, "administrative_contract.agb");

    private static final String RECORDINGS =
            """
            select administrative_contract.*, approved_by, approved_with, approved_at, contract_id
            from administrative_contract
            left join administrative_approval on administrative_id = administrative_contract.id
            """;

    private final Sql sql;

    RecordingRepository(Sql sql) {
        this.sql = sql;
    }

    public void add(Recording recording) {
        sql.update(
                        """
                        insert into administrative_contract (id, uzovi, agb, starts_on, agreed_on, reference, grounds,
                            tariff_series, text_version, proposed_by, proposed_with, proposed_at)
                        values (:id, :a.uzovi, :a.agb, :a.startsOn, :a.agreedOn, :a.reference, :a.grounds,
                            :a.tariffSeries, :a.textVersion, :proposed.subject, :proposed.client, :proposed.at)
                        """)
                .bindMethods(recording)
                .bindMethods("a", recording.agreement())
                .execute();
    }

    /**
     * Writes down an approval.
     *
     * @throws RecordedAlready if somebody was faster
     * @throws OwnRecording if who approves is who recorded
     */
    public void addApproval(Recording approved) {
        Violations.translated(
                Map.of(
                        "administrative_approval_pkey",
                        RecordedAlready::new,
                        "four_eyes_on_an_administrative_contract",
                        OwnRecording::new),
                () -> sql.update(
                                """
                                insert into administrative_approval (administrative_id, proposed_by, contract_id,
                                    approved_by, approved_with, approved_at)
                                values (:id, :proposed.subject, :a.contractId, :a.by.subject, :a.by.client, :a.by.at)
                                """)
                        .bindMethods(approved)
                        .bindMethods("a", approved.approval().orElseThrow())
                        .execute());
    }

    /** The recording, if it is there for who asks. */
    public Optional<Recording> withId(UUID id, Visibility visibility) {
        var visible = visibility.of(OWNERS);
        return sql.query(RECORDINGS + "where administrative_contract.id = :id and <visible>")
                .define("visible", visible.sql())
                .bindMap(visible.parameters())
                .bind("id", id)
                .map(RecordingRepository::recording)
                .findOne();
    }

    /** Recordings in the order in which they were written. */
    public List<Recording> after(Visibility visibility, UUID after, int limit) {
        var visible = visibility.of(OWNERS);
        return sql.query(
                        RECORDINGS
                                + """
                        where <visible> and (cast(:after as uuid) is null or administrative_contract.id > :after)
                        order by administrative_contract.id limit :limit
                        """)
                .define("visible", visible.sql())
                .bindMap(visible.parameters())
                .bind("after", after)
                .bind("limit", limit)
                .map(RecordingRepository::recording)
                .list();
    }

    private static Recording recording(ResultSet row, StatementContext context) throws SQLException {
        var agreement = new Agreement(
                new Uzovi(row.getString("uzovi")),
                new Agb(row.getString("agb")),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("agreed_on", LocalDate.class),
                row.getString("reference"),
                row.getString("grounds"),
                row.getString("tariff_series"),
                row.getString("text_version"));
        var contractId = row.getObject("contract_id", UUID.class);
        return new Recording(
                row.getObject("id", UUID.class),
                agreement,
                signature(row, "proposed"),
                contractId == null
                        ? Optional.empty()
                        : Optional.of(new Approval(signature(row, "approved"), contractId)));
    }

    private static Signature signature(ResultSet row, String act) throws SQLException {
        return new Signature(
                row.getString(act + "_by"),
                row.getString(act + "_with"),
                row.getObject(act + "_at", OffsetDateTime.class).toInstant());
    }
}
