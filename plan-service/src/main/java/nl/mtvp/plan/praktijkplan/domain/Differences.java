package nl.mtvp.plan.praktijkplan.domain;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What changed from one version of a praktijkplan to another (D13), by code. */
public record Differences(List<Planned> added, List<Planned> removed, List<Changed> changed) {

    /** An intervention that both versions plan, each in its own way. */
    public record Changed(Planned from, Planned to) {}

    public static Differences between(YearPlan from, YearPlan to) {
        var before = byCode(from);
        var after = byCode(to);
        return new Differences(
                to.interventions().stream()
                        .filter(planned -> !before.containsKey(planned.code()))
                        .toList(),
                from.interventions().stream()
                        .filter(planned -> !after.containsKey(planned.code()))
                        .toList(),
                to.interventions().stream()
                        .filter(planned -> before.containsKey(planned.code()))
                        .map(planned -> new Changed(before.get(planned.code()), planned))
                        .filter(both -> !both.from().equals(both.to()))
                        .toList());
    }

    private static Map<String, Planned> byCode(YearPlan plan) {
        return plan.interventions().stream().collect(toMap(Planned::code, Function.identity()));
    }
}
