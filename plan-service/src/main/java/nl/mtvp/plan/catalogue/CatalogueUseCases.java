package nl.mtvp.plan.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import nl.mtvp.kernel.db.Transactions;
import nl.mtvp.plan.catalogue.db.InterventionRepository;
import nl.mtvp.plan.catalogue.domain.Intervention;
import nl.mtvp.plan.catalogue.domain.Kernelement;

/** Looks into the catalogue of interventions (D1). */
@ApplicationScoped
public class CatalogueUseCases {

    private final Transactions transactions;
    private final InterventionRepository interventions;
    private final Clock clock;

    CatalogueUseCases(Transactions transactions, InterventionRepository interventions, Clock clock) {
        this.transactions = transactions;
        this.interventions = interventions;
        this.clock = clock;
    }

    /**
     * @param day the day on which they are to be usable, or null for today
     * @param kernelement or null for all
     */
    public List<Intervention> usableOn(LocalDate day, Kernelement kernelement, String after, int limit) {
        var on = day == null ? LocalDate.now(clock) : day;
        return transactions.run(tx -> interventions.usableOn(tx, on, kernelement, after, limit));
    }
}
