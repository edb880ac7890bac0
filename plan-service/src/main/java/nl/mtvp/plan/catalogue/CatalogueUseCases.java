package nl.mtvp.plan.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.plan.catalogue.db.InterventionRepository;
import nl.mtvp.plan.catalogue.domain.Intervention;
import nl.mtvp.plan.catalogue.domain.Kernelement;

/** Looks into the catalogue of interventions (D1). */
@ApplicationScoped
@Transactional
public class CatalogueUseCases {

    private final InterventionRepository interventions;
    private final Clock clock;

    CatalogueUseCases(InterventionRepository interventions, Clock clock) {
        this.interventions = interventions;
        this.clock = clock;
    }

    /**
     * @param day the day on which they are to be usable, or null for today
     * @param kernelement or null for all
     */
    public Page<Intervention> usableOn(LocalDate day, Kernelement kernelement, PageRequest asked) {
        var on = day == null ? LocalDate.now(clock) : day;
        return interventions.listUsableOn(on, kernelement, asked);
    }
}
