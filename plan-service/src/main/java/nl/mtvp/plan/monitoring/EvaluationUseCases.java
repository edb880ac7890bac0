package nl.mtvp.plan.monitoring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.plan.monitoring.db.EvaluationRepository;
import nl.mtvp.plan.monitoring.db.PlaceRepository;
import nl.mtvp.plan.monitoring.domain.Evaluation;
import nl.mtvp.plan.monitoring.domain.MonitoringRefused;

/**
 * Evaluates a year (D14): a region to its RHO, its practices, and to insurers and the national desk; a practice to itself
 * and its RHO. Whoever may not see single practices sees no sum over a few.
 */
@ApplicationScoped
@Transactional
public class EvaluationUseCases {

    private final EvaluationRepository evaluations;
    private final PlaceRepository places;

    EvaluationUseCases(EvaluationRepository evaluations, PlaceRepository places) {
        this.evaluations = evaluations;
        this.places = places;
    }

    /** @param everyRegion whether the reader may see all regions, as insurers and the national desk do */
    public List<Evaluation> ofRegion(String region, int year, boolean everyRegion, Visibility visibility) {
        var rho = places.rho(region).orElseThrow(() -> MonitoringRefused.monitoredNotFound(region));
        boolean organises = visibility.rhos().contains(rho);
        if (!organises && !everyRegion && !places.hasPractice(region, lastDay(year), visibility)) {
            throw MonitoringRefused.monitoredNotFound(region);
        }
        var all = evaluations.ofRegion(region, year);
        return organises ? all : all.stream().map(Evaluation::withoutFew).toList();
    }

    public List<Evaluation> ofPractice(Agb agb, int year, Visibility visibility) {
        var region = places.visibleRegion(agb, lastDay(year), visibility)
                .orElseThrow(() -> MonitoringRefused.monitoredNotFound(agb.code()));
        return evaluations.ofPractice(agb, region, year).stream()
                .map(Evaluation::withoutFewOthers)
                .toList();
    }

    private static LocalDate lastDay(int year) {
        return LocalDate.of(year, 12, 31);
    }
}
