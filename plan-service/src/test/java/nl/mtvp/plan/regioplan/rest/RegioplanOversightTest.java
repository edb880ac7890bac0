package nl.mtvp.plan.regioplan.rest;

import static nl.mtvp.plan.Api.approver;
import static nl.mtvp.plan.Api.buyer;
import static nl.mtvp.plan.Api.get;
import static nl.mtvp.plan.Api.next;
import static nl.mtvp.plan.Api.post;
import static nl.mtvp.plan.Api.practice;
import static nl.mtvp.plan.Api.region;
import static nl.mtvp.plan.Api.rho;
import static nl.mtvp.plan.Api.service;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TestClock;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.kernel.testing.Tokens;
import org.junit.jupiter.api.Test;

/** Where versions stand over all plans, and who owes decisions (D6). */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class RegioplanOversightTest extends RegioplanScenario {

    @Test
    void D6_a_decision_is_due_in_28_days_and_overdue_from_the_day_after() {
        var version = submitted();
        get(rho(region), version).body("decisionDueOn", is("2023-05-29"));
        var owed = "/regioplan-deadlines?rho=" + region;
        get(rho(region), owed)
                .body("uzovi", contains("3311", "7095"))
                .body("decisionDueOn", contains("2023-05-29", "2023-05-29"))
                .body("overdue", contains(false, false));

        TestClock.at("2023-05-29");
        get(rho(region), owed + "&overdue=true").body("$", empty());
        TestClock.at("2023-05-30");
        get(rho(region), owed + "&overdue=true")
                .body("uzovi", contains("3311", "7095"))
                .body("number", contains(1, 1))
                .body("overdue", contains(true, true));

        decide("3311", version, hash(version), "APPROVED", null).statusCode(201);
        get(rho(region), owed + "&overdue=true").body("uzovi", contains("7095"));
        get(approver("3311"), owed + "&overdue=true").body("$", empty());
        decide("7095", version, hash(version), "REJECTED", "too late").statusCode(201);
        get(rho(region), owed).body("$", empty());
    }

    @Test
    void D6_each_sees_the_decisions_that_concern_it_and_the_national_desk_all() {
        submitted();
        var owed = "/regioplan-deadlines?rho=" + region;
        var desk = Tokens.of("desk", Roles.NATIONAL_DESK);

        get(buyer("3311"), owed).body("uzovi", contains("3311"));
        get(buyer("3332"), owed).body("$", empty());
        get(rho("Other"), owed).body("$", empty());
        get(Tokens.sign(Tokens.person("auditor", Roles.AUDITOR)), owed).body("$", empty());
        for (var all : List.of(desk, service())) {
            get(all, owed).body("uzovi", contains("3311", "7095"));
            get(all, owed + "&uzovi=7095").body("uzovi", contains("7095"));
        }
        var page = get(desk, owed + "&limit=1").body("uzovi", contains("3311"));
        get(desk, next(page)).body("uzovi", contains("7095"));
        get(practice("01999901"), owed).statusCode(403);
        get(desk, "/regioplan-deadlines?uzovi=33").statusCode(400).body("errors.location", contains("uzovi"));
    }

    @Test
    void D6_versions_of_all_plans_are_found_by_state_region_rho_and_awaited_insurer() {
        var first = approved();
        version(UNICUM);
        var mine = "/regioplan-versions?rho=" + region;

        get(rho(region), mine)
                .body("number", contains(1, 2))
                .body("state", contains("APPROVED", "DRAFT"))
                .body("regions", contains(List.of(region), List.of(region)))
                .body("contentHash[0]", is(hash(first)));
        get(rho(region), mine + "&state=DRAFT").body("number", contains(2));
        get(buyer("3311"), mine).body("number", contains(1));
        post(rho(region), plan + "/versions/2/submissions", COMMITTED).statusCode(201);

        get(buyer("3311"), mine + "&awaits=3311").body("number", contains(2));
        decide("3311", plan + "/versions/2", hash(plan + "/versions/2"), "APPROVED", null)
                .statusCode(201);
        get(buyer("3311"), mine + "&awaits=3311").body("$", empty());
        get(service(), mine + "&awaits=7095").body("decisionDueOn", contains("2023-05-29"));
        get(service(), "/regioplan-versions?region=" + region).body("number", contains(1, 2));
        var page = get(service(), mine + "&limit=1").body("number", contains(1));
        get(service(), next(page)).body("number", contains(2));
    }

    @Test
    void D6_versions_of_others_are_not_found() {
        submitted();
        var mine = "/regioplan-versions?rho=" + region;

        get(rho(region()), mine).body("$", empty());
        get(buyer("3332"), mine).body("$", empty());
        get(Tokens.sign(Tokens.person("nobody", Roles.INSURER)), mine).body("$", empty());
        get(Tokens.of("desk", Roles.NATIONAL_DESK), mine).statusCode(403);
        get(rho(region), "/regioplan-versions?state=LOST").statusCode(400).body("errors.location", contains("state"));
        get(rho(region), "/regioplan-versions?limit=0").statusCode(400).body("errors.location", contains("limit"));
        get(rho(region), "/regioplan-versions?cursor=abc").statusCode(400).body("errors.location", contains("cursor"));
    }
}
