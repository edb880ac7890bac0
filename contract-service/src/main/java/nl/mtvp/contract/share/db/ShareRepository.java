package nl.mtvp.contract.share.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import nl.mtvp.contract.contract.db.FactRepository;
import nl.mtvp.contract.share.domain.RhoShare;
import nl.mtvp.contract.share.domain.ShareRefused;
import nl.mtvp.kernel.db.Violations;

/** Shares of contracts in the database, which holds that a contract has one on any day. Ask for a visible one's only. */
@ApplicationScoped
public class ShareRepository extends FactRepository<ShareRow, RhoShare>
        implements PanacheRepositoryBase<ShareRow, UUID> {

    ShareRepository() {
        super("from RhoShare fact");
    }

    /** @throws ShareRefused if the contract has one on some of these days */
    public void add(RhoShare share) {
        persist(new ShareRow(share));
        Violations.translating(Map.of("one_share_at_a_time", ShareRefused::stands), this::flush);
    }

    /** Writes down that it ends earlier than was agreed. The caller holds the contract's lock. */
    public void end(RhoShare ended) {
        findById(ended.id()).end(ended);
    }
}
