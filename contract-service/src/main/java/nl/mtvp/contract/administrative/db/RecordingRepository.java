package nl.mtvp.contract.administrative.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.contract.administrative.db.RecordingRow.ApprovalRow;
import nl.mtvp.contract.administrative.domain.Recording;
import nl.mtvp.contract.administrative.domain.RecordingRefused;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.access.Visibility.Owner;
import nl.mtvp.kernel.db.Filters;
import nl.mtvp.kernel.db.Order;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.db.Violations;
import nl.mtvp.kernel.identity.Uuids;

/** Recorded agreements in the database, where a recording and its approval are rows that stay. */
@ApplicationScoped
public class RecordingRepository implements PanacheRepositoryBase<RecordingRow, UUID> {

    private static final String RECORDINGS = "from Recording r left join fetch r.approval ";
    private static final Order<RecordingRow> BY_ID = Order.by("r.id", Uuids::of, row -> row.id);
    private static final Map<Owner, String> OWNERS =
            Map.of(Owner.INSURER, "r.agreement.uzovi", Owner.PRACTICE, "r.agreement.agb");

    public void add(Recording recording) {
        persist(new RecordingRow(recording));
    }

    /**
     * Writes down an approval.
     *
     * @throws RecordingRefused if somebody was faster
     * @throws RecordingRefused if who approves is who recorded
     */
    public void addApproval(Recording approved) {
        getEntityManager().persist(new ApprovalRow(approved));
        Violations.translating(
                Map.of(
                        "administrative_approval_pkey",
                        RecordingRefused::recordedAlready,
                        "four_eyes_on_an_administrative_contract",
                        RecordingRefused::ownRecording),
                this::flush);
    }

    /** The recording, if it is there for who asks. */
    public Optional<Recording> find(UUID id, Visibility visibility) {
        var wanted = new Filters().and("r.id = :id", "id", id).and(visibility.hql(OWNERS));
        return find(RECORDINGS + wanted.where(), wanted.parameters())
                .singleResultOptional()
                .map(RecordingRow::recording);
    }

    /** Recordings in the order in which they were written. */
    public Page<Recording> list(Visibility visibility, PageRequest asked) {
        var wanted = new Filters().and(visibility.hql(OWNERS));
        return BY_ID.page(this, RECORDINGS, wanted, asked).map(RecordingRow::recording);
    }
}
