package nl.mtvp.plan.admission.rest;

import static nl.mtvp.plan.Api.buyer;
import static nl.mtvp.plan.Api.get;
import static nl.mtvp.plan.Api.next;
import static nl.mtvp.plan.Api.notary;
import static nl.mtvp.plan.Api.post;
import static nl.mtvp.plan.Api.practice;
import static nl.mtvp.plan.Api.rho;
import static nl.mtvp.plan.Api.service;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TestClock;
import nl.mtvp.kernel.testing.Together;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.verifier.VerifyDraw;
import org.junit.jupiter.api.Test;

/** Until when preferences count (D17), what the nation may take (D16), and steps taken all at once (D20). */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class AdmissionDeadlineTest extends AdmissionScenario {

    @Test
    void D17_a_late_preference_is_refused_with_until_when_it_was_taken_and_what_to_do() {
        var clock = TestClock.at("2023-05-15");
        String id = post(
                        rho(region),
                        "/admission-rounds",
                        Map.of("region", region, "quarter", "2023-Q3", "preferencesUntil", "2023-05-20"))
                .statusCode(201)
                .body("preferencesUntil", is("2023-05-20"))
                .extract()
                .path("roundId");
        var round = "/admission-rounds/" + id;
        commit(round);
        clock.moveTo("2023-05-19");
        state(bunnik, false).statusCode(201);
        post(rho(region), round + "/freezes")
                .statusCode(409)
                .body("type", is("urn:mtvp:problem:preferences-still-taken"));

        clock.moveTo("2023-05-20");
        state(zeist, false)
                .statusCode(409)
                .body("type", is("urn:mtvp:problem:preferences-closed"))
                .body(
                        "detail",
                        allOf(
                                containsString("2023-Q3"),
                                containsString("2023-05-20"),
                                containsString("state this one again once that round has closed")));
        post(rho(region), round + "/freezes").statusCode(201);
        state(zeist, false).statusCode(409).body("type", is("urn:mtvp:problem:preferences-closed"));
        post(notary(), round + "/draws", Map.of("seed", seed)).statusCode(201);
        assertEquals(List.of(), VerifyDraw.faults(text(round + "/transcript")));
        state(bunnik, true).statusCode(201);
        get(service(), round).body("preferencesUntil", is("2023-05-20"));
    }

    @Test
    void D17_preferences_are_taken_until_a_day_that_is_not_past() {
        var request = Map.of("region", region, "quarter", "2023-Q3", "preferencesUntil", "2023-05-14");
        post(rho(region), "/admission-rounds", request)
                .statusCode(400)
                .body("errors.location", contains("/preferencesUntil"))
                .body("errors.code", contains("in-the-past"));
        for (var ahead :
                List.of(Map.of("quarter", "2099-Q4"), Map.of("quarter", "2023-Q3", "preferencesUntil", "2024-06-01"))) {
            var round = new java.util.HashMap<String, Object>(ahead);
            round.put("region", region);
            post(rho(region), "/admission-rounds", round)
                    .statusCode(400)
                    .body("errors.code", contains("too-far-ahead"));
        }
        post(rho(region), "/admission-rounds", Map.of("region", region, "quarter", "2023-Q3", "preferencesUntil", "20"))
                .statusCode(400)
                .body("errors.location", contains("/preferencesUntil"));
        var message = assertThrows(
                        SQLException.class,
                        () -> execute(
                                "app",
                                "insert into admission_round (id, region, quarter, ceiling_percent, preferences_until,"
                                        + " opened_at, opened_by) values ('" + UUID.randomUUID() + "', '" + region
                                        + "', '2023-07-01', 50, '2023-05-14', '2023-05-15T00:00:00+02', 'x')"))
                .getMessage();
        assertTrue(message.contains("preferences_close_after_the_opening"), message);
    }

    @Test
    void D16_the_national_ceiling_is_cumulative_and_shown_beside_what_was_admitted() {
        var before = admittedIon();
        drawn("2023-Q3");
        var admitted =
                get(service(), "/tranches?region=" + region).extract().jsonPath().getList("ion", Integer.class).stream()
                        .mapToInt(Integer::intValue)
                        .sum();
        get(buyer("3311"), "/admission-ceilings")
                .statusCode(200)
                .body("fromQuarter", contains("2023-Q2", "2023-Q3", "2023-Q4", "2024-Q1"))
                .body("percent", contains(25, 50, 75, 100))
                .body("nationalIon", contains(4_250_000, 8_500_000, 12_750_000, 17_000_000));
        var after = admittedIon();
        assertTrue(admitted > 0);
        assertEquals(before.get(0), after.get(0));
        assertEquals(before.get(1) + admitted, after.get(1));
        assertEquals(before.get(3) + admitted, after.get(3));
        var page = get(desk(), "/admission-ceilings?limit=3").body("$", hasSize(3));
        get(desk(), next(page)).body("fromQuarter", contains("2024-Q1"));
        get(desk(), "/admission-ceilings?limit=0").statusCode(400);
        get(practice(zeist), "/admission-ceilings").statusCode(403);
    }

    @Test
    void D20_of_simultaneous_commitments_and_of_simultaneous_freezes_one_counts() {
        var round = open("2023-Q3");
        oneCounts(Together.of(20, number -> post(notary(), round + "/commitments", Map.of("commitment", newSeed()))
                .extract()
                .statusCode()));
        oneCounts(Together.of(
                20, number -> post(rho(region), round + "/freezes").extract().statusCode()));
    }

    @Test
    void D20_lots_withdrawn_while_the_draw_takes_place_are_skipped_in_it_or_refused() {
        var round = frozen("2023-Q3");
        var hubs = List.of(hub("Zeist"), hub("Soest"), hub("Bunnik"));
        var answers = Together.of(20, number -> (number == 10
                        ? post(notary(), round + "/draws", Map.of("seed", seed))
                        : post(
                                rho(region),
                                round + "/lot-withdrawals",
                                Map.of("lotId", hubs.get(number % 3), "reason", "steps back")))
                .extract()
                .statusCode());
        assertEquals(201, answers.get(10));
        assertTrue(answers.stream().allMatch(status -> status == 201 || status == 409), answers.toString());
        var transcript = get(service(), round + "/transcript").extract().jsonPath();
        assertEquals(
                Collections.frequency(answers, 201) - 1,
                transcript
                        .getList("turns.findAll { it.outcome == 'WITHDRAWN' }")
                        .size());
        assertEquals(List.of(), VerifyDraw.faults(text(round + "/transcript")));
    }

    @Test
    void D21_of_simultaneous_withdrawals_of_an_admission_one_counts() {
        var round = drawn("2023-Q3");
        String admitted = get(service(), "/tranches?region=" + region).extract().path("[0].agb");
        oneCounts(Together.of(20, number -> post(
                        rho(region),
                        round + "/admission-withdrawals",
                        Map.of("agb", admitted, "reason", "the practice closes"))
                .extract()
                .statusCode()));
        assertEquals(1, events("nl.mtvp.admission-withdrawn.v1").size());
    }

    @Test
    void D21_a_tranche_list_pages_in_the_order_of_agb() {
        var last = open("2024-Q1");
        post(rho(region), last + "/freezes").statusCode(201);
        var first = get(service(), "/tranches?limit=3&region=" + region + "&quarter=2024-Q1")
                .body("$", hasSize(3));
        var rest = get(service(), next(first));
        var agbs = new ArrayList<String>(first.extract().jsonPath().getList("agb"));
        agbs.addAll(rest.extract().jsonPath().getList("agb"));
        assertEquals(agbs.stream().sorted().distinct().toList(), agbs);
        assertEquals(4, agbs.size());
        get(service(), "/tranches?limit=1001").statusCode(400);
    }

    private ValidatableResponse state(String agb, boolean takesPart) {
        return post(
                rho(region),
                "/regions/" + region + "/preferences",
                Map.of("preferences", List.of(preference(agb, takesPart, null))));
    }

    private static List<Integer> admittedIon() {
        return get(service(), "/admission-ceilings").extract().jsonPath().getList("admittedIon");
    }

    private static void oneCounts(List<Integer> answers) {
        assertEquals(1, Collections.frequency(answers, 201), answers.toString());
        assertEquals(answers.size() - 1, Collections.frequency(answers, 409), answers.toString());
    }
}
