package nl.mtvp.plan.admission.rest;

import static nl.mtvp.plan.Api.buyer;
import static nl.mtvp.plan.Api.get;
import static nl.mtvp.plan.Api.next;
import static nl.mtvp.plan.Api.notary;
import static nl.mtvp.plan.Api.post;
import static nl.mtvp.plan.Api.practice;
import static nl.mtvp.plan.Api.region;
import static nl.mtvp.plan.Api.rho;
import static nl.mtvp.plan.Api.service;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TokenResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class RoundTest extends AdmissionScenario {

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
        post(notary(), last + "/commitments", Map.of("commitment", commitment()))
                .statusCode(409)
                .body("type", is("urn:mtvp:problem:no-draw-needed"));
        post(rho(region), last + "/freezes")
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
        post(rho(region), after + "/freezes").statusCode(201).body("pool.lots.id", contains("practice:" + soestOut));
        get(buyer("3311"), "/admission-rounds?region=" + region)
                .body("quarter", contains("2023-Q3", "2023-Q4", "2024-Q1", "2024-Q2"))
                .body("ceilingPercent", contains(50, 75, 100, 100));
        var page =
                get(buyer("3311"), "/admission-rounds?limit=3&region=" + region).body("$", hasSize(3));
        get(buyer("3311"), next(page)).body("quarter", contains("2024-Q2"));
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
        post(rho(empty), "/admission-rounds/" + id + "/freezes")
                .statusCode(409)
                .body("type", is("urn:mtvp:problem:region-without-practices"));
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
}
