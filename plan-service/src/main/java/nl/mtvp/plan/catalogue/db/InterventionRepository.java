package nl.mtvp.plan.catalogue.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.mtvp.kernel.db.Filters;
import nl.mtvp.kernel.db.Order;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.db.Violations;
import nl.mtvp.plan.catalogue.domain.CodeTaken;
import nl.mtvp.plan.catalogue.domain.Intervention;
import nl.mtvp.plan.catalogue.domain.Kernelement;

/** Keeps the catalogue: what the leidraad names, and what joined it by a decision (D2). */
@ApplicationScoped
public class InterventionRepository implements PanacheRepositoryBase<InterventionRow, String> {

    private static final Order<InterventionRow> BY_CODE = Order.by("code", String::valueOf, row -> row.code);

    /**
     * Adds what the national desk accepted.
     *
     * @throws CodeTaken when another intervention has the code
     */
    public void add(Intervention intervention, UUID proposal) {
        persist(InterventionRow.of(intervention, proposal));
        Violations.translating(Map.of("intervention_pkey", () -> new CodeTaken(intervention.code())), this::flush);
    }

    /** Those usable on a day. @param kernelement or null for all */
    public Page<Intervention> listUsableOn(LocalDate day, Kernelement kernelement, PageRequest asked) {
        var wanted = new Filters()
                .and("intervention.usableFrom <= :day", "day", day)
                .and("intervention.kernelement = :kernelement", "kernelement", kernelement);
        return BY_CODE.page(this, wanted, asked).map(row -> row.intervention);
    }

    /** Those with these codes, by code, usable yet or not. */
    public Map<String, Intervention> withCodes(Collection<String> codes) {
        return list("code in ?1", codes).stream()
                .map(row -> row.intervention)
                .collect(Collectors.toMap(Intervention::code, Function.identity()));
    }
}
