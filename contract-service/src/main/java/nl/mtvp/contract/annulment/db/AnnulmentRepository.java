package nl.mtvp.contract.annulment.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import nl.mtvp.contract.annulment.db.AnnulmentRow.AnswerRow;
import nl.mtvp.contract.annulment.domain.Annulment;
import nl.mtvp.contract.annulment.domain.AnnulmentRefused;
import nl.mtvp.kernel.db.Filters;
import nl.mtvp.kernel.db.Order;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.db.Violations;
import nl.mtvp.kernel.failure.NotFound;
import nl.mtvp.kernel.identity.Uuids;

/** Annulments in the database, where a proposal and its answer are rows that stay. Ask for a contract's only. */
@ApplicationScoped
public class AnnulmentRepository implements PanacheRepositoryBase<AnnulmentRow, UUID> {

    private static final String ANNULMENTS = "from Annulment a left join fetch a.answer ";
    private static final Order<AnnulmentRow> BY_ID = Order.by("a.id", Uuids::of, row -> row.id);

    public void add(Annulment annulment) {
        persist(new AnnulmentRow(annulment));
    }

    /**
     * Writes down an answer.
     *
     * @throws AnnulmentRefused if somebody was faster
     * @throws AnnulmentRefused if who agrees is who proposed
     */
    public void addAnswer(Annulment answered) {
        getEntityManager().persist(new AnswerRow(answered));
        Violations.translating(
                Map.of(
                        "annulment_answer_pkey",
                        () -> AnnulmentRefused.notOpen(answered.state()),
                        "four_eyes_on_an_annulment",
                        AnnulmentRefused::notYoursToAgree),
                this::flush);
    }

    /** @throws NotFound if the contract has none with this id */
    public Annulment withId(UUID contractId, UUID id) {
        return find(ANNULMENTS + "where a.id = ?1 and a.contractId = ?2", id, contractId)
                .singleResultOptional()
                .map(AnnulmentRow::annulment)
                .orElseThrow(() -> AnnulmentRefused.notFound(id));
    }

    /** The annulments of a contract, in the order in which they were proposed. */
    public Page<Annulment> ofContract(UUID contractId, PageRequest asked) {
        var wanted = new Filters().and("a.contractId = :contractId", "contractId", contractId);
        return BY_ID.page(this, ANNULMENTS, wanted, asked).map(AnnulmentRow::annulment);
    }
}
