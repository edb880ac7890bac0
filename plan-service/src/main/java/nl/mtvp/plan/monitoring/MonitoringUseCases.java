package nl.mtvp.plan.monitoring;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.plan.monitoring.db.EvaluationRepository;
import nl.mtvp.plan.monitoring.db.IndicatorRepository;
import nl.mtvp.plan.monitoring.db.ValueRepository;
import nl.mtvp.plan.monitoring.domain.Delivered;
import nl.mtvp.plan.monitoring.domain.Delivered.Key;
import nl.mtvp.plan.monitoring.domain.Delivered.Measured;
import nl.mtvp.plan.monitoring.domain.Delivered.Subject;
import nl.mtvp.plan.monitoring.domain.Evaluation;
import nl.mtvp.plan.monitoring.domain.Indicator;
import nl.mtvp.plan.monitoring.domain.MonitoringRefused;
import nl.mtvp.plan.monitoring.domain.StoredValue;
import nl.mtvp.plan.monitoring.domain.StoredValue.ValueFilter;

/**
 * Takes the values of indicators in, one or many, shows them to those whose they are, and evaluates a year (D14): a region
 * to its RHO, its practices, and to insurers and the national desk; a practice to itself and its RHO. Whoever may not see
 * single practices sees no sum over a few.
 */
@ApplicationScoped
@Transactional
public class MonitoringUseCases {

    private static final int BATCH = 1_000;

    private final IndicatorRepository indicators;
    private final ValueRepository values;
    private final EvaluationRepository evaluations;
    private final Clock clock;

    MonitoringUseCases(
            IndicatorRepository indicators, ValueRepository values, EvaluationRepository evaluations, Clock clock) {
        this.indicators = indicators;
        this.values = values;
        this.evaluations = evaluations;
        this.clock = clock;
    }

    /** What became of a delivered value: its id, or everything that is wrong with it. */
    public record Outcome(Optional<UUID> id, List<Fault> faults) {}

    public List<Indicator> indicators() {
        return indicators.all();
    }

    /** Keeps those values that are right, and says of each of the others what is wrong; in the order given. */
    public List<Outcome> deliver(List<Delivered> delivered, Visibility visibility, Actor actor) {
        var known = indicators.all().stream().collect(toMap(Indicator::code, Function.identity()));
        var seen = new HashSet<Key>();
        var outcomes = new ArrayList<Outcome>(delivered.size());
        for (int from = 0; from < delivered.size(); from += BATCH) {
            var batch = delivered.subList(from, Math.min(delivered.size(), from + BATCH));
            outcomes.addAll(deliverSome(batch, known, seen, visibility, actor));
        }
        return outcomes;
    }

    public Page<StoredValue> values(ValueFilter filter, Visibility visibility, PageRequest asked) {
        return values.list(filter, LocalDate.now(clock), visibility, asked);
    }

    /** @param everyRegion whether the reader may see all regions, as insurers and the national desk do */
    public List<Evaluation> ofRegion(String region, int year, boolean everyRegion, Visibility visibility) {
        var rho = evaluations.findRho(region).orElseThrow(() -> MonitoringRefused.monitoredNotFound(region));
        boolean organises = visibility.rhos().contains(rho);
        if (!organises && !everyRegion && !evaluations.hasPractice(region, lastDay(year), visibility)) {
            throw MonitoringRefused.monitoredNotFound(region);
        }
        var all = evaluations.ofRegion(region, year);
        return organises ? all : all.stream().map(Evaluation::withoutFew).toList();
    }

    public List<Evaluation> ofPractice(Agb agb, int year, Visibility visibility) {
        var region = evaluations
                .findRegion(agb, lastDay(year), visibility)
                .orElseThrow(() -> MonitoringRefused.monitoredNotFound(agb.code()));
        return evaluations.ofPractice(agb, region, year).stream()
                .map(Evaluation::withoutFewOthers)
                .toList();
    }

    private List<Outcome> deliverSome(
            List<Delivered> batch, Map<String, Indicator> known, Set<Key> seen, Visibility visibility, Actor actor) {
        var today = LocalDate.now(clock);
        var rhos = values.rhos(batch, today);
        var baselines = new HashMap<>(values.baselines(batch));
        var right = new ArrayList<Delivered>();
        var faults = new ArrayList<List<Fault>>();
        for (var value : batch) {
            var wrong = new ArrayList<>(value.faults(known.get(value.indicator()), today.getYear()));
            wrong.addAll(notYours(value, rhos, visibility));
            wrong.addAll(twice(value, seen, baselines));
            if (wrong.isEmpty()) {
                right.add(value);
            }
            faults.add(wrong);
        }
        var recorded = actor.at(clock.instant());
        var ids = right.isEmpty() ? List.<UUID>of() : values.add(right, recorded);
        var kept = ids.iterator();
        return faults.stream()
                .map(wrong -> new Outcome(wrong.isEmpty() ? Optional.of(kept.next()) : Optional.empty(), wrong))
                .toList();
    }

    /** A practice delivers its own, an RHO its practices' and its regions'. */
    private static List<Fault> notYours(Delivered value, Map<Measured, String> rhos, Visibility visibility) {
        var subject = value.subject();
        var rho = rhos.get(value.measured());
        boolean mine = value.agb() != null && visibility.practices().contains(value.agb());
        boolean ours = rho != null && visibility.rhos().contains(rho);
        // A practice of whom no RHO has told is not known here yet, also to itself.
        return subject == null || ours || mine && rho != null
                ? List.of()
                : List.of(Fault.inBody(
                        value.agb() == null ? "/region" : "/agb",
                        "not-yours",
                        "D14: a practice delivers its own values, an RHO those of its practices and regions; " + subject
                                + " is none of yours"));
    }

    private static List<Fault> twice(Delivered value, Set<Key> seen, Map<Subject, Integer> baselines) {
        var faults = new ArrayList<Fault>();
        if (value.subject() != null && !seen.add(value.key())) {
            faults.add(Fault.inBody("/year", "named-twice", "D14: a value for this year stands in this file already"));
        }
        if (value.subject() != null && value.baseline()) {
            var year = baselines.putIfAbsent(new Subject(value.indicator(), value.subject()), value.year());
            if (year != null && year != value.year()) {
                faults.add(Fault.inBody(
                        "/baseline",
                        "baseline-exists",
                        "D14: the baseline is " + year + "; deliver that year again without it first"));
            }
        }
        return faults;
    }

    private static LocalDate lastDay(int year) {
        return LocalDate.of(year, 12, 31);
    }
}
