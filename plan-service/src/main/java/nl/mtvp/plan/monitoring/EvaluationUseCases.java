package nl.mtvp.plan.monitoring;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.db.Transactions;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.plan.monitoring.db.EvaluationRepository;
import nl.mtvp.plan.monitoring.db.PlaceRepository;
import nl.mtvp.plan.monitoring.domain.Evaluation;
import nl.mtvp.plan.monitoring.domain.MonitoredNotFound;

/**
 * Evaluates a year (D14): a region to its RHO, its practices, and to insurers and the national desk; a practice to itself
 * and its RHO. Whoever may not see single practices sees no sum over a few.
 */
@ApplicationScoped
public class EvaluationUseCases {

    private final Transactions transactions;
    private final EvaluationRepository evaluations;
    private final PlaceRepository places;

    EvaluationUseCases(Transactions transactions, EvaluationRepository evaluations, PlaceRepository places) {
        this.transactions = transactions;
        this.evaluations = evaluations;
        this.places = places;
    }

    /** @param everyRegion whether the reader may see all regions, as insurers and the national desk do */
    public List<Evaluation> ofRegion(String region, int year, boolean everyRegion, Visibility visibility) {
        return transactions.run(tx -> {
            var rho = places.rho(tx, region).orElseThrow(() -> new MonitoredNotFound(region));
            boolean organises = visibility.rhos().contains(rho);
            if (!organises && !everyRegion && !places.hasPractice(tx, region, lastDay(year), visibility)) {
                throw new MonitoredNotFound(region);
            }
            var all = evaluations.ofRegion(tx, region, year);
            return organises ? all : all.stream().map(Evaluation::withoutFew).toList();
        });
    }

    public List<Evaluation> ofPractice(Agb agb, int year, Visibility visibility) {
        return transactions.run(tx -> {
            var region = places.visibleRegion(tx, agb, lastDay(year), visibility)
                    .orElseThrow(() -> new MonitoredNotFound(agb.code()));
            return evaluations.ofPractice(tx, agb, region, year).stream()
                    .map(Evaluation::withoutFewOthers)
                    .toList();
        });
    }

    private static LocalDate lastDay(int year) {
        return LocalDate.of(year, 12, 31);
    }
}
