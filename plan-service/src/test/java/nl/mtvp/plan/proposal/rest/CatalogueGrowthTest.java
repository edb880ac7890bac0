package nl.mtvp.plan.proposal.rest;

import static nl.mtvp.plan.Api.approver;
import static nl.mtvp.plan.Api.get;
import static nl.mtvp.plan.Api.post;
import static nl.mtvp.plan.Api.practice;
import static nl.mtvp.plan.Api.preferent;
import static nl.mtvp.plan.Api.rho;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TokenResource;
import org.junit.jupiter.api.Test;

/** That a new intervention stands in plans from its date on, and not before (D1, D2). */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class CatalogueGrowthTest extends ProposalScenario {

    private static final List<String> MINIMUM = List.of("AW-01", "AW-02", "AW-04", "GG-01", "GG-02", "SN-02", "SN-04");

    @Test
    void D1_an_intervention_added_later_stands_in_plans_from_its_date_on() {
        var plan = regioplan();
        var praktijkplan = praktijkplan(plan);
        var proposal = forwarded();
        for (var early : List.of(select(plan), planned(praktijkplan))) {
            early.statusCode(400).body("errors.code", contains("unknown-intervention"));
        }
        accept(proposal, "2040-07-01").statusCode(201);
        clock.moveTo("2040-06-30");
        for (var early : List.of(select(plan), planned(praktijkplan))) {
            early.statusCode(400)
                    .body("errors.code", contains("not-usable-yet"))
                    .body("errors.detail", contains("D1: it is usable from 2040-07-01 on"));
        }
        clock.moveTo("2040-07-01");
        select(plan).statusCode(201).body("interventions.code", hasItem(code));
        planned(praktijkplan).statusCode(201);
    }

    @Test
    void D2_a_proposal_cannot_stand_in_a_plan_until_it_is_accepted() {
        var plan = regioplan();
        var praktijkplan = praktijkplan(plan);
        var rejected = forwarded();
        post(DESK, rejected + "/decisions", Map.of("decision", "REJECTED", "reasons", "x"))
                .statusCode(201);
        proposed();
        forwarded();
        select(plan).statusCode(400).body("errors.code", contains("unknown-intervention"));
        planned(praktijkplan).statusCode(400).body("errors.code", contains("unknown-intervention"));
        accept(forwarded(), "2040-05-01").statusCode(201);
        select(plan).statusCode(201);
        planned(praktijkplan).statusCode(201);
    }

    @Test
    void D1_the_catalogue_is_that_of_a_day_and_of_a_kernelement() {
        accept(forwarded(), "2040-07-01").statusCode(201);
        get(DESK, "/interventions?limit=1000").body("code", not(hasItem(code)));
        get(DESK, "/interventions?limit=1000&usableOn=2040-07-01").body("code", hasItem(code));
        get(DESK, "/interventions?limit=1000&usableOn=2040-07-01&kernelement=GOEDE_GESPREK")
                .body("code", not(hasItem(code)))
                .body("kernelement", everyItem(is("GOEDE_GESPREK")));
        get(DESK, "/interventions?kernelement=BETER_WERKEN")
                .statusCode(400)
                .body("errors.location", contains("kernelement"));
    }

    /** The path of a regioplan of the region. */
    private String regioplan() {
        preferent(region, "3311");
        String id = post(
                        rho(region),
                        "/regioplannen",
                        Map.of("rho", region, "title", "Plan", "regions", List.of(region)))
                .statusCode(201)
                .extract()
                .path("id");
        return "/regioplannen/" + id;
    }

    /** The path of the practice's plan, under the regioplan that is approved for it here. */
    private String praktijkplan(String plan) {
        int number = select(plan, MINIMUM).statusCode(201).extract().path("number");
        var version = plan + "/versions/" + number;
        String hash = post(rho(region), version + "/submissions", Map.of("commitsToLeidraad", true))
                .statusCode(201)
                .extract()
                .path("contentHash");
        post(
                        approver("3311"),
                        version + "/decisions",
                        Map.of("uzovi", "3311", "decision", "APPROVED", "contentHash", hash))
                .statusCode(201);
        String id = post(practice(agb), "/praktijkplannen", Map.of("agb", agb))
                .statusCode(201)
                .extract()
                .path("id");
        return "/praktijkplannen/" + id;
    }

    private ValidatableResponse select(String plan) {
        var codes = new ArrayList<>(MINIMUM);
        codes.add(code);
        return select(plan, codes);
    }

    private ValidatableResponse select(String plan, List<String> codes) {
        var interventions =
                codes.stream().map(each -> Map.of("code", each, "firstYear", 1)).toList();
        return post(rho(region), plan + "/versions", Map.of("interventions", interventions));
    }

    private ValidatableResponse planned(String praktijkplan) {
        var interventions = Stream.of("AW-01", "GG-01", code)
                .map(each -> Map.of("code", each))
                .toList();
        return post(practice(agb), praktijkplan + "/versions", Map.of("year", 1, "interventions", interventions));
    }
}
