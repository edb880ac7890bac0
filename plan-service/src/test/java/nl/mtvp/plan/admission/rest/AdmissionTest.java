package nl.mtvp.plan.admission.rest;

import static nl.mtvp.plan.Api.agb;
import static nl.mtvp.plan.Api.buyer;
import static nl.mtvp.plan.Api.get;
import static nl.mtvp.plan.Api.line;
import static nl.mtvp.plan.Api.next;
import static nl.mtvp.plan.Api.notary;
import static nl.mtvp.plan.Api.post;
import static nl.mtvp.plan.Api.practice;
import static nl.mtvp.plan.Api.practices;
import static nl.mtvp.plan.Api.region;
import static nl.mtvp.plan.Api.rho;
import static nl.mtvp.plan.Api.service;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TestClock;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.kernel.testing.Tokens;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class AdmissionTest {

    static final String SEED = "6a0571bc9d60c1c258c725d71800e40c83f39512ef61d503099fa9e464d2424d";
    static final String COMMITMENT = "76aafa161c63164ea3d55f9fc82415d1ce05ac20e8ce93d6504c1a78039c8454";

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String databaseUrl;

    private String region;
    private final String zeist = agb();
    private final String zeistLater = agb();
    private final String soest = agb();
    private final String soestOut = agb();
    private final String bunnik = agb();

    @BeforeEach
    void a_region_of_three_hubs_with_five_practices() {
        TestClock.at("2023-05-15");
        region = region("Bunnik", "Soest", "Zeist");
        practices(
                region,
                line(zeist, "Zeist", 4_000),
                line(zeistLater, "Zeist", 1_000),
                line(soest, "Soest", 2_000),
                line(soestOut, "Soest", 500),
                line(bunnik, "Bunnik", 2_500));
        prefer(zeistLater, true, "2023-Q4");
        prefer(soestOut, false, null);
    }

    @Test
    void D20_a_drawn_round_is_recomputed_from_its_transcript_by_code_that_shares_nothing() {
        var round = frozen("2023-Q3");
        post(notary(), round + "/draws", Map.of("seed", SEED))
                .statusCode(201)
                .body("state", is("CLOSED"))
                .body("commitment", is(COMMITMENT))
                .body("seed", is(SEED))
                .body("drawId", notNullValue());

        var transcript = get(practice(zeist), round + "/transcript")
                .statusCode(200)
                .body("pool.totalIon", is(10_000))
                .body("pool.usedIon", is(0))
                .body("pool.ceilingPercent", is(50))
                .body("pool.lots.id", contains(hub("Bunnik"), hub("Soest"), hub("Zeist")))
                .body("pool.lots.ion", contains(2_500, 2_000, 4_000))
                .extract()
                .jsonPath()
                .<String, Object>getMap("$");
        assertEquals(Recomputed.turns(transcript), transcript.get("turns"));
        assertEquals(Recomputed.poolHash(transcript), transcript.get("poolHash"));
    }

    @Test
    void D21_the_admitted_are_listed_and_told_to_the_neighbours_in_one_transaction() {
        var round = drawn("2023-Q3");
        var transcript = get(rho(region), round + "/transcript").extract().jsonPath();
        var admittedLots = transcript.<String>getList("turns.findAll { it.outcome == 'ADMITTED' }.lotId");
        var expected = Map.of(hub("Bunnik"), bunnik, hub("Soest"), soest, hub("Zeist"), zeist).entrySet().stream()
                .filter(lot -> admittedLots.contains(lot.getKey()))
                .map(Map.Entry::getValue)
                .sorted()
                .toArray(String[]::new);
        assertTrue(expected.length > 0);

        var path = "/tranches?region=" + region + "&quarter=2023-Q3";
        for (var reader : List.of(buyer("3332"), rho(region), service())) {
            get(reader, path).statusCode(200).body("agb", contains(expected));
        }
        get(buyer("3332"), "/tranches?region=" + region + "&quarter=2023-Q4").body("$", empty());
        get(practice(zeist), path).statusCode(403);
        get(buyer("3332"), "/tranches?quarter=2023-7").statusCode(400);
        var told = events("nl.mtvp.practice-admitted.v1");
        assertEquals(
                List.of(expected),
                told.stream().map(data -> data.get("agb")).sorted().toList());
        var first = told.get(0);
        assertEquals(
                List.of(region, region, "2023-Q3", transcript.getString("roundId"), transcript.getString("drawId")),
                List.of(
                        first.get("rho"),
                        first.get("region"),
                        first.get("quarter"),
                        first.get("roundId"),
                        first.get("drawId")));
    }

    @Test
    void D18_the_rounds_of_a_region_follow_each_other_until_everybody_left_is_admitted_without_a_draw() {
        var q3 = drawn("2023-Q3");
        var q4 = drawn("2023-Q4");
        get(buyer("3311"), q4 + "/transcript")
                .body("pool.ceilingPercent", is(75))
                .body("pool.usedIon", is(usedAfter(q3)));

        var last = open("2024-Q1");
        post(notary(), last + "/commitments", Map.of("commitment", COMMITMENT))
                .statusCode(409)
                .body("type", is("urn:mtvp:problem:no-draw-needed"));
        post(rho(region), last + "/freezes", Map.of())
                .statusCode(201)
                .body("state", is("CLOSED"))
                .body("drawId", nullValue())
                .body("commitment", nullValue())
                .body("turns.outcome", everyItem(is("ADMITTED")));
        get(buyer("3311"), "/tranches?region=" + region)
                .body("agb", containsInAnyOrder(zeist, zeistLater, soest, bunnik))
                .body("findAll { it.quarter == '2024-Q1' }.drawId", everyItem(nullValue()));
        assertEquals(4, events("nl.mtvp.practice-admitted.v1").size());

        // Who opted out and changes their mind counts as later-starting, also after the last round of the scheme.
        prefer(soestOut, true, "2024-Q2");
        var after = open("2024-Q2");
        post(rho(region), after + "/freezes", Map.of())
                .statusCode(201)
                .body("pool.lots.id", contains("practice:" + soestOut));
        get(buyer("3311"), "/admission-rounds?region=" + region)
                .body("quarter", contains("2023-Q3", "2023-Q4", "2024-Q1", "2024-Q2"))
                .body("ceilingPercent", contains(50, 75, 100, 100));
        var page =
                get(buyer("3311"), "/admission-rounds?limit=3&region=" + region).body("$", hasSize(3));
        get(buyer("3311"), next(page)).body("quarter", contains("2024-Q2"));
    }

    @Test
    void D20_the_notary_commits_before_the_freeze_and_reveals_what_was_committed_to() {
        var round = open("2023-Q3");
        var freezes = round + "/freezes";
        post(rho(region), freezes, Map.of()).statusCode(409).body("type", is("urn:mtvp:problem:commitment-needed"));
        post(notary(), round + "/draws", Map.of("seed", SEED))
                .statusCode(409)
                .body("type", is("urn:mtvp:problem:round-is-open"));
        post(notary(), round + "/commitments", Map.of("commitment", "xyz"))
                .statusCode(400)
                .body("errors.location", contains("/commitment"));
        post(rho(region), round + "/commitments", Map.of("commitment", COMMITMENT))
                .statusCode(403);
        post(Tokens.system("clerk", Map.of(), Roles.NOTARY), round + "/commitments", Map.of("commitment", COMMITMENT))
                .statusCode(403);
        post(notary(), round + "/commitments", Map.of("commitment", COMMITMENT)).statusCode(201);
        post(notary(), round + "/commitments", Map.of("commitment", COMMITMENT))
                .statusCode(409)
                .body("type", is("urn:mtvp:problem:commitment-given"));

        var notaryOfTheRho =
                Tokens.sign(Tokens.person("notary", Roles.RHO, Roles.NOTARY).claim("rho", region));
        post(notaryOfTheRho, freezes, Map.of())
                .statusCode(403)
                .body("type", is("urn:mtvp:problem:notary-does-not-freeze"));
        post(rho("Other"), freezes, Map.of()).statusCode(403);
        post(rho(region), freezes, Map.of()).statusCode(201).body("state", is("FROZEN"));
        post(rho(region), freezes, Map.of()).statusCode(409).body("type", is("urn:mtvp:problem:round-is-frozen"));

        post(notary(), round + "/draws", Map.of("seed", "00".repeat(32)))
                .statusCode(400)
                .body("errors.code", contains("seed-does-not-match"));
        post(notary(), round + "/draws", Map.of("seed", "00"))
                .statusCode(400)
                .body("errors.location", contains("/seed"));
        post(rho(region), round + "/draws", Map.of("seed", SEED)).statusCode(403);
        post(notary(), round + "/draws", Map.of("seed", SEED)).statusCode(201);
        post(notary(), round + "/draws", Map.of("seed", SEED))
                .statusCode(409)
                .body("type", is("urn:mtvp:problem:round-is-closed"));
        get(buyer("3311"), round).statusCode(200).body("ceilingPercent", is(50));
        get(buyer("3311"), "/admission-rounds/" + UUID.randomUUID()).statusCode(404);
    }

    @Test
    void D20_a_lot_withdrawn_after_the_freeze_keeps_its_place_and_is_skipped() {
        var round = frozen("2023-Q3");
        var withdrawal = Map.of("lotId", hub("Zeist"), "reason", "the hub steps back");
        var path = round + "/lot-withdrawals";
        post(rho("Other"), path, withdrawal).statusCode(403);
        post(rho(region), path, Map.of("lotId", hub("Baarn"), "reason", "x")).statusCode(404);
        post(rho(region), path, Map.of("lotId", hub("Zeist")))
                .statusCode(400)
                .body("errors.location", contains("/reason"));
        post(rho(region), path, withdrawal).statusCode(201).body("withdrawals.lotId", contains(hub("Zeist")));
        post(rho(region), path, withdrawal).statusCode(409);

        post(notary(), round + "/draws", Map.of("seed", SEED)).statusCode(201);
        var transcript =
                get(service(), round + "/transcript").extract().jsonPath().<String, Object>getMap("$");
        assertEquals(Recomputed.turns(transcript), transcript.get("turns"));
        get(service(), round + "/transcript")
                .body("turns.find { it.lotId == '" + hub("Zeist") + "' }.outcome", is("WITHDRAWN"))
                .body("turns.find { it.lotId == '" + hub("Zeist") + "' }.why", is("the hub steps back"));
        post(rho(region), path, Map.of("lotId", hub("Soest"), "reason", "too late"))
                .statusCode(409);
    }

    @Test
    void D16_rounds_of_a_region_come_in_order_and_once() {
        post(rho(region), "/admission-rounds", Map.of("region", region, "quarter", "2023-Q1"))
                .statusCode(400)
                .body("errors.code", contains("before-the-scheme"));
        post(rho(region), "/admission-rounds", Map.of("region", "None", "quarter", "2023-Q3"))
                .statusCode(404);
        post(rho("Other"), "/admission-rounds", Map.of("region", region, "quarter", "2023-Q3"))
                .statusCode(403);
        post(rho(region), "/admission-rounds", Map.of("region", region)).statusCode(400);
        open("2023-Q3");
        refused("2023-Q3", "round-exists");
        refused("2023-Q2", "round-out-of-order");
        refused("2023-Q4", "earlier-round-open");
        var empty = region();
        String id = post(rho(empty), "/admission-rounds", Map.of("region", empty, "quarter", "2024-Q1"))
                .statusCode(201)
                .extract()
                .path("roundId");
        post(rho(empty), "/admission-rounds/" + id + "/freezes", Map.of())
                .statusCode(409)
                .body("type", is("urn:mtvp:problem:region-without-practices"));
    }

    @Test
    void D17_preferences_are_stated_by_the_practice_or_its_rho_and_every_faulty_line_is_named() {
        var path = "/regions/" + region + "/preferences";
        var lines = List.of(
                preference(zeist, false, "2023-Q4"),
                preference("09999999", true, null),
                preference(soest, true, null),
                preference(soest, false, null));
        post(rho(region), path, Map.of("preferences", lines))
                .statusCode(400)
                .body(
                        "errors.location",
                        contains("/preferences/0/laterQuarter", "/preferences/1/agb", "/preferences/3/agb"))
                .body("errors.code", contains("contradiction", "no-practice-of-the-region", "named-twice"));
        post(rho(region), path, Map.of("preferences", List.of(Map.of("agb", zeist, "laterQuarter", "Q4"))))
                .statusCode(400)
                .body("errors.location", containsInAnyOrder("/preferences/0/takesPart", "/preferences/0/laterQuarter"));

        var mine = Map.of("preferences", List.of(preference(zeist, true, "2023-Q4")));
        post(practice(zeist), path, mine).statusCode(201).body("preferences", is(1));
        post(practice(soest), path, mine).statusCode(403);
        post(rho("Other"), path, mine).statusCode(403);
        post(buyer("3311"), path, mine).statusCode(403);
        get(practice(zeist), path)
                .statusCode(200)
                .body("agb", contains(zeist))
                .body("laterQuarter", contains("2023-Q4"));
        get(rho(region), path).body("agb", containsInAnyOrder(zeist, zeistLater, soestOut));
        get(rho("Other"), path).body("$", empty());
    }

    @Test
    void D17_nobody_changes_their_mind_between_freeze_and_draw_nor_once_admitted() {
        var round = frozen("2023-Q3");
        var lines = List.of(preference(bunnik, false, null));
        var path = "/regions/" + region + "/preferences";
        post(rho(region), path, Map.of("preferences", lines))
                .statusCode(409)
                .body("type", is("urn:mtvp:problem:round-is-frozen"));
        // ION declared anew count from the next freeze on: the pool stays what it was.
        practices(region, line(bunnik, "Bunnik", 9_999));
        post(notary(), round + "/draws", Map.of("seed", SEED)).statusCode(201).body("pool.totalIon", is(10_000));

        String admitted = get(service(), "/tranches?region=" + region).extract().path("[0].agb");
        post(rho(region), path, Map.of("preferences", List.of(preference(admitted, false, null))))
                .statusCode(409)
                .body("errors.location", contains("/preferences/0/agb"));
    }

    @Test
    void D17_a_freeze_and_a_preference_at_once_leave_one_truth() throws Exception {
        var round = open("2023-Q3");
        post(notary(), round + "/commitments", Map.of("commitment", COMMITMENT)).statusCode(201);
        var threads = Executors.newFixedThreadPool(2);
        try {
            Callable<Integer> optOut = () -> post(
                            rho(region),
                            "/regions/" + region + "/preferences",
                            Map.of("preferences", List.of(preference(bunnik, false, null))))
                    .extract()
                    .statusCode();
            Callable<Integer> freeze = () ->
                    post(rho(region), round + "/freezes", Map.of()).extract().statusCode();
            var answers = threads.invokeAll(List.of(optOut, freeze));
            assertEquals(201, answers.get(1).get());
            boolean taken = answers.get(0).get() == 201;
            get(service(), round + "/transcript").body("pool.lots", hasSize(taken ? 2 : 3));
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void D20_of_simultaneous_draws_one_counts() throws Exception {
        var round = frozen("2023-Q3");
        var threads = Executors.newFixedThreadPool(4);
        try {
            Callable<Integer> draw = () -> post(notary(), round + "/draws", Map.of("seed", SEED))
                    .extract()
                    .statusCode();
            var answers = new ArrayList<Integer>();
            for (var answer : threads.invokeAll(List.of(draw, draw, draw, draw))) {
                answers.add(answer.get());
            }
            assertEquals(List.of(201, 409, 409, 409), answers.stream().sorted().toList());
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void a_draw_repeated_with_its_key_gives_the_first_answer_again() {
        var round = frozen("2023-Q3");
        var key = UUID.randomUUID().toString();
        var first = post(notary(), key, round + "/draws", Map.of("seed", SEED)).statusCode(201);
        var second = post(notary(), key, round + "/draws", Map.of("seed", SEED)).statusCode(201);

        assertEquals(
                first.extract().jsonPath().getMap("$"),
                second.extract().jsonPath().getMap("$"));
        assertEquals(first.extract().header("Location"), second.extract().header("Location"));
        post(notary(), key, round + "/draws", Map.of("seed", "00".repeat(32)))
                .statusCode(409)
                .body("type", is("urn:mtvp:problem:idempotency-key-reused"));
    }

    @Test
    void D20_what_was_frozen_and_drawn_is_changed_by_nobody_not_even_the_owner_of_the_tables() throws SQLException {
        var round = drawn("2023-Q3").substring("/admission-rounds/".length());
        for (var user : List.of("app", "owner")) {
            for (var table : List.of(
                    "admission_round",
                    "draw_commitment",
                    "frozen_pool",
                    "lot",
                    "lot_member",
                    "lot_withdrawal",
                    "draw",
                    "turn",
                    "preference")) {
                for (var change : List.of(
                        "delete from " + table,
                        "truncate " + table + " cascade",
                        "update " + table + " set "
                                + (table.equals("preference")
                                        ? "agb = agb"
                                        : table.equals("admission_round") ? "id = id" : "round_id = round_id"))) {
                    var state = assertThrows(SQLException.class, () -> execute(user, change))
                            .getSQLState();
                    // Not granted to the application, refused to the owner.
                    assertEquals(user.equals("app") ? "42501" : "23001", state, user + ": " + change);
                }
            }
        }
        get(service(), "/admission-rounds/" + round + "/transcript")
                .statusCode(200)
                .body("state", is("CLOSED"));
    }

    private void execute(String user, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(databaseUrl, user, user);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void D21_an_admission_is_taken_back_once_and_told() {
        var round = drawn("2023-Q3");
        String admitted = get(service(), "/tranches?region=" + region).extract().path("[0].agb");
        var path = round + "/admission-withdrawals";
        var withdrawal = Map.of("agb", admitted, "reason", "the practice closes");

        post(rho("Other"), path, withdrawal).statusCode(403);
        post(rho(region), path, Map.of("agb", soestOut, "reason", "x")).statusCode(404);
        post(rho(region), path, Map.of("agb", admitted)).statusCode(400);
        post(rho(region), path, withdrawal).statusCode(201).body("agb", is(admitted));
        post(rho(region), path, withdrawal).statusCode(409);
        get(service(), "/tranches?region=" + region).body("findAll { it.agb == '" + admitted + "' }", empty());
        var told = events("nl.mtvp.admission-withdrawn.v1");
        assertEquals(1, told.size());
        assertEquals("the practice closes", told.get(0).get("reason"));

        prefer(admitted, true, null);
        var next = frozen("2023-Q4");
        get(service(), next + "/transcript")
                .body("pool.lots.findAll { it.id == 'practice:" + admitted + "' }", hasSize(1));
    }

    private String open(String quarter) {
        String id = post(rho(region), "/admission-rounds", Map.of("region", region, "quarter", quarter))
                .statusCode(201)
                .body("state", is("OPEN"))
                .body("pool", nullValue())
                .extract()
                .path("roundId");
        return "/admission-rounds/" + id;
    }

    private String frozen(String quarter) {
        var round = open(quarter);
        post(notary(), round + "/commitments", Map.of("commitment", COMMITMENT)).statusCode(201);
        post(rho(region), round + "/freezes", Map.of()).statusCode(201).body("state", is("FROZEN"));
        return round;
    }

    private String drawn(String quarter) {
        var round = frozen(quarter);
        post(notary(), round + "/draws", Map.of("seed", SEED)).statusCode(201).body("state", is("CLOSED"));
        return round;
    }

    private void refused(String quarter, String code) {
        post(rho(region), "/admission-rounds", Map.of("region", region, "quarter", quarter))
                .statusCode(409)
                .body("type", is("urn:mtvp:problem:" + code));
    }

    private void prefer(String agb, boolean takesPart, String laterQuarter) {
        post(
                        rho(region),
                        "/regions/" + region + "/preferences",
                        Map.of("preferences", List.of(preference(agb, takesPart, laterQuarter))))
                .statusCode(201);
    }

    private static Map<String, Object> preference(String agb, boolean takesPart, String laterQuarter) {
        var line = new HashMap<String, Object>();
        line.put("agb", agb);
        line.put("takesPart", takesPart);
        line.put("laterQuarter", laterQuarter);
        return line;
    }

    private int usedAfter(String round) {
        return get(service(), round + "/transcript").extract().path("turns[-1].usedIonAfter");
    }

    private String hub(String name) {
        return "hub:" + region + "/" + name;
    }

    private List<Map<String, Object>> events(String type) {
        return get(service(), "/events?limit=1000")
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("findAll { it.type == '" + type + "' && it.data.region == '" + region + "' }.data");
    }
}
