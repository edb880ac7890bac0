package nl.mtvp.plan.regioplan.rest;

import static nl.mtvp.plan.Api.approver;
import static nl.mtvp.plan.Api.buyer;
import static nl.mtvp.plan.Api.get;
import static nl.mtvp.plan.Api.next;
import static nl.mtvp.plan.Api.post;
import static nl.mtvp.plan.Api.preferent;
import static nl.mtvp.plan.Api.region;
import static nl.mtvp.plan.Api.rho;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.db.Violations;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.kernel.testing.Tokens;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class RegioplanDecisionTest extends RegioplanScenario {

    @Test
    void D6_all_preferent_insurers_must_approve_and_the_neighbours_are_told() {
        var version = submitted();
        String hash = get(rho(region), version)
                .body("state", is("SUBMITTED"))
                .body("preferentInsurers.uzovi", contains("3311", "7095"))
                .body("checklist.findAll { it.present }.item", contains("governance"))
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
    void D6_the_rho_takes_back_what_is_not_decided_yet_and_decisions_so_far_stay_readable() {
        var version = submitted();
        var hash = hash(version);
        decide("3311", version, hash, "APPROVED", null).statusCode(201);

        post(rho(region), version + "/withdrawals", Map.of("reason", " "))
                .statusCode(400)
                .body("errors.location", contains("/reason"));
        post(rho("Other"), version + "/withdrawals", Map.of("reason", "x")).statusCode(404);
        post(approver("3311"), version + "/withdrawals", Map.of("reason", "x")).statusCode(403);
        var reason = Map.of("reason", "the ICT vision is another by now");
        post(rho(region), version + "/withdrawals", reason)
                .statusCode(201)
                .body("state", is("WITHDRAWN"))
                .body("withdrawnAt", notNullValue())
                .body("withdrawalReason", is("the ICT vision is another by now"))
                .body("decidedAt", nullValue())
                .body("decisions.uzovi", contains("3311"));
        get(buyer("7095"), version).statusCode(200).body("decisions.decision", contains("APPROVED"));
        get(buyer("7095"), "/regioplan-versions?awaits=7095&rho=" + region).body("$", empty());

        decide("7095", version, hash, "APPROVED", null)
                .statusCode(409)
                .body("type", is("urn:mtvp:problem:version-is-withdrawn"));
        post(rho(region), version + "/withdrawals", reason)
                .statusCode(409)
                .body("type", is("urn:mtvp:problem:version-is-withdrawn"));
        post(rho(region), version + "/submissions", COMMITTED).statusCode(409);
        var next = version(UNICUM);
        post(rho(region), next + "/withdrawals", reason)
                .statusCode(409)
                .body("type", is("urn:mtvp:problem:version-is-draft"));
        post(rho(region), next + "/submissions", COMMITTED).statusCode(201).body("withdrawnAt", nullValue());
        assertEquals(List.of(), event("nl.mtvp.regioplan-approved.v1"));
    }

    @Test
    void P13_D6_a_decision_is_bound_to_the_content_and_an_edit_is_a_new_version() {
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
    void P13_D6_who_wrote_or_submitted_a_version_never_decides_on_it() {
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
                () -> transactions.perform(() -> sql.update(
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
}
