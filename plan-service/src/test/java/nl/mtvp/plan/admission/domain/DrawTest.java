package nl.mtvp.plan.admission.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Deed;
import nl.mtvp.kernel.json.Digests;
import nl.mtvp.kernel.time.Quarters;
import nl.mtvp.plan.admission.domain.Transcript.Commitment;
import nl.mtvp.plan.admission.domain.Transcript.Drawn;
import nl.mtvp.plan.admission.domain.Transcript.Frozen;
import nl.mtvp.plan.admission.domain.Transcript.Redraw;
import nl.mtvp.plan.admission.domain.Turn.TurnOutcome;
import org.junit.jupiter.api.Test;

/** The test vector of docs/draw.md, whose digests were computed with another program (D19, D20). */
class DrawTest {

    static final Seed SEED = Seed.of("6a0571bc9d60c1c258c725d71800e40c83f39512ef61d503099fa9e464d2424d");
    static final Pool POOL = new Pool(
            UUID.fromString("018c0000-0000-7000-8000-000000000001"),
            "ZOU",
            Quarters.of("2023-Q4"),
            75,
            187_200,
            61_000,
            List.of(
                    Lot.ofHub("ZOU", "De Bilt", List.of(member("01000022", 22_000), member("01000021", 21_000))),
                    Lot.ofHub("ZOU", "Heuvelrug", List.of(member("01000031", 38_200))),
                    Lot.ofHub("ZOU", "Soest", List.of(member("01000041", 4_800))),
                    Lot.ofPractice(member("01000061", 2_400)),
                    Lot.ofPractice(member("01000062", 2_300))));

    @Test
    void D20_the_pool_has_the_canonical_form_and_hash_of_the_documented_vector() {
        assertEquals(
                "{\"ceilingPercent\":75,\"lots\":["
                        + "{\"id\":\"hub:ZOU/De Bilt\",\"ion\":43000,\"kind\":\"HUB\",\"members\":["
                        + "{\"agb\":\"01000021\",\"ion\":21000},{\"agb\":\"01000022\",\"ion\":22000}]},"
                        + "{\"id\":\"hub:ZOU/Heuvelrug\",\"ion\":38200,\"kind\":\"HUB\",\"members\":["
                        + "{\"agb\":\"01000031\",\"ion\":38200}]},"
                        + "{\"id\":\"hub:ZOU/Soest\",\"ion\":4800,\"kind\":\"HUB\",\"members\":["
                        + "{\"agb\":\"01000041\",\"ion\":4800}]},"
                        + "{\"id\":\"practice:01000061\",\"ion\":2400,\"kind\":\"PRACTICE\",\"members\":["
                        + "{\"agb\":\"01000061\",\"ion\":2400}]},"
                        + "{\"id\":\"practice:01000062\",\"ion\":2300,\"kind\":\"PRACTICE\",\"members\":["
                        + "{\"agb\":\"01000062\",\"ion\":2300}]}],"
                        + "\"quarter\":\"2023-Q4\",\"region\":\"ZOU\","
                        + "\"roundId\":\"018c0000-0000-7000-8000-000000000001\",\"totalIon\":187200,\"usedIon\":61000}",
                new String(POOL.canonical(), StandardCharsets.UTF_8));
        assertEquals("7e3b845b05497737369027e9dc48478ab5d2ec95212ddaf92e330135352697b5", Digests.hex(POOL.hash()));
        assertEquals(
                "76aafa161c63164ea3d55f9fc82415d1ce05ac20e8ce93d6504c1a78039c8454", Digests.hex(SEED.commitment()));
    }

    @Test
    void D19_the_lots_of_the_vector_have_their_turns_hubs_first_and_what_does_not_fit_lapses() {
        var turns = Filling.of(POOL, DrawOrder.of(SEED, POOL.hash(), POOL.lots()), Map.of());

        assertEquals(
                List.of(
                        "1 hub:ZOU/Heuvelrug ADMITTED 99200",
                        "2 hub:ZOU/De Bilt LAPSED 99200",
                        "3 hub:ZOU/Soest ADMITTED 104000",
                        "4 practice:01000062 ADMITTED 106300",
                        "5 practice:01000061 ADMITTED 108700"),
                turns.stream()
                        .map(turn ->
                                turn.rank() + " " + turn.lot().id() + " " + turn.outcome() + " " + turn.usedIonAfter())
                        .toList());
        assertEquals("100 x 142200 > 75 x 187200", turns.get(1).why());
    }

    @Test
    void D20_the_transcript_has_the_hash_of_the_documented_vector() {
        var round = new Round(
                POOL.roundId(),
                POOL.region(),
                POOL.quarter(),
                POOL.ceilingPercent(),
                LocalDate.parse("2023-09-01"),
                Instant.parse("2023-08-01T10:00:00Z"));
        var commitment = new Commitment(
                "76aafa161c63164ea3d55f9fc82415d1ce05ac20e8ce93d6504c1a78039c8454",
                new Deed("notary", Instant.parse("2023-08-02T10:00:00Z")));
        var frozen = new Frozen(POOL, Digests.hex(POOL.hash()), Instant.parse("2023-09-01T10:00:00Z"));
        var drawn = new Drawn(
                UUID.fromString("018c0000-0000-7000-8000-000000000002"),
                Digests.hex(SEED.bytes()),
                Instant.parse("2023-09-02T10:00:00Z"));
        var turns = Filling.of(POOL, DrawOrder.of(SEED, POOL.hash(), POOL.lots()), Map.of());
        var transcript = new Transcript(round, 1, commitment, frozen, null, drawn, List.of(), turns, null);

        assertEquals(
                "03c386b3302141559acc5b66b6f69eabfb0ec9d1f1bb5a0eaca7f02881bddfec",
                Digests.hex(Digests.sha256(PublishedTranscript.of(transcript).canonical())));
        assertTrue(transcript.isRecomputed());
    }

    @Test
    void D20_a_repeated_draw_has_the_order_of_the_documented_vector() {
        var frozen = new Frozen(POOL, Digests.hex(POOL.hash()), Instant.EPOCH);
        var redraw = new Redraw(
                UUID.fromString("018c0000-0000-7000-8000-000000000003"), "the protocol was not signed", Instant.EPOCH);
        var round = new Round(POOL.roundId(), "ZOU", POOL.quarter(), 75, null, Instant.EPOCH);
        var transcript = new Transcript(round, 2, null, frozen, redraw, null, List.of(), List.of(), null);

        assertEquals(
                List.of(
                        "hub:ZOU/De Bilt ADMITTED 104000",
                        "hub:ZOU/Heuvelrug LAPSED 104000",
                        "hub:ZOU/Soest ADMITTED 108800",
                        "practice:01000061 ADMITTED 111200",
                        "practice:01000062 ADMITTED 113500"),
                transcript.turnsWith(Seed.of("00".repeat(31) + "01")).stream()
                        .map(turn -> turn.lot().id() + " " + turn.outcome() + " " + turn.usedIonAfter())
                        .toList());
    }

    @Test
    void D19_a_lot_that_fills_the_ceiling_exactly_fits() {
        var pool = new Pool(
                POOL.roundId(), "R", POOL.quarter(), 50, 200, 60, List.of(Lot.ofPractice(member("01000001", 40))));
        assertEquals(
                TurnOutcome.ADMITTED,
                Filling.of(pool, pool.lots(), Map.of()).get(0).outcome());
    }

    @Test
    void D20_a_withdrawn_lot_is_skipped_with_its_reason_and_uses_no_room() {
        var order = DrawOrder.of(SEED, POOL.hash(), POOL.lots());
        var turns = Filling.of(POOL, order, Map.of("hub:ZOU/Heuvelrug", "the hub steps back"));

        assertEquals(TurnOutcome.WITHDRAWN, turns.get(0).outcome());
        assertEquals("the hub steps back", turns.get(0).why());
        assertEquals(61_000, turns.get(0).usedIonAfter());
        assertEquals(TurnOutcome.ADMITTED, turns.get(1).outcome(), "De Bilt fits now");
        assertEquals(order, turns.stream().map(Turn::lot).toList());
    }

    @Test
    void D19_in_the_last_round_everybody_left_is_admitted_in_the_order_of_the_pool() {
        var last = new Pool(POOL.roundId(), "ZOU", Quarters.of("2024-Q1"), 100, 187_200, 61_000, POOL.lots());

        var turns = Filling.withoutDraw(last);

        assertTrue(turns.stream().allMatch(turn -> turn.outcome() == TurnOutcome.ADMITTED));
        assertEquals(POOL.lots(), turns.stream().map(Turn::lot).toList());
        assertThrows(IllegalArgumentException.class, () -> Filling.withoutDraw(POOL));
    }

    @Test
    void D20_a_seed_is_32_bytes_in_lower_case_hexadecimal() {
        for (var malformed : new String[] {null, "", "6a05", "g".repeat(64), "A".repeat(64), "a".repeat(66)}) {
            assertThrows(IllegalArgumentException.class, () -> Seed.of(malformed));
        }
        assertTrue(SEED.matches(SEED.commitment()));
        assertFalse(Seed.of("0".repeat(64)).matches(SEED.commitment()));
    }

    private static Lot.Member member(String agb, long ion) {
        return new Lot.Member(new Agb(agb), ion);
    }
}
