package nl.mtvp.contract.annulment.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import nl.mtvp.contract.annulment.db.AnnulmentRow.AnswerRow;
import nl.mtvp.contract.annulment.domain.Annulment;
import nl.mtvp.contract.annulment.domain.AnnulmentRefused;
import nl.mtvp.contract.contract.db.FactRepository;
import nl.mtvp.kernel.db.Violations;

/** Annulments in the database, where a proposal and its answer are rows that stay. Ask for a contract's only. */
@ApplicationScoped
public class AnnulmentRepository extends FactRepository<AnnulmentRow, Annulment>
        implements PanacheRepositoryBase<AnnulmentRow, UUID> {

    AnnulmentRepository() {
        super("from Annulment fact left join fetch fact.answer");
    }

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
}
