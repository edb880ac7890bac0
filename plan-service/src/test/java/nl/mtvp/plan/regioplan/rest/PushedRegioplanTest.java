package nl.mtvp.plan.regioplan.rest;

import static nl.mtvp.plan.Api.approver;
import static nl.mtvp.plan.Api.buyer;
import static nl.mtvp.plan.Api.get;
import static nl.mtvp.plan.Api.post;
import static nl.mtvp.plan.Api.preferent;
import static nl.mtvp.plan.Api.region;
import static nl.mtvp.plan.Api.rho;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.kernel.testing.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class PushedRegioplanTest extends RegioplanScenario {

    @Test
    void D7_a_pushed_plan_is_approved_once_each_preferent_insurer_confirmed() {
        region = region();
        preferent(region, "3332");
        var portal = Tokens.system("rho-portal", Map.of("rho", region), Roles.RHO);
        var push = push(region, UNICUM, "3332");

        String id = post(portal, "/regioplannen/external-approvals", push)
                .statusCode(201)
                .body("state", is("SUBMITTED"))
                .body("origin", is("PUSHED"))
                .body("approvals.uzovi", contains("3332"))
                .extract()
                .path("regioplanId");
        var version = "/regioplannen/" + id + "/versions/1";
        var hash = hash(version);

        decide("3332", version, hash, "APPROVED", null)
                .statusCode(409)
                .body("type", is("urn:mtvp:problem:decided-otherwise"));
        var confirmation = Map.of("uzovi", "3332", "contentHash", hash);
        post(buyer("3332"), version + "/confirmations", confirmation).statusCode(403);
        post(approver("3332"), version + "/confirmations", Map.of("uzovi", "3332"))
                .statusCode(400);
        post(approver("3332"), version + "/confirmations", confirmation)
                .statusCode(201)
                .body("state", is("APPROVED"));
        assertEquals(1, event("nl.mtvp.regioplan-approved.v1").size());

        push.put("regioplanId", id);
        var key = UUID.randomUUID().toString();
        var first = post(portal, key, "/regioplannen/external-approvals", push)
                .statusCode(201)
                .body("number", is(2));
        var again = post(portal, key, "/regioplannen/external-approvals", push).statusCode(201);
        assertEquals(
                first.extract().jsonPath().getMap("$"),
                again.extract().jsonPath().getMap("$"));
    }

    @Test
    void D7_a_push_that_misses_the_minimum_or_evidence_is_refused_and_leaves_nothing() {
        region = region();
        preferent(region, "3332");
        preferent(region, "3311");
        var push = push(region, UNICUM.subList(0, 6), "3332");
        var early = new HashMap<>(Map.<String, Object>copyOf(push));
        early.put("approvals", List.of(approval("3332", "2023-06-01")));

        post(rho(region), "/regioplannen/external-approvals", early)
                .statusCode(400)
                .body(
                        "errors.location",
                        contains("GOEDE_GESPREK", "SAMENWERKEN_NETWERK", "/approvals/0/approvedOn", "/approvals"));
        get(rho(region), "/regioplannen").body("$", empty());
        post(approver("3332"), "/regioplannen/external-approvals", push).statusCode(403);
        post(rho("Other"), "/regioplannen/external-approvals", push).statusCode(403);
        push.remove("approvals");
        post(rho(region), "/regioplannen/external-approvals", push)
                .statusCode(400)
                .body("errors.location", contains("/approvals", "GOEDE_GESPREK", "SAMENWERKEN_NETWERK"));
    }

    @Test
    void D1_D3_D7_what_is_empty_unknown_and_too_few_is_named_at_once() {
        region = region();
        preferent(region, "3332");
        var lines = new ArrayList<>(UNICUM.subList(0, 6));
        lines.set(1, Map.of("code", "AW-99", "firstYear", 1));
        var push = push(region, lines, "3332");
        push.put("title", " ");
        push.put("commitsToLeidraad", false);
        post(rho(region), "/regioplannen/external-approvals", push)
                .statusCode(400)
                .body(
                        "errors.location",
                        contains(
                                "/title",
                                "/interventions/1/code",
                                "GOEDE_GESPREK",
                                "SAMENWERKEN_NETWERK",
                                "/commitsToLeidraad"));
        push.put("title", "Agreed plan");
        post(rho(region), "/regioplannen/external-approvals", push)
                .statusCode(400)
                .body(
                        "errors.location",
                        contains(
                                "/interventions/1/code", "GOEDE_GESPREK", "SAMENWERKEN_NETWERK", "/commitsToLeidraad"));
        lines.set(1, Map.of("code", "AW-02", "firstYear", 2));
        lines.remove(4);
        push.put("interventions", lines);
        post(rho(region), "/regioplannen/external-approvals", push)
                .statusCode(400)
                .body("errors.location", hasItem("ANDERS_WERKEN"));
        lines.set(0, Map.of("firstYear", 3));
        lines.set(1, Map.of("code", "AW-99", "firstYear", 1));
        post(rho(region), plan(region) + "/versions", Map.of("interventions", lines))
                .statusCode(400)
                .body(
                        "errors.location",
                        contains("/interventions/0/code", "/interventions/0/firstYear", "/interventions/1/code"));
    }

    /** With the title that is missing, or by itself: nothing is left for a second round. */
    @Test
    void D3_D4_D7_D49_what_is_wrong_with_regions_lists_share_and_evidence_is_named_at_once() {
        region = region();
        preferent(region, "3332");
        var push = push(region, UNICUM, "3332");
        push.put("regions", List.of(region, region));
        push.put("activities", List.of(Map.of("title", "A", "runsFrom", "2023-07-01", "runsUntil", "2023-07-01")));
        push.put("agreements", List.of(Map.of("title", "B"), Map.of("title", "B")));
        push.put(
                "rhoShare",
                Map.of("percentage", "0", "centsPerIon", 36, "benefit", "a coach", "sharedFrom", "2023-08-01"));
        push.put("approvals", List.of(approval("3311", "2023-04-20")));
        var places = new ArrayList<>(List.of(
                "/regions/1",
                "/activities/0/runsUntil",
                "/agreements/1/title",
                "/rhoShare",
                "/rhoShare/percentage",
                "/rhoShare/sharedFrom",
                "/approvals/0/uzovi",
                "/approvals"));
        post(rho(region), "/regioplannen/external-approvals", push)
                .statusCode(400)
                .body("errors.location", containsInAnyOrder(places.toArray()));
        push.put("title", " ");
        places.add("/title");
        post(rho(region), "/regioplannen/external-approvals", push)
                .statusCode(400)
                .body("errors.location", containsInAnyOrder(places.toArray()));
        post(rho(region), "/regioplannen", Map.of("rho", region, "regions", List.of("none", region)))
                .statusCode(400)
                .body("errors.location", containsInAnyOrder("/title", "/regions/0"));
        post(
                        rho(region),
                        plan(region) + "/versions",
                        Map.of("interventions", List.of(Map.of("firstYear", 1)), "rhoShare", push.get("rhoShare")))
                .statusCode(400)
                .body(
                        "errors.location",
                        containsInAnyOrder(
                                "/interventions/0/code", "/rhoShare", "/rhoShare/percentage", "/rhoShare/sharedFrom"));
    }

    @Test
    void D7_every_fault_of_the_evidence_is_named() {
        region = region();
        preferent(region, "3332");
        preferent(region, "3311");
        var push = push(region, UNICUM, "3332");
        push.put(
                "approvals",
                List.of(
                        approval("3332", "2023-05-01"),
                        approval("3332", "2023-04-20"),
                        approval("7095", "2023-05-02")));

        post(rho(region), "/regioplannen/external-approvals", push)
                .statusCode(400)
                .body(
                        "errors.location",
                        contains("/approvals/1/uzovi", "/approvals/2/uzovi", "/approvals/2/approvedOn", "/approvals"))
                .body("errors.code", contains("named-twice", "not-preferent", "in-the-future", "approval-missing"));
        var without = new HashMap<>(approval("3332", "2023-04-20"));
        without.put("documentDigest", "AB");
        without.put("approvedBy", " ");
        push.put("approvals", List.of(without));
        post(rho(region), "/regioplannen/external-approvals", push)
                .statusCode(400)
                .body(
                        "errors.location",
                        containsInAnyOrder("/approvals/0/documentDigest", "/approvals/0/approvedBy", "/approvals"));
    }

    @Test
    void D7_a_confirmation_is_bound_to_the_content_and_each_insurer_gives_its_own() {
        region = region();
        preferent(region, "3332");
        preferent(region, "3311");
        var push = push(region, UNICUM, "3332");
        push.put("approvals", List.of(approval("3311", "2023-04-20"), approval("3332", "2023-04-21")));
        push.put("challenges", List.of(Map.of("title", "Waiting times", "priority", 1)));
        String id = post(rho(region), "/regioplannen/external-approvals", push)
                .statusCode(201)
                .body("challenges.title", contains("Waiting times"))
                .body("decisionDueOn", is("2023-05-29"))
                .extract()
                .path("regioplanId");
        var version = "/regioplannen/" + id + "/versions/1";
        var hash = hash(version);

        post(approver("3332"), version + "/confirmations", Map.of("uzovi", "3332", "contentHash", "ab".repeat(32)))
                .statusCode(409)
                .body("type", is("urn:mtvp:problem:content-differs"));
        post(approver("3332"), version + "/confirmations", Map.of("uzovi", "3332", "contentHash", hash))
                .statusCode(201)
                .body("state", is("SUBMITTED"));
        post(approver("3332"), version + "/confirmations", Map.of("uzovi", "3332", "contentHash", hash))
                .statusCode(409)
                .body("type", is("urn:mtvp:problem:insurer-has-decided"));
        post(approver("3311"), version + "/confirmations", Map.of("uzovi", "3311", "contentHash", hash))
                .statusCode(201)
                .body("state", is("APPROVED"));
    }

    @Test
    void D7_an_authored_version_is_not_confirmed() {
        var version = submitted();
        post(approver("3311"), version + "/confirmations", Map.of("uzovi", "3311", "contentHash", hash(version)))
                .statusCode(409)
                .body("detail", is("this version is approved through /decisions"));
    }
}
