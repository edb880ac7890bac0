package nl.mtvp.plan.admission.domain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.json.Digests;
import nl.mtvp.kernel.testing.Scale;
import nl.mtvp.kernel.time.Quarters;
import nl.mtvp.plan.admission.domain.Turn.TurnOutcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.threeten.extra.YearQuarter;

/**
 * UNICUM's three rounds, over many seeds (D16, D18-D20): seed number n of a round is the SHA-256 of
 * {@code region/quarter/n}, so that every run draws the same.
 */
class UnicumRoundsTest {

    private static final Map<String, Map<String, Long>> HUBS = Map.of(
            "ZOU",
            Map.of(
                    "Bunnik", 15_600L,
                    "De Bilt", 43_000L,
                    "Heuvelrug", 38_200L,
                    "Soest", 4_800L,
                    "Wijk bij Duurstede", 21_700L,
                    "Zeist", 63_900L),
            "Lekstroom",
            Map.of(
                    "Houten", 50_000L,
                    "IJsselstein", 32_700L,
                    "Nieuwegein", 61_500L,
                    "Lopik", 11_600L,
                    "Schoonhoven", 14_000L,
                    "Vianen", 25_100L));
    private static final Map<YearQuarter, Integer> ROUNDS =
            new TreeMap<>(Map.of(Quarters.of("2023-Q3"), 50, Quarters.of("2023-Q4"), 75, Quarters.of("2024-Q1"), 100));
    private static final int SEEDS = Scale.of(1_000, 20_000);

    @ParameterizedTest
    @ValueSource(strings = {"ZOU", "Lekstroom"})
    void D19_whatever_the_seed_no_round_exceeds_its_ceiling_and_none_that_fits_is_left_behind(String region) {
        for (int number = 0; number < SEEDS; number++) {
            var admitted = new TreeMap<String, YearQuarter>();
            for (var quarter : ROUNDS.keySet()) {
                var pool = pool(region, quarter, admitted.keySet());
                check(pool, turns(pool, number), admitted, quarter + ", seed " + number);
            }
            assertEquals(HUBS.get(region).keySet(), admitted.keySet(), "all are in after the last round: " + number);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ZOU", "Lekstroom"})
    void D18_every_hub_is_first_as_often_as_any_other_whatever_its_size(String region) {
        var pool = pool(region, Quarters.of("2023-Q3"), Set.of());
        var first = new TreeMap<String, Integer>();
        for (int number = 0; number < SEEDS; number++) {
            first.merge(turns(pool, number).get(0).lot().id(), 1, Integer::sum);
        }
        double share = 1.0 / pool.lots().size();
        double standardError = Math.sqrt(SEEDS * share * (1 - share));
        System.out.printf("D18 %s: first in %d draws: %s (standard error %.1f)%n", region, SEEDS, first, standardError);
        assertEquals(pool.lots().size(), first.size());
        first.forEach((lot, times) -> assertTrue(
                Math.abs(times - SEEDS * share) <= 4 * standardError, lot + " is first " + times + " times"));
    }

    private static void check(Pool pool, List<Turn> turns, Map<String, YearQuarter> admitted, String which) {
        long ceiling = pool.ceilingPercent() * pool.totalIon();
        long used = pool.usedIon();
        var lapsed = new ArrayList<Lot>();
        for (var turn : turns) {
            var lot = turn.lot();
            if (turn.outcome() == TurnOutcome.ADMITTED) {
                used += lot.ion();
                assertFalse(admitted.containsKey(name(lot)), "admitted twice: " + lot.id() + ", " + which);
                admitted.put(name(lot), pool.quarter());
            } else {
                assertTrue(100 * (used + lot.ion()) > ceiling, "fitted at its turn: " + turn + ", " + which);
                lapsed.add(lot);
            }
            assertEquals(used, turn.usedIonAfter(), which);
        }
        assertTrue(100 * used <= ceiling, "above the ceiling: " + which);
        for (var lot : lapsed) {
            assertTrue(100 * (used + lot.ion()) > ceiling, "left behind though it fits: " + lot.id() + ", " + which);
        }
        assertEquals(
                new HashSet<>(pool.lots()),
                new HashSet<>(turns.stream().map(Turn::lot).toList()),
                which);
    }

    private static Pool pool(String region, YearQuarter quarter, Set<String> admitted) {
        var practices = new ArrayList<Candidate>();
        new TreeMap<>(HUBS.get(region))
                .forEach((hub, ion) -> practices.add(new Candidate(
                        new Agb("010000" + (10 + practices.size())),
                        hub,
                        ion,
                        Preference.UNSTATED,
                        admitted.contains(hub))));
        return new Pool(
                new UUID(0, quarter.getYear() * 4L + quarter.getQuarterValue()),
                region,
                quarter,
                ROUNDS.get(quarter),
                practices.stream().mapToLong(Candidate::ion).sum(),
                practices.stream()
                        .filter(Candidate::admitted)
                        .mapToLong(Candidate::ion)
                        .sum(),
                Lots.of(region, quarter, practices, admitted));
    }

    private static List<Turn> turns(Pool pool, int number) {
        if (!pool.needsDraw()) {
            return Filling.withoutDraw(pool);
        }
        var seed = Seed.of(
                Digests.hex(Digests.sha256((pool.region() + "/" + pool.quarter() + "/" + number).getBytes(UTF_8))));
        return Filling.of(pool, DrawOrder.of(seed, pool.hash(), pool.lots()), Map.of());
    }

    private static String name(Lot lot) {
        return lot.id().substring(lot.id().indexOf('/') + 1);
    }
}
