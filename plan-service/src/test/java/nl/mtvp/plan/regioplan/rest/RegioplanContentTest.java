package nl.mtvp.plan.regioplan.rest;

import static nl.mtvp.plan.Api.agb;
import static nl.mtvp.plan.Api.buyer;
import static nl.mtvp.plan.Api.get;
import static nl.mtvp.plan.Api.line;
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

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TestClock;
import nl.mtvp.kernel.testing.TokenResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class RegioplanContentTest extends RegioplanScenario {

    @Test
    void D3_a_version_that_misses_the_minimum_is_refused_naming_every_shortfall() {
        var version = version(List.of(
                Map.of("code", "AW-01", "firstYear", 1), Map.of("code", "AW-02", "firstYear", 1),
                Map.of("code", "GG-01", "firstYear", 1), Map.of("code", "UC-01", "firstYear", 1)));

        post(rho(region), version + "/submissions", Map.of("commitsToLeidraad", false))
                .statusCode(400)
                .body("type", is("urn:mtvp:problem:submission-refused"))
                .body(
                        "errors.location",
                        contains("ANDERS_WERKEN", "GOEDE_GESPREK", "SAMENWERKEN_NETWERK", "/commitsToLeidraad"))
                .body(
                        "errors.code",
                        contains(
                                "too-few-interventions",
                                "too-few-interventions",
                                "too-few-interventions",
                                "commitment-missing"));
        get(rho(region), version).body("state", is("DRAFT"));
    }

    @Test
    void D3_a_successor_that_begins_too_little_in_year_1_is_refused_and_the_approved_version_stays() {
        approved();
        var late = UNICUM.stream()
                .map(choice -> Map.<String, Object>of("code", choice.get("code"), "firstYear", 2))
                .toList();
        post(rho(region), version(late) + "/submissions", COMMITTED)
                .statusCode(400)
                .body("errors.location", contains("ANDERS_WERKEN", "GOEDE_GESPREK"))
                .body("errors.code", contains("too-few-interventions", "too-few-interventions"));
        get(rho(region), plan + "/versions").body("state", contains("APPROVED", "DRAFT"));
    }

    @Test
    void plans_are_seen_by_their_rho_and_drafts_by_nobody_else() {
        var version = version(UNICUM);
        for (var stranger : List.of(rho("Other"), buyer("3311"))) {
            get(stranger, plan).statusCode(404);
            get(stranger, version).statusCode(404);
            get(stranger, "/regioplannen?limit=1000")
                    .statusCode(200)
                    .body("findAll { it.rho == '" + region + "' }", empty());
        }
        post(rho(region), version + "/submissions", COMMITTED).statusCode(201);
        get(buyer("3311"), version).statusCode(200).body("interventions", hasSize(10));
        get(buyer("3311"), "/regioplannen?region=" + region).body("rho", contains(region));
        get(buyer("3332"), version).statusCode(404);
        get(service(), version).statusCode(200);
        get(rho(region), plan).statusCode(200).body("rho", is(region)).body("regions", contains(region));
        get(practice("01999901"), version).statusCode(404);
        get(rho(region), plan + "/versions/9").statusCode(404);
        get(rho(region), "/regioplannen/" + UUID.randomUUID()).statusCode(404);
    }

    @Test
    void D6_an_approved_version_is_for_every_insurer_and_for_the_practices_of_its_regions() {
        var mine = agb();
        practices(region, line(mine, "Zeist", 2_000));
        var readers = List.of(buyer("3332"), practice(mine));
        var first = submitted();
        for (var reader : readers) {
            get(reader, plan).statusCode(404);
            get(reader, first).statusCode(404);
            get(reader, plan + "/versions").statusCode(404);
            get(reader, "/regioplannen?region=" + region).body("$", empty());
        }
        decide("3311", first, hash(first), "APPROVED", null).statusCode(201);
        decide("7095", first, hash(first), "APPROVED", null).statusCode(201);
        var draft = version(UNICUM);
        for (var reader : readers) {
            get(reader, plan).statusCode(200).body("rho", is(region));
            get(reader, first).statusCode(200).body("interventions", hasSize(10));
            get(reader, plan + "/versions").statusCode(200).body("number", contains(1));
            get(reader, draft).statusCode(404);
            get(reader, "/regioplannen?region=" + region).body("rho", contains(region));
        }
        get(buyer("3332"), "/regioplan-versions?rho=" + region).body("number", contains(1));
        get(practice(agb()), first).statusCode(404);
        get(practice(mine), plan + "/versions/1/comments").statusCode(403);

        post(buyer("3311"), first + "/comments", Map.of("uzovi", "3311", "text", "between us"))
                .statusCode(201);
        get(buyer("3311"), first + "/comments").body("text", contains("between us"));
        get(buyer("3332"), first + "/comments").statusCode(404);
        decide("3332", first, hash(first), "APPROVED", null)
                .statusCode(403)
                .body("type", is("urn:mtvp:problem:insurer-does-not-decide"));

        post(rho(region), draft + "/submissions", COMMITTED).statusCode(201);
        decide("3311", draft, hash(draft), "APPROVED", null).statusCode(201);
        decide("7095", draft, hash(draft), "APPROVED", null).statusCode(201);
        get(practice(mine), plan + "/versions").body("state", contains("SUPERSEDED", "APPROVED"));
    }

    @Test
    void a_plan_covers_regions_of_its_rho_and_a_region_has_one() {
        var other = region();
        post(rho(region), "/regioplannen", Map.of("rho", region, "title", "x", "regions", List.of(region)))
                .statusCode(409)
                .body("type", is("urn:mtvp:problem:region-has-regioplan"));
        post(rho(region), "/regioplannen", Map.of("rho", region, "title", "x", "regions", List.of(other, "None")))
                .statusCode(400)
                .body("errors.location", contains("/regions/0", "/regions/1"));
        post(rho(other), "/regioplannen", Map.of("rho", region, "title", "x", "regions", List.of(region)))
                .statusCode(403);
        post(rho(region), "/regioplannen", Map.of("rho", region, "regions", List.of()))
                .statusCode(400)
                .body("errors.location", containsInAnyOrder("/title", "/regions"));
    }

    @Test
    void D1_what_is_selected_stands_in_the_catalogue_once() {
        post(
                        rho(region),
                        plan + "/versions",
                        Map.of(
                                "interventions",
                                List.of(
                                        Map.of("code", "AW-01", "firstYear", 1),
                                        Map.of("code", "XX-99", "firstYear", 1),
                                        Map.of("code", "AW-01", "firstYear", 2))))
                .statusCode(400)
                .body("errors.location", contains("/interventions/1/code", "/interventions/2/code"))
                .body("errors.code", contains("unknown-intervention", "named-twice"));
        post(rho(region), plan + "/versions", Map.of("interventions", List.of(Map.of("code", "AW-01", "firstYear", 3))))
                .statusCode(400)
                .body("errors.location", contains("/interventions/0/firstYear"));
        TestClock.at("2022-12-31");
        post(rho(region), plan + "/versions", Map.of("interventions", UNICUM.subList(0, 1)))
                .statusCode(400)
                .body("errors.code", contains("not-usable-yet"));
    }
}
