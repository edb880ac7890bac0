package nl.mtvp.plan.regioplan.rest;

import static nl.mtvp.plan.Api.approver;
import static nl.mtvp.plan.Api.get;
import static nl.mtvp.plan.Api.post;
import static nl.mtvp.plan.Api.preferent;
import static nl.mtvp.plan.Api.region;
import static nl.mtvp.plan.Api.rho;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.db.Transactions;
import nl.mtvp.kernel.testing.Feed;
import nl.mtvp.kernel.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;

/** A plan for a region with two preferent insurers, and the steps that tests of it take. */
abstract class RegioplanScenario {

    /** UNICUM's own choices: five, of which one from year 2, two, and three. */
    static final List<Map<String, Object>> UNICUM = Stream.of(
                    "AW-01", "AW-02", "AW-03", "AW-04", "AW-07", "GG-01", "GG-02", "SN-02", "SN-04", "SN-05")
            .map(code -> Map.<String, Object>of("code", code, "firstYear", code.equals("AW-03") ? 2 : 1))
            .toList();

    static final Map<String, Object> COMMITTED = Map.of("commitsToLeidraad", true);

    @Inject
    Transactions transactions;

    @Inject
    Sql sql;

    String region;
    String plan;

    @BeforeEach
    void a_plan_for_a_region_with_two_preferent_insurers() {
        TestClock.at("2023-05-01");
        region = region("Zeist");
        preferent(region, "3311");
        preferent(region, "7095");
        plan = plan(region);
    }

    static Map<String, Object> push(String region, List<Map<String, Object>> interventions, String uzovi) {
        var push = new HashMap<String, Object>();
        push.put("rho", region);
        push.put("regions", List.of(region));
        push.put("title", "Agreed plan");
        push.put("interventions", interventions);
        push.put("commitsToLeidraad", true);
        push.put("approvals", List.of(approval(uzovi, "2023-04-20")));
        return push;
    }

    static Map<String, Object> approval(String uzovi, String on) {
        return Map.of("uzovi", uzovi, "approvedBy", "A. Buyer", "approvedOn", on, "documentDigest", "ab".repeat(32));
    }

    String plan(String region) {
        String id = post(
                        rho(region),
                        "/regioplannen",
                        Map.of("rho", region, "title", "Plan van " + region, "regions", List.of(region)))
                .statusCode(201)
                .extract()
                .path("id");
        return "/regioplannen/" + id;
    }

    String version(List<Map<String, Object>> interventions) {
        return version(Map.of("interventions", interventions, "subjects", Map.of("governance", "a board of GPs")));
    }

    String version(Map<String, Object> content) {
        int number = post(rho(region), plan + "/versions", content)
                .statusCode(201)
                .body("state", is("DRAFT"))
                .body("submittedAt", nullValue())
                .extract()
                .path("number");
        return plan + "/versions/" + number;
    }

    String submitted() {
        var version = version(UNICUM);
        post(rho(region), version + "/submissions", COMMITTED).statusCode(201);
        return version;
    }

    String approved() {
        var version = submitted();
        decide("3311", version, hash(version), "APPROVED", null).statusCode(201);
        decide("7095", version, hash(version), "APPROVED", null).statusCode(201).body("state", is("APPROVED"));
        return version;
    }

    String hash(String version) {
        return get(rho(region), version).extract().path("contentHash");
    }

    String id(String version) {
        return get(rho(region), version).extract().path("id");
    }

    static ValidatableResponse decide(String uzovi, String version, String hash, String decision, String comment) {
        return decide(approver(uzovi), uzovi, version, hash, decision, comment);
    }

    static ValidatableResponse decide(
            String token, String uzovi, String version, String hash, String decision, String comment) {
        var body = new HashMap<String, Object>();
        body.put("uzovi", uzovi);
        body.put("decision", decision);
        body.put("contentHash", hash);
        body.put("comment", comment);
        return post(token, version + "/decisions", body);
    }

    /** The data of this region's events of a type. */
    List<Map<String, Object>> event(String type) {
        var plans = get(rho(region), "/regioplannen").extract().jsonPath().<String>getList("id");
        assertTrue(plans.size() == 1, "one plan per region");
        return Feed.of(type).stream()
                .filter(data -> plans.contains(data.get("regioplanId")))
                .toList();
    }
}
