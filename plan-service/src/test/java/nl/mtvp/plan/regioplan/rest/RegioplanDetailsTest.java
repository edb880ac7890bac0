package nl.mtvp.plan.regioplan.rest;

import static nl.mtvp.plan.Api.buyer;
import static nl.mtvp.plan.Api.get;
import static nl.mtvp.plan.Api.post;
import static nl.mtvp.plan.Api.practice;
import static nl.mtvp.plan.Api.rho;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TokenResource;
import org.junit.jupiter.api.Test;

/** What a regioplan tells besides its interventions (D4), the ground of a share (D49), and what changed in it (D6). */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class RegioplanDetailsTest extends RegioplanScenario {

    private static final Map<String, Object> SHARE =
            Map.of("percentage", "12.5", "benefit", "a data team", "sharedFrom", "2023-07-01");

    @Test
    void D4_the_checklist_names_what_is_missing_to_rho_and_insurer_and_blocks_nothing() {
        var version = version(told());

        post(rho(region), version + "/submissions", COMMITTED)
                .statusCode(201)
                .body("checklist", hasSize(11))
                .body(
                        "checklist.findAll { !it.present }.item",
                        contains("missionAndVision", "ictVision", "support", "agreementMonitoring"));
        get(buyer("3311"), version)
                .statusCode(200)
                .body(
                        "checklist.find { it.item == 'agreementMonitoring' }.mend",
                        is("D4: add how it is monitored, to: Transfer"))
                .body("challenges.title", contains("Waiting times", "Staff"))
                .body("activities[0].runsUntil", is("2023-07-01"))
                .body("agreements[1].monitoring", nullValue())
                .body("subjects.governance", is("a board of GPs"));
        decide("3311", version, hash(version), "APPROVED", null).statusCode(201);
    }

    @Test
    void D4_every_line_that_cannot_stand_is_named() {
        var wrong = told();
        wrong.put("challenges", List.of(Map.of("priority", 0), Map.of("title", "x", "weight", 3)));
        wrong.put("activities", List.of(Map.of("title", "x", "runsFrom", "2023-4-1")));
        wrong.put("agreements", List.of(Map.of("title", " ")));
        post(rho(region), plan + "/versions", wrong)
                .statusCode(400)
                .body(
                        "errors.location",
                        containsInAnyOrder(
                                "/challenges/0/title",
                                "/challenges/0/priority",
                                "/challenges/1/weight",
                                "/activities/0/runsFrom",
                                "/agreements/0/title"));

        var doubled = told();
        doubled.put("interventions", List.of(Map.of("code", "XX-99", "firstYear", 1)));
        doubled.put("challenges", List.of(Map.of("title", "x"), Map.of("title", "x")));
        doubled.put("activities", List.of(Map.of("title", "x", "runsFrom", "2023-07-01", "runsUntil", "2023-07-01")));
        doubled.put("rhoShare", Map.of("percentage", "0", "benefit", "x", "sharedFrom", "2023-07-02"));
        post(rho(region), plan + "/versions", doubled)
                .statusCode(400)
                .body(
                        "errors.location",
                        containsInAnyOrder(
                                "/interventions/0/code",
                                "/challenges/1/title",
                                "/activities/0/runsUntil",
                                "/rhoShare/percentage",
                                "/rhoShare/sharedFrom"));
        get(rho(region), plan + "/versions").body("$", empty());
    }

    @Test
    void D49_the_ground_of_a_share_is_content_and_travels_with_the_approval() {
        var content = told();
        content.put("rhoShare", SHARE);
        var version = version(content);
        get(rho(region), version).body("rhoShare.percentage", is("12.50")).body("rhoShare.centsPerIon", nullValue());
        post(rho(region), version + "/submissions", COMMITTED).statusCode(201);
        var hash = hash(version);
        decide("3311", version, hash, "APPROVED", null).statusCode(201);
        decide("7095", version, hash, "APPROVED", null).statusCode(201).body("state", is("APPROVED"));

        var told = event("nl.mtvp.regioplan-approved.v1");
        assertEquals(1, told.size());
        var share = new HashMap<String, Object>(SHARE);
        share.put("percentage", "12.50");
        share.put("centsPerIon", null);
        assertEquals(share, told.get(0).get("rhoShare"));
        assertEquals(hash, told.get(0).get("contentHash"));
    }

    @Test
    void D49_a_share_in_cents_has_no_percentage_and_what_a_line_does_not_tell_is_null() {
        var content = told();
        content.put("challenges", List.of(Map.of("title", "Staff")));
        content.put("activities", List.of(Map.of("title", "Coaching")));
        content.put("rhoShare", Map.of("centsPerIon", 25, "benefit", "a data team", "sharedFrom", "2023-07-01"));
        var cents = version(content);
        get(rho(region), cents)
                .statusCode(200)
                .body("rhoShare.centsPerIon", is(25))
                .body("rhoShare.percentage", nullValue())
                .body("challenges[0].priority", nullValue())
                .body("activities[0].runsFrom", nullValue())
                .body("activities[0].runsUntil", nullValue())
                .body("activities[0].who", nullValue());
    }

    @Test
    void D49_without_a_ground_the_approval_tells_of_no_share() {
        approved();
        assertNull(event("nl.mtvp.regioplan-approved.v1").get(0).get("rhoShare"));
    }

    @Test
    void D49_a_ground_has_one_measure_with_at_most_two_decimals_and_says_its_benefit() {
        var content = told();
        for (var percentage : List.of("12.505", "1e1", "-1", "12,5", "")) {
            content.put("rhoShare", with(SHARE, "percentage", percentage));
            post(rho(region), plan + "/versions", content)
                    .statusCode(400)
                    .body("errors.location", contains("/rhoShare/percentage"));
        }
        content.put("rhoShare", with(SHARE, "centsPerIon", 25));
        post(rho(region), plan + "/versions", content).statusCode(400).body("errors.location", contains("/rhoShare"));
        content.put("rhoShare", Map.of("centsPerIon", 0));
        post(rho(region), plan + "/versions", content)
                .statusCode(400)
                .body(
                        "errors.location",
                        containsInAnyOrder("/rhoShare/centsPerIon", "/rhoShare/benefit", "/rhoShare/sharedFrom"));
    }

    @Test
    void D6_two_versions_are_compared_by_what_changed() {
        var one = told();
        one.put("interventions", UNICUM.subList(0, 2));
        version(one);
        var other = told();
        other.put("interventions", List.of(Map.of("code", "AW-01", "firstYear", 2), UNICUM.get(2)));
        other.put("subjects", Map.of("support", "all practices"));
        other.put("challenges", List.of(Map.of("title", "Staff", "priority", 1)));
        other.put("activities", List.of());
        other.put("rhoShare", SHARE);
        version(other);

        get(rho(region), plan + "/differences?from=1&to=2")
                .statusCode(200)
                .body("interventions.code", contains("AW-01", "AW-02", "AW-03"))
                .body("interventions.before", contains(1, 1, null))
                .body("interventions.after", contains(2, null, 2))
                .body("subjects.subject", contains("governance", "support"))
                .body("subjects.before", contains("a board of GPs", null))
                .body("subjects.after", contains(null, "all practices"))
                .body("challenges.title", contains("Staff", "Waiting times"))
                .body("challenges[0].before.priority", is(2))
                .body("challenges[0].after.priority", is(1))
                .body("activities.after", contains(nullValue()))
                .body("agreements", empty())
                .body("rhoShare.before", nullValue())
                .body("rhoShare.after.percentage", is("12.50"));
        get(rho(region), plan + "/differences?from=2&to=1")
                .body("activities.before", contains(nullValue()))
                .body("challenges.find { it.title == 'Waiting times' }.before", nullValue())
                .body("rhoShare.after", nullValue());
        get(rho(region), plan + "/differences?from=2&to=2")
                .body("interventions", empty())
                .body("rhoShare", nullValue());
    }

    @Test
    void D6_versions_are_compared_by_those_who_see_both() {
        version(told());
        var second = version(UNICUM);
        post(rho(region), second + "/submissions", COMMITTED).statusCode(201);

        get(buyer("3311"), plan + "/differences?from=2&to=2").statusCode(200);
        get(buyer("3311"), plan + "/differences?from=1&to=2")
                .statusCode(404)
                .body("type", is("urn:mtvp:problem:version-not-found"));
        get(rho("Other"), plan + "/differences?from=1&to=2").statusCode(404);
        get(practice("01999901"), plan + "/differences?from=1&to=2").statusCode(403);
        get(rho(region), plan + "/differences?from=1&to=9").statusCode(404);
        get(rho(region), plan + "/differences?from=0")
                .statusCode(400)
                .body("errors.location", containsInAnyOrder("from", "to"));
    }

    private static Map<String, Object> told() {
        var content = new HashMap<String, Object>();
        content.put("interventions", UNICUM);
        content.put("subjects", Map.of("governance", "a board of GPs"));
        content.put(
                "challenges",
                List.of(Map.of("title", "Staff", "priority", 2), Map.of("title", "Waiting times", "priority", 1)));
        content.put(
                "activities",
                List.of(Map.of(
                        "title", "Training", "runsFrom", "2023-04-01", "runsUntil", "2023-07-01", "who", "RHO")));
        content.put(
                "agreements",
                List.of(Map.of("title", "Transfer"), Map.of("title", "Referrals", "monitoring", "each quarter")));
        return content;
    }

    private static Map<String, Object> with(Map<String, Object> map, String name, Object value) {
        var changed = new HashMap<>(map);
        changed.put(name, value);
        return changed;
    }
}
