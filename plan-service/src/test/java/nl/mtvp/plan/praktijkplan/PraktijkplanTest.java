package nl.mtvp.plan.praktijkplan;

import static nl.mtvp.plan.Api.agb;
import static nl.mtvp.plan.Api.buyer;
import static nl.mtvp.plan.Api.get;
import static nl.mtvp.plan.Api.post;
import static nl.mtvp.plan.Api.practice;
import static nl.mtvp.plan.Api.rho;
import static nl.mtvp.plan.Api.service;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.plan.Api;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class PraktijkplanTest extends PraktijkplanScenario {

    @Test
    void D8_a_draft_names_what_it_misses_and_its_submission_is_refused_with_all_of_it() {
        var plan = plan();
        var lines = List.of(planned("AW-03"), planned("SN-02"), Map.<String, Object>of("code", "UC-01"));
        write(plan, 1, lines)
                .statusCode(201)
                .body("interventions.support", contains("REGIOPLAN_FROM_YEAR_2", "REGIOPLAN", "OWN_EXTRA"))
                .body("violations.rule", contains("D8", "D8", "D8"))
                .body("violations.subject", contains("ANDERS_WERKEN", "GOEDE_GESPREK", "UC-01"));
        submit(plan + "/versions/1")
                .statusCode(400)
                .body("type", is("urn:mtvp:problem:praktijkplan-refused"))
                .body("errors.code", contains("no-anders-werken", "no-goede-gesprek", "staff-missing"))
                .body("errors[0].detail", startsWith("D8: plan at least one intervention of ANDERS_WERKEN"));
    }

    @Test
    void D8_D10_a_plan_with_staff_and_an_own_extra_is_submitted_and_the_extra_is_marked() {
        var plan = plan();
        var staff = Map.of("type", "physician assistant", "hoursPerWeek", 16, "motivation", "longer consults");
        var version = version(
                plan,
                1,
                List.of(
                        planned("AW-01"),
                        planned("AW-09"),
                        planned("GG-01"),
                        Map.of("code", "UC-01", "staff", List.of(staff))));
        submit(version)
                .statusCode(201)
                .body("state", is("SUBMITTED"))
                .body("violations", empty())
                .body("interventions.code", contains("AW-01", "AW-09", "GG-01", "UC-01"))
                .body("interventions[0].supportNote", nullValue())
                .body("interventions[1].supportNote", is("RHO support not guaranteed"))
                .body("interventions[3].staff[0].hoursPerWeek", is(16));

        var told = events("nl.mtvp.praktijkplan-submitted.v1");
        assertEquals(1, told.size());
        assertEquals("2024-03-31", told.get(0).get("dueOn"));
        assertEquals("2023-12-15", told.get(0).get("submittedOn"));
        assertEquals(1, told.get(0).get("year"));
    }

    @Test
    void D1_D8_faulty_lines_are_named_all_at_once() {
        var plan = plan();
        var lines = List.<Map<String, Object>>of(
                planned("AW-01"),
                planned("AW-01"),
                planned("XX-99"),
                Map.of("code", "GG-01", "staff", List.of(Map.of("type", "nurse"))));
        write(plan, 1, lines)
                .statusCode(400)
                .body(
                        "errors.location",
                        contains("/interventions/1/code", "/interventions/2/code", "/interventions/3/staff"))
                .body("errors.code", contains("named-twice", "unknown-intervention", "no-expansion"));
        write(plan, 3, YEAR_1).statusCode(400).body("errors.location", contains("/year"));
    }

    @Test
    void D9_year_2_builds_on_the_submitted_year_1_and_holds_it() {
        var plan = plan();
        var early = version(plan, 2, YEAR_2);
        get(practice(agb), early).body("violations.code", contains("year-1-first"));
        refused(submit(early), "year-1-first");

        submitted(plan, 1, YEAR_1);
        submit(version(plan, 2, YEAR_1))
                .statusCode(400)
                .body(
                        "errors.code",
                        contains(
                                "no-further-anders-werken",
                                "no-goede-gesprek-developed",
                                "too-few-samenwerken-netwerk"));
        refused(submit(early), "newer-version-written");
        submit(version(plan, 2, YEAR_2)).statusCode(201).body("buildsOn", is(2)).body("year", is(2));
        refused(submit(version(plan, 1, YEAR_1)), "year-2-builds-on-it");
    }

    @Test
    void D13_a_new_version_supersedes_and_the_old_one_stays_readable() {
        var plan = plan();
        submitted(plan, 1, YEAR_1);
        refused(submit(plan + "/versions/1"), "praktijkplan-submitted");
        submitted(plan, 1, List.of(planned("AW-02"), planned("GG-02")));
        get(rho(region), plan + "/versions")
                .statusCode(200)
                .body("number", contains(1, 2))
                .body("state", contains("SUPERSEDED", "SUBMITTED"));
        get(rho(region), plan + "/versions/1").body("interventions.code", contains("AW-01", "GG-01"));
        var page = get(practice(agb), plan + "/versions?limit=1").body("number", contains(1));
        get(practice(agb), Api.next(page)).body("number", contains(2));
    }

    @Test
    void D13_any_two_versions_are_compared() {
        var plan = plan();
        submitted(plan, 1, YEAR_1);
        submitted(plan, 2, YEAR_2);
        var path = plan + "/differences?from=1&to=2";
        for (var token : List.of(practice(agb), rho(region), service())) {
            get(token, path)
                    .statusCode(200)
                    .body("from.year", is(1))
                    .body("to.state", is("SUBMITTED"))
                    .body("added.code", contains("AW-03", "SN-02", "SN-04"))
                    .body("removed", empty())
                    .body("changed.code", contains("GG-01"))
                    .body("changed[0].from.development", nullValue())
                    .body("changed[0].to.development", is("peer review of recorded talks"));
        }
        get(rho(region), plan + "/differences?from=2&to=1").body("removed.code", contains("AW-03", "SN-02", "SN-04"));
        get(practice(agb), plan + "/differences?from=0")
                .statusCode(400)
                .body("errors.location", contains("from", "to"));
        get(practice(agb), plan + "/differences?from=1&to=9").statusCode(404);
        get(rho("Other"), path).statusCode(404);
        get(buyer("3311"), path).statusCode(403);
    }

    @Test
    void D13_plans_are_found_by_what_they_plan_now() {
        var plan = plan();
        version(plan, 1, YEAR_1);
        get(rho(region), "/praktijkplannen?region=" + region)
                .body("agb", contains(agb))
                .body("[0].inForce", empty());
        submitted(plan, 1, YEAR_1);
        submitted(plan, 2, YEAR_2);
        get(rho(region), "/praktijkplannen?region=" + region + "&intervention=AW-03")
                .body("agb", contains(agb))
                .body("[0].inForce.year", contains(1, 2))
                .body("[0].inForce.number", contains(2, 3))
                .body("[0].inForce.submittedOn", contains("2023-12-15", "2023-12-15"));
        get(rho(region), "/praktijkplannen?region=" + region + "&intervention=AW-02")
                .body("$", empty());
    }

    @Test
    void D8_a_version_is_judged_by_the_regioplan_under_which_it_was_written() {
        var plan = plan();
        submitted(plan, 1, YEAR_1);
        var draft = version(plan, 1, YEAR_1);
        approveRegioplan(List.of(
                Map.of("code", "AW-02", "firstYear", 1),
                Map.of("code", "AW-04", "firstYear", 1),
                Map.of("code", "AW-05", "firstYear", 1),
                Map.of("code", "GG-01", "firstYear", 1),
                Map.of("code", "GG-02", "firstYear", 1),
                Map.of("code", "SN-02", "firstYear", 1),
                Map.of("code", "SN-04", "firstYear", 1)));
        refused(submit(draft), "regioplan-moved-on");
        get(practice(agb), plan + "/versions/1").body("interventions[0].support", is("REGIOPLAN"));
        write(plan, 1, YEAR_1)
                .body("interventions[0].support", is("OWN_EXTRA"))
                .body("violations.code", contains("no-anders-werken"));
        // AW-01 goes on though the regioplan selects it no longer: it served year 1.
        var year2 = List.<Map<String, Object>>of(
                planned("AW-01"), planned("AW-02"), YEAR_2.get(2), planned("SN-02"), planned("SN-04"));
        submitted(plan, 2, year2);
    }

    @Test
    void D13_progress_is_told_of_what_was_submitted() {
        var plan = plan();
        var entry = Map.of(
                "code", "AW-01", "stage", "CARRIED_OUT", "observedOn", "2023-12-14", "description", "new schedule");
        refused(post(practice(agb), plan + "/progress", entry), "nothing-submitted");
        submitted(plan, 1, YEAR_1);
        post(practice(agb), plan + "/progress", entry).statusCode(201).body("stage", is("CARRIED_OUT"));
        post(
                        practice(agb),
                        plan + "/progress",
                        Map.of(
                                "code",
                                "AW-02",
                                "stage",
                                "STARTED",
                                "observedOn",
                                "2023-12-16",
                                "description",
                                "tomorrow"))
                .statusCode(400)
                .body("errors.location", contains("/code", "/observedOn"));
        get(rho(region), plan + "/progress").statusCode(200).body("code", contains("AW-01"));
        post(rho(region), plan + "/progress", entry).statusCode(403);
    }

    @Test
    void D13_a_plan_is_seen_by_its_practice_its_rho_and_the_service_and_written_by_the_practice_alone() {
        var plan = plan();
        refused(post(practice(agb), "/praktijkplannen", Map.of("agb", agb)), "praktijkplan-exists");
        var stranger = agb();
        refused(post(practice(stranger), "/praktijkplannen", Map.of("agb", stranger)), "practice-not-registered");
        post(practice(stranger), "/praktijkplannen", Map.of("agb", agb)).statusCode(403);
        post(rho(region), "/praktijkplannen", Map.of("agb", agb)).statusCode(403);
        submitted(plan, 1, YEAR_1);
        for (var token : List.of(practice(agb), rho(region), service())) {
            get(token, plan).statusCode(200).body("agb", is(agb)).body("rho", is(region));
            get(token, plan + "/versions/1").statusCode(200);
            get(token, "/praktijkplannen?agb=" + agb).body("$", hasSize(1));
            get(token, "/praktijkplan-deadlines?agb=" + agb).body("year", contains(1, 2));
        }
        for (var token : List.of(practice(stranger), rho("Other"))) {
            get(token, plan).statusCode(404);
            get(token, plan + "/versions").statusCode(404);
            get(token, plan + "/versions/1").statusCode(404);
            get(token, plan + "/progress").statusCode(404);
            get(token, "/praktijkplannen?agb=" + agb).statusCode(200).body("$", empty());
            get(token, "/praktijkplan-deadlines?agb=" + agb).statusCode(200).body("$", empty());
        }
        post(practice(stranger), plan + "/versions/1/submissions").statusCode(404);
        get(buyer("3311"), plan).statusCode(403);
        get(service(), "/praktijkplannen/" + UUID.randomUUID()).statusCode(404);
        get(service(), plan + "/versions/9").statusCode(404);
    }
}
