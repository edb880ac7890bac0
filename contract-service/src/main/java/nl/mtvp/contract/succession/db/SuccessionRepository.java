package nl.mtvp.contract.succession.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import nl.mtvp.contract.succession.db.SuccessionRow.ConfirmationRow;
import nl.mtvp.contract.succession.domain.Succession;
import nl.mtvp.contract.succession.domain.SuccessionRefused;
import nl.mtvp.kernel.db.Filters;
import nl.mtvp.kernel.db.Order;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.db.Violations;
import nl.mtvp.kernel.failure.NotFound;
import nl.mtvp.kernel.identity.Uuids;

/** Successions in the database, where proposal and confirmation are rows that stay. Ask for a contract's only. */
@ApplicationScoped
public class SuccessionRepository implements PanacheRepositoryBase<SuccessionRow, UUID> {

    private static final String SUCCESSIONS = "from Succession s left join fetch s.confirmation ";
    private static final Order<SuccessionRow> BY_ID = Order.by("s.id", Uuids::of, row -> row.id);

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

    /** @throws NotFound if the contract has none with this id */
    public Succession withId(UUID contractId, UUID id) {
        return find(SUCCESSIONS + "where s.id = ?1 and s.contractId = ?2", id, contractId)
                .singleResultOptional()
                .map(SuccessionRow::succession)
                .orElseThrow(() -> SuccessionRefused.notFound(id));
    }

    /** The successions of a contract, in the order in which they were proposed. */
    public Page<Succession> ofContract(UUID contractId, PageRequest asked) {
        var wanted = new Filters().and("s.contractId = :contractId", "contractId", contractId);
        return BY_ID.page(this, SUCCESSIONS, wanted, asked).map(SuccessionRow::succession);
    }
}
