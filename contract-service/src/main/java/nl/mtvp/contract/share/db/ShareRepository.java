package nl.mtvp.contract.share.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import nl.mtvp.contract.share.domain.RhoShare;
import nl.mtvp.contract.share.domain.ShareRefused;
import nl.mtvp.kernel.db.Filters;
import nl.mtvp.kernel.db.Order;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.db.Violations;
import nl.mtvp.kernel.failure.NotFound;
import nl.mtvp.kernel.identity.Uuids;

/** Shares of contracts in the database, which holds that a contract has one on any day. Ask for a visible one's only. */
@ApplicationScoped
public class ShareRepository implements PanacheRepositoryBase<ShareRow, UUID> {

    private static final Order<ShareRow> BY_ID = Order.by("id", Uuids::of, row -> row.id);

    /** @throws ShareRefused if the contract has one on some of these days */
    public void add(RhoShare share) {
        persist(new ShareRow(share));
        Violations.translating(Map.of("one_share_at_a_time", ShareRefused::stands), this::flush);
    }

    /** Writes down that it ends earlier than was agreed. The caller holds the contract's lock. */
    public void end(RhoShare ended) {
        findById(ended.id()).end(ended);
    }

    /** @throws NotFound if the contract has none with this id */
    public RhoShare withId(UUID contractId, UUID id) {
        return find("id = ?1 and contractId = ?2", id, contractId)
                .singleResultOptional()
                .map(ShareRow::share)
                .orElseThrow(() -> ShareRefused.notFound(id));
    }

    /** The shares of a contract, in the order in which they were agreed. */
    public Page<RhoShare> ofContract(UUID contractId, PageRequest asked) {
        var wanted = new Filters().and("contractId = :contractId", "contractId", contractId);
        return BY_ID.page(this, wanted, asked).map(ShareRow::share);
    }
}
