package nl.mtvp.plan.condition.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import nl.mtvp.kernel.identity.Kvk;

class ShortfallsPropertyTest {

    @Property
    void D5_a_condition_is_judged_alone_and_only_when_it_is_asked(
            @ForAll Set<Condition> asked,
            @ForAll Set<Condition> shown,
            @ForAll boolean foreign,
            @ForAll @LongRange(max = 200_000) long ion) {
        var rho = rho(
                foreign ? "00000000" : "12345678",
                ion,
                shown.stream().map(condition -> evidence(condition, 4, 5)).toList());

        var apart = new ArrayList<Shortfall>();
        asked.stream().sorted().forEach(condition -> apart.addAll(Shortfall.of(rho, Set.of(condition))));

        assertEquals(apart, Shortfall.of(rho, asked));
        assertEquals(
                asked.stream()
                        .filter(condition -> misses(condition, shown, foreign, ion))
                        .collect(Collectors.toSet()),
                apart.stream().map(Shortfall::condition).collect(Collectors.toSet()));
    }

    @Property
    void D5_eighty_percent_is_eighty_percent_whatever_the_region_counts(
            @ForAll @IntRange(min = 1, max = 100_000) int gps, @ForAll @IntRange(max = 100_000) int mandated) {
        var enough = new BigDecimal(mandated).compareTo(new BigDecimal(gps).multiply(new BigDecimal("0.8"))) >= 0;
        var rho = rho("12345678", 0, List.of(evidence(Condition.GP_MANDATE, mandated, gps)));

        assertEquals(enough, Shortfall.of(rho, Set.of(Condition.GP_MANDATE)).isEmpty());
    }

    private static boolean misses(Condition condition, Set<Condition> shown, boolean foreign, long ion) {
        return switch (condition) {
            case LEGAL_PERSON -> foreign || !shown.contains(condition);
            case ION_100000 -> ion < 100_000;
            case GP_MANDATE, COOPERATION_AGREEMENTS -> !shown.contains(condition);
        };
    }

    private static Standing rho(String kvk, long ion, List<ConditionEvidence> evidence) {
        return new Standing("UNICUM", new Kvk(kvk), ion, List.of("ZOU"), evidence);
    }

    private static ConditionEvidence evidence(Condition condition, int mandated, int gps) {
        boolean mandate = condition == Condition.GP_MANDATE;
        return new ConditionEvidence(
                new UUID(0, 1),
                condition,
                "document",
                "ab",
                mandate ? "ZOU" : null,
                mandate ? mandated : null,
                mandate ? gps : null,
                Instant.parse("2023-05-01T10:00:00Z"));
    }
}
