package nl.mtvp.plan.admission.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.time.Quarters;
import nl.mtvp.plan.admission.domain.Turn.TurnOutcome;

/** What every draw keeps, whatever the region, its practices and the seed (D18-D20, P12). */
class DrawPropertyTest {

    record Draw(Pool pool, Seed seed, Map<String, String> withdrawn) {

        List<Lot> order() {
            return DrawOrder.of(seed, pool.hash(), pool.lots());
        }

        List<Turn> turns() {
            return Filling.of(pool, order(), withdrawn);
        }
    }

    @Property
    void D19_no_draw_lifts_a_region_above_its_ceiling(@ForAll("draws") Draw draw) {
        for (var turn : draw.turns()) {
            boolean above = 100 * turn.usedIonAfter()
                    > draw.pool().ceilingPercent() * draw.pool().totalIon();
            assertTrue(turn.outcome() != TurnOutcome.ADMITTED || !above, turn.toString());
        }
    }

    @Property
    void D19_every_lot_has_one_turn_and_no_practice_two(@ForAll("draws") Draw draw) {
        var turns = draw.turns();
        assertEquals(draw.pool().lots().size(), turns.size());
        assertEquals(
                new HashSet<>(draw.pool().lots()), turns.stream().map(Turn::lot).collect(Collectors.toSet()));
        var admitted = turns.stream()
                .filter(turn -> turn.outcome() == TurnOutcome.ADMITTED)
                .flatMap(turn -> turn.lot().members().stream())
                .map(Lot.Member::agb)
                .toList();
        assertEquals(new HashSet<>(admitted).size(), admitted.size());
    }

    @Property
    void D19_what_lapsed_did_not_fit_at_its_turn_and_does_not_fit_at_the_end(@ForAll("draws") Draw draw) {
        var turns = draw.turns();
        long atTheEnd = turns.isEmpty() ? 0 : turns.get(turns.size() - 1).usedIonAfter();
        long before = draw.pool().usedIon();
        for (var turn : turns) {
            if (turn.outcome() == TurnOutcome.LAPSED) {
                assertTrue(exceeds(draw.pool(), before + turn.lot().ion()), "fitted at its turn: " + turn);
                assertTrue(exceeds(draw.pool(), atTheEnd + turn.lot().ion()), "left behind though it fits: " + turn);
            }
            before = turn.usedIonAfter();
        }
    }

    @Property
    void D20_withdrawing_a_frozen_lot_keeps_the_order_of_all(@ForAll("draws") Draw draw) {
        var without = Filling.of(draw.pool(), draw.order(), Map.of());
        assertEquals(
                without.stream().map(Turn::lot).toList(),
                draw.turns().stream().map(Turn::lot).toList());
    }

    @Property
    void D20_a_lots_place_depends_on_no_other_lot(@ForAll("draws") Draw draw) {
        var fewer = new ArrayList<>(draw.order());
        var gone = fewer.isEmpty() ? null : fewer.remove(fewer.size() / 2);
        var rest = draw.pool().lots().stream().filter(lot -> !lot.equals(gone)).toList();
        assertEquals(fewer, DrawOrder.of(draw.seed(), draw.pool().hash(), rest));
    }

    @Property
    void D20_another_seed_changes_nothing_but_the_order(@ForAll("draws") Draw draw, @ForAll("seeds") Seed other) {
        var order = DrawOrder.of(other, draw.pool().hash(), draw.pool().lots());
        assertEquals(new HashSet<>(draw.order()), new HashSet<>(order));
        assertEquals(draw.order().size(), order.size());
        assertTrue(
                order.stream()
                        .map(lot -> lot.kind().ordinal())
                        .toList()
                        .equals(order.stream()
                                .map(lot -> lot.kind().ordinal())
                                .sorted()
                                .toList()),
                "hubs stay before practices");
    }

    private static boolean exceeds(Pool pool, long used) {
        return 100 * used > pool.ceilingPercent() * pool.totalIon();
    }

    @Provide
    Arbitrary<Draw> draws() {
        return Combinators.combine(pools(), seeds(), Arbitraries.integers().between(0, 3))
                .as((pool, seed, every) -> new Draw(
                        pool,
                        seed,
                        IntStream.range(0, pool.lots().size())
                                .filter(index -> every > 0 && index % (every + 1) == 0)
                                .boxed()
                                .collect(Collectors.toMap(
                                        index -> pool.lots().get(index).id(), index -> "withdrawn"))));
    }

    @Provide
    Arbitrary<Seed> seeds() {
        return Arbitraries.strings().withChars("0123456789abcdef").ofLength(64).map(Seed::of);
    }

    private static Arbitrary<Pool> pools() {
        var hubs = Arbitraries.longs().between(1, 70_000).list().ofMaxSize(12);
        var practices = Arbitraries.longs().between(1, 6_000).list().ofMaxSize(12);
        var rest = Arbitraries.longs().between(0, 200_000);
        var used = Arbitraries.longs().between(0, 200_000);
        var ceilings = Arbitraries.of(25, 50, 75, 100);
        return Combinators.combine(hubs, practices, rest, used, ceilings).as(DrawPropertyTest::pool);
    }

    private static Pool pool(List<Long> hubs, List<Long> practices, long rest, long used, int ceiling) {
        var lots = new ArrayList<Lot>();
        for (int hub = 0; hub < hubs.size(); hub++) {
            lots.add(Lot.ofHub("R", "hub " + hub, List.of(member(100 + hub, hubs.get(hub)))));
        }
        for (int practice = 0; practice < practices.size(); practice++) {
            lots.add(Lot.ofPractice(member(200 + practice, practices.get(practice))));
        }
        lots.sort(Lot.BY_ID);
        long total = rest + used + lots.stream().mapToLong(Lot::ion).sum();
        return new Pool(new UUID(0, 1), "R", Quarters.of("2023-Q3"), ceiling, total, used, lots);
    }

    private static Lot.Member member(int number, long ion) {
        return new Lot.Member(new Agb("01000" + number), ion);
    }
}
