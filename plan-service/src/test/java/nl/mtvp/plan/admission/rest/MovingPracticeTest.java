package nl.mtvp.plan.admission.rest;

import static nl.mtvp.plan.Api.get;
import static nl.mtvp.plan.Api.notary;
import static nl.mtvp.plan.Api.post;
import static nl.mtvp.plan.Api.practice;
import static nl.mtvp.plan.Api.rho;
import static nl.mtvp.plan.Api.service;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.plan.Api;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class MovingPracticeTest extends AdmissionScenario {

    @Test
    void D5_a_round_reads_the_places_of_its_peildatum() {
        var other = Api.region("Utrecht");
        move(soest, other, "2023-07-01");

        get(service(), frozen("2023-Q3") + "/transcript")
                .body("pool.totalIon", is(8_000))
                .body("pool.lots.members.flatten().agb", not(hasItem(soest)));
        region = other;
        get(service(), frozen("2023-Q3") + "/transcript")
                .body("pool.totalIon", is(2_000))
                .body("pool.lots.id", contains(hub("Utrecht")));
    }

    @Test
    void D5_a_practice_that_moves_after_the_peildatum_stays_where_it_was_in_that_round() {
        var other = Api.region("Utrecht");
        move(soest, other, "2024-01-02");

        post(rho(region), open("2024-Q1") + "/freezes")
                .statusCode(201)
                .body("pool.totalIon", is(10_000))
                .body("pool.lots.members.flatten().agb", hasItem(soest));
        get(service(), "/tranches?region=" + region).body("find { it.agb == '" + soest + "' }.hub", is("Soest"));
    }

    @Test
    void D5_past_rounds_do_not_change() {
        var other = Api.region("Utrecht");
        var round = drawn("2023-Q3");
        var before = get(service(), round + "/transcript").extract().asString();
        move(soest, other, "2023-07-01");

        assertEquals(before, get(service(), round + "/transcript").extract().asString());
        region = other;
        get(service(), frozen("2023-Q3") + "/transcript").body("pool.totalIon", is(2_000));
    }

    @Test
    void D5_a_practice_in_two_frozen_pools_is_admitted_once() {
        var here = region;
        for (var absent : List.of(zeist, zeistLater, soest)) {
            prefer(absent, false, null);
        }
        var round = frozen("2023-Q4");
        var other = Api.region("Utrecht");
        move(bunnik, other, "2023-07-01");
        region = other;
        post(rho(other), open("2024-Q1") + "/freezes").statusCode(201).body("state", is("CLOSED"));
        get(service(), "/tranches?region=" + other).body("agb", contains(bunnik));

        post(notary(), round + "/draws", Map.of("seed", seed))
                .statusCode(201)
                .body("turns.outcome", contains("ADMITTED"));
        get(service(), "/tranches?region=" + here).body("agb", not(hasItem(bunnik)));
        get(service(), "/tranches?region=" + other).body("agb", contains(bunnik));
    }

    private static void move(String agb, String region, String movesOn) {
        post(
                        practice(agb),
                        "/practices/" + agb + "/moves",
                        Map.of("region", region, "hub", "Utrecht", "movesOn", movesOn))
                .statusCode(201);
    }
}
