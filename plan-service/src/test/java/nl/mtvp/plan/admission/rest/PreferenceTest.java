package nl.mtvp.plan.admission.rest;

import static nl.mtvp.plan.Api.buyer;
import static nl.mtvp.plan.Api.get;
import static nl.mtvp.plan.Api.line;
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
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TokenResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class PreferenceTest extends AdmissionScenario {

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
                .body("type", is("urn:mtvp:problem:preferences-closed"));
        // ION declared anew count from the next freeze on: the pool stays what it was.
        practices(region, line(bunnik, "Bunnik", 9_999));
        post(notary(), round + "/draws", Map.of("seed", seed)).statusCode(201).body("pool.totalIon", is(10_000));

        String admitted = get(service(), "/tranches?region=" + region).extract().path("[0].agb");
        post(rho(region), path, Map.of("preferences", List.of(preference(admitted, false, null))))
                .statusCode(409)
                .body("errors.location", contains("/preferences/0/agb"));
    }

    @Test
    void D17_a_freeze_and_a_preference_at_once_leave_one_truth() throws Exception {
        var round = open("2023-Q3");
        post(notary(), round + "/commitments", Map.of("commitment", commitment()))
                .statusCode(201);
        var threads = Executors.newFixedThreadPool(2);
        try {
            Callable<Integer> optOut = () -> post(
                            rho(region),
                            "/regions/" + region + "/preferences",
                            Map.of("preferences", List.of(preference(bunnik, false, null))))
                    .extract()
                    .statusCode();
            Callable<Integer> freeze =
                    () -> post(rho(region), round + "/freezes").extract().statusCode();
            var answers = threads.invokeAll(List.of(optOut, freeze));
            assertEquals(201, answers.get(1).get());
            boolean taken = answers.get(0).get() == 201;
            get(service(), round + "/transcript").body("pool.lots", hasSize(taken ? 2 : 3));
        } finally {
            threads.shutdownNow();
        }
    }
}
