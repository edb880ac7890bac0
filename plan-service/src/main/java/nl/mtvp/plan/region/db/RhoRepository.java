package nl.mtvp.plan.region.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import nl.mtvp.kernel.db.Filters;
import nl.mtvp.kernel.db.Order;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.db.Violations;
import nl.mtvp.plan.region.domain.RegionRefused;
import nl.mtvp.plan.region.domain.Rho;

/** Keeps RHOs. */
@ApplicationScoped
public class RhoRepository implements PanacheRepositoryBase<Rho, String> {

    private static final Order<Rho> BY_CODE = Order.by("code", String::valueOf, Rho::code);

    public Rho add(Rho rho) {
        persist(rho);
        Violations.translating(Map.of("one_rho_per_code", () -> RegionRefused.rhoExists(rho.code())), this::flush);
        return rho;
    }

    public Page<Rho> list(PageRequest asked) {
        return BY_CODE.page(this, new Filters(), asked);
    }
}
