package nl.mtvp.plan.regioplan.rest;

import static nl.mtvp.plan.Api.approver;
import static nl.mtvp.plan.Api.buyer;
import static nl.mtvp.plan.Api.get;
import static nl.mtvp.plan.Api.next;
import static nl.mtvp.plan.Api.post;
import static nl.mtvp.plan.Api.practice;
import static nl.mtvp.plan.Api.preferent;
import static nl.mtvp.plan.Api.region;
import static nl.mtvp.plan.Api.rho;
import static nl.mtvp.plan.Api.service;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.db.Transactions;
import nl.mtvp.kernel.db.Violations;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TestClock;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.kernel.testing.Tokens;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class RegioplanTest {

    /** UNICUM's own choices: five, of which one from year 2, two, and three. */
    static final List<Map<String, Object>> UNICUM = Stream.of(
                    "AW-01", "AW-02", "AW-03", "AW-04", "AW-07", "GG-01", "GG-02", "SN-02", "SN-04", "SN-05")
            .map(code -> Map.<String, Object>of("code", code, "firstYear", code.equals("AW-03") ? 2 : 1))
            .toList();

    private static final Map<String, Object> COMMITTED = Map.of("commitsToLeidraad", true);

    @Inject
    Transactions transactions;

    private String region;
    private String plan;

    @BeforeEach
    void a_plan_for_a_region_with_two_preferent_insurers() {
        TestClock.at("2023-05-01");
        region = region("Zeist");
        preferent(region, "3311");
        preferent(region, "7095");
        plan = plan(region);
    }

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
    void D6_all_preferent_insurers_must_approve_and_the_neighbours_are_told() {
        var version = submitted();
        String hash = get(rho(region), version)
                .body("state", is("SUBMITTED"))
                .body("preferentInsurers.uzovi", contains("3311", "7095"))
                .body("missingSubjects", hasSize(5))
                .extract()
                .path("contentHash");

        decide("3311", version, hash, "APPROVED", null).statusCode(201).body("state", is("SUBMITTED"));
        String versionId = decide("7095", version, hash, "APPROVED", null)
                .statusCode(201)
                .body("state", is("APPROVED"))
                .body("decisions.uzovi", contains("3311", "7095"))
                .extract()
                .path("id");

        var told = event("nl.mtvp.regioplan-approved.v1");
        assertEquals(1, told.size());
        var data = told.get(0);
        assertEquals(
                List.of(plan.substring("/regioplannen/".length()), versionId, 1, hash, region),
                List.of(
                        data.get("regioplanId"),
                        data.get("versionId"),
                        data.get("versionNumber"),
                        data.get("contentHash"),
                        data.get("rho")));
        assertEquals(
                List.of(Map.of("region", region, "preferentInsurers", List.of("3311", "7095"))), data.get("regions"));
        assertEquals("2023-05-01T10:00:00Z", data.get("approvedAt"));
    }

    @Test
    void D6_one_request_for_changes_suffices_and_needs_a_comment() {
        var version = submitted();
        var hash = hash(version);

        decide("3311", version, hash, "CHANGES_REQUESTED", " ")
                .statusCode(400)
                .body("errors.location", contains("/comment"));
        decide("3311", version, hash, "CHANGES_REQUESTED", "more e-health")
                .statusCode(201)
                .body("state", is("CHANGES_REQUESTED"))
                .body("decidedAt", notNullValue());
        decide("7095", version, hash, "APPROVED", null)
                .statusCode(409)
                .body("type", is("urn:mtvp:problem:version-is-changes-requested"));
        post(rho(region), version + "/submissions", COMMITTED).statusCode(409);
    }

    @Test
    void D6_a_decision_is_bound_to_the_content_and_an_edit_is_a_new_version() {
        var first = version(UNICUM);
        var second = version(UNICUM.subList(0, 9));

        post(rho(region), first + "/submissions", COMMITTED)
                .statusCode(409)
                .body("type", is("urn:mtvp:problem:not-the-newest-version"));
        post(rho(region), second + "/submissions", COMMITTED).statusCode(201);
        decide("3311", second, hash(first), "APPROVED", null)
                .statusCode(409)
                .body("type", is("urn:mtvp:problem:content-differs"));
        decide("3311", second, "abc", "APPROVED", null)
                .statusCode(400)
                .body("errors.location", contains("/contentHash"));

        var third = version(UNICUM);
        post(rho(region), third + "/submissions", COMMITTED)
                .statusCode(409)
                .body("type", is("urn:mtvp:problem:version-under-decision"));
    }

    @Test
    void D6_the_approval_of_a_successor_supersedes() {
        var first = approved();
        var second = approved();

        get(rho(region), first).body("state", is("SUPERSEDED"));
        get(rho(region), second).body("state", is("APPROVED")).body("number", is(2));
        get(rho(region), plan + "/versions").body("state", contains("SUPERSEDED", "APPROVED"));
        var page = get(rho(region), plan + "/versions?limit=1").body("number", contains(1));
        get(rho(region), next(page)).body("number", contains(2));
        get(rho(region), "/regioplannen?cursor=abc").statusCode(400).body("errors.location", contains("cursor"));
        var told = event("nl.mtvp.regioplan-superseded.v1");
        assertEquals(1, told.size());
        assertEquals(
                List.of(id(first), id(second)),
                List.of(told.get(0).get("versionId"), told.get(0).get("supersededByVersionId")));
    }

    @Test
    void D6_who_wrote_or_submitted_a_version_never_decides_on_it() {
        var both = Tokens.sign(Tokens.person("both", Roles.RHO, Roles.INSURER_APPROVER)
                .claim("rho", region)
                .claim("uzovi", List.of("3311")));
        var version = version(UNICUM);
        post(both, version + "/submissions", COMMITTED).statusCode(201);

        decide(both, "3311", version, hash(version), "APPROVED", null)
                .statusCode(403)
                .body("type", is("urn:mtvp:problem:maker-never-decides"));
        var violated = Assertions.assertThrows(
                JdbiException.class,
                () -> transactions.perform(tx -> tx.createUpdate(
                                """
                                insert into regioplan_decision (version_id, uzovi, decision, created_by, submitted_by,
                                    decided_by, decided_at)
                                select id, '3311', 'APPROVED', created_by, submitted_by, 'both', submitted_at
                                from regioplan_version where id = cast(:id as uuid)
                                """)
                        .bind("id", id(version))
                        .execute()));
        assertEquals("the_maker_never_decides", Violations.constraint(violated).orElseThrow());
    }

    @Test
    void D6_only_a_person_of_a_preferent_insurer_decides() {
        var version = submitted();
        var hash = hash(version);
        var system = Tokens.system("insurer-3311", Map.of("uzovi", List.of("3311")), Roles.INSURER_APPROVER);

        decide(system, "3311", version, hash, "APPROVED", null)
                .statusCode(403)
                .body("type", is("urn:mtvp:problem:person-needed"));
        decide(buyer("3311"), "3311", version, hash, "APPROVED", null).statusCode(403);
        decide(approver("3311"), "7095", version, hash, "APPROVED", null).statusCode(403);
        decide("3332", version, hash, "APPROVED", null).statusCode(404);
        decide("3311", version, hash, "MAYBE", null).statusCode(400).body("errors.location", contains("/decision"));
        decide("3311", version, hash, "APPROVED", null).statusCode(201);
        decide("3311", version, hash, "REJECTED", "second thoughts")
                .statusCode(409)
                .body("type", is("urn:mtvp:problem:insurer-has-decided"));
    }

    @Test
    void D6_of_two_simultaneous_decisions_of_an_insurer_one_counts() throws Exception {
        var version = submitted();
        var hash = hash(version);
        var tokens = Stream.of("one", "two", "three", "four")
                .map(subject -> Tokens.insurer(subject, List.of("3311"), Roles.INSURER_APPROVER))
                .toList();
        var threads = Executors.newFixedThreadPool(tokens.size());
        try {
            var answers = new ArrayList<Integer>();
            var calls = tokens.stream()
                    .map(token -> (Callable<Integer>) () -> decide(token, "3311", version, hash, "APPROVED", null)
                            .extract()
                            .statusCode())
                    .toList();
            for (var answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            assertEquals(List.of(201, 409, 409, 409), answers.stream().sorted().toList());
        } finally {
            threads.shutdownNow();
        }
        get(rho(region), version).body("state", is("SUBMITTED")).body("decisions", hasSize(1));
    }

    @Test
    void D6_a_region_without_preferent_insurer_cannot_have_its_plan_submitted() {
        region = region();
        plan = plan(region);
        var version = version(UNICUM);

        post(rho(region), version + "/submissions", COMMITTED)
                .statusCode(409)
                .body("errors.location", contains(region));
        preferent(region, "3311");
        post(rho(region), version + "/submissions", COMMITTED).statusCode(201);
        preferent(region, "7095");
        get(rho(region), version).body("preferentInsurers.uzovi", contains("3311"));
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
        get(practice("01999901"), version).statusCode(403);
        get(rho(region), plan + "/versions/9").statusCode(404);
        get(rho(region), "/regioplannen/" + UUID.randomUUID()).statusCode(404);
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
                .body("errors.location", contains("/approvals"));
    }

    @Test
    void D7_an_authored_version_is_not_confirmed() {
        var version = submitted();
        post(approver("3311"), version + "/confirmations", Map.of("uzovi", "3311", "contentHash", hash(version)))
                .statusCode(409)
                .body("detail", is("this version is approved through /decisions"));
    }

    private static Map<String, Object> push(String region, List<Map<String, Object>> interventions, String uzovi) {
        var push = new HashMap<String, Object>();
        push.put("rho", region);
        push.put("regions", List.of(region));
        push.put("title", "Agreed plan");
        push.put("interventions", interventions);
        push.put("commitsToLeidraad", true);
        push.put("approvals", List.of(approval(uzovi, "2023-04-20")));
        return push;
    }

    private static Map<String, Object> approval(String uzovi, String on) {
        return Map.of("uzovi", uzovi, "approvedBy", "A. Buyer", "approvedOn", on, "documentDigest", "ab".repeat(32));
    }

    private String plan(String region) {
        String id = post(
                        rho(region),
                        "/regioplannen",
                        Map.of("rho", region, "title", "Plan van " + region, "regions", List.of(region)))
                .statusCode(201)
                .extract()
                .path("id");
        return "/regioplannen/" + id;
    }

    private String version(List<Map<String, Object>> interventions) {
        int number = post(
                        rho(region),
                        plan + "/versions",
                        Map.of("interventions", interventions, "subjects", Map.of("governance", "a board of GPs")))
                .statusCode(201)
                .body("state", is("DRAFT"))
                .body("submittedAt", nullValue())
                .extract()
                .path("number");
        return plan + "/versions/" + number;
    }

    private String submitted() {
        var version = version(UNICUM);
        post(rho(region), version + "/submissions", COMMITTED).statusCode(201);
        return version;
    }

    private String approved() {
        var version = submitted();
        decide("3311", version, hash(version), "APPROVED", null).statusCode(201);
        decide("7095", version, hash(version), "APPROVED", null).statusCode(201).body("state", is("APPROVED"));
        return version;
    }

    private String hash(String version) {
        return get(rho(region), version).extract().path("contentHash");
    }

    private String id(String version) {
        return get(rho(region), version).extract().path("id");
    }

    private static ValidatableResponse decide(
            String uzovi, String version, String hash, String decision, String comment) {
        return decide(approver(uzovi), uzovi, version, hash, decision, comment);
    }

    private static ValidatableResponse decide(
            String token, String uzovi, String version, String hash, String decision, String comment) {
        var body = new HashMap<String, Object>();
        body.put("uzovi", uzovi);
        body.put("decision", decision);
        body.put("contentHash", hash);
        body.put("comment", comment);
        return post(token, version + "/decisions", body);
    }

    /** The data of this region's events of a type. */
    private List<Map<String, Object>> event(String type) {
        var ours = get(service(), "/events?limit=1000")
                .statusCode(200)
                .extract()
                .jsonPath()
                .<Map<String, Object>>getList("findAll { it.type == '" + type + "' }.data");
        var plans = get(rho(region), "/regioplannen").extract().jsonPath().<String>getList("id");
        assertTrue(plans.size() == 1, "one plan per region");
        return ours.stream()
                .filter(data -> plans.contains(data.get("regioplanId")))
                .toList();
    }
}
