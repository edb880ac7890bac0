package nl.mtvp.contract.succession.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import nl.mtvp.contract.contract.db.FactRepository;
import nl.mtvp.contract.succession.db.SuccessionRow.ConfirmationRow;
import nl.mtvp.contract.succession.domain.Succession;
import nl.mtvp.contract.succession.domain.SuccessionRefused;
import nl.mtvp.kernel.db.Violations;

/** Successions in the database, where proposal and confirmation are rows that stay. Ask for a contract's only. */
@ApplicationScoped
public class SuccessionRepository extends FactRepository<SuccessionRow, Succession>
        implements PanacheRepositoryBase<SuccessionRow, UUID> {

    SuccessionRepository() {
        super("from Succession fact left join fetch fact.confirmation");
    }

    public void add(Succession succession) {
        persist(new SuccessionRow(succession));
    }

    /**
     * Writes down a confirmation.
     *
     * @throws SuccessionRefused if somebody was faster
     * @throws SuccessionRefused if who confirms is who proposed
     * @throws SuccessionRefused if one of the two AGBs has another predecessor or successor
     */
    public void addConfirmation(Succession confirmed) {
        getEntityManager().persist(new ConfirmationRow(confirmed));
        Violations.translating(
                Map.of(
                        "succession_confirmation_pkey", SuccessionRefused::confirmedAlready,
                        "one_succession_per_day", SuccessionRefused::confirmedAlready,
                        "four_eyes_on_a_succession", SuccessionRefused::ownSuccession,
                        "one_agb_follows_one", SuccessionRefused::anotherFollows,
                        "one_agb_is_followed_by_one", SuccessionRefused::anotherFollows),
                this::flush);
    }
}
