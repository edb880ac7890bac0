package nl.mtvp.plan.learning;

import static nl.mtvp.plan.Api.agb;
import static nl.mtvp.plan.Api.buyer;
import static nl.mtvp.plan.Api.get;
import static nl.mtvp.plan.Api.line;
import static nl.mtvp.plan.Api.next;
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
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.Sql;
import nl.mtvp.kernel.testing.Together;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.plan.praktijkplan.PraktijkplanScenario;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class LearningTest extends PraktijkplanScenario {

    private static final String SHA = "ab".repeat(32);

    @Test
    void D12_a_meeting_is_reported_and_read_by_its_rho_and_by_who_was_present() {
        clock.moveTo("2024-03-01");
        var id = meeting("2024-02-29");
        var path = "/intervisie-meetings/" + id;
        for (var reader : List.of(rho(region), practice(agb), service())) {
            get(reader, path)
                    .statusCode(200)
                    .body("practices", contains(agb))
                    .body("interventions", contains("AW-01", "GG-01"))
                    .body("report", is(1))
                    .body("reason", nullValue());
            get(reader, "/intervisie-meetings?region=" + region + "&from=2024-02-29&until=2024-03-01&agb=" + agb)
                    .statusCode(200)
                    .body("id", contains(id));
        }
        get(rho(region), "/intervisie-meetings?until=2024-02-29").body("$", empty());
        get(rho(region), "/intervisie-meetings?from=2024-2-9").statusCode(400);
        get(practice(agb()), path).statusCode(404);
        get(rho(region()), path).statusCode(404);
        get(buyer("3311"), path).statusCode(403);
    }

    @Test
    void D12_a_report_is_refused_with_everything_wrong_with_it() {
        var report = new HashMap<>(report("2024-02-29"));
        post(rho(region), "/intervisie-meetings", report)
                .statusCode(400)
                .body("errors.code", contains("in-the-future"));
        clock.moveTo("2024-03-01");
        report.put("practices", List.of(agb, agb));
        report.put("interventions", List.of("XX-99"));
        post(rho(region), "/intervisie-meetings", report)
                .statusCode(400)
                .body("errors.code", contains("named-twice", "unknown-intervention"));
        report.put("insights", " ");
        report.put("practices", List.of());
        post(rho(region), "/intervisie-meetings", report)
                .statusCode(400)
                .body("errors.location", containsInAnyOrder("/insights", "/practices"));
        post(rho(region()), "/intervisie-meetings", report("2024-02-29")).statusCode(403);
        post(practice(agb), "/intervisie-meetings", report("2024-02-29")).statusCode(403);
        report.put("region", "nowhere");
        report.put("insights", "x");
        report.put("practices", List.of(agb));
        post(rho(region), "/intervisie-meetings", report).statusCode(404);
    }

    @Test
    void D12_only_practices_that_the_rho_had_on_that_day_are_present() {
        clock.moveTo("2024-03-01");
        var elsewhere = agb();
        practices(region("Doorn"), line(elsewhere, "Doorn", 100));
        var report = new HashMap<>(report("2024-02-29"));
        report.put("practices", List.of(agb, elsewhere, agb()));
        refused(post(rho(region), "/intervisie-meetings", report), "practices-not-of-rho");
    }

    @Test
    void D12_a_correction_counts_from_now_on_and_the_old_report_stays_readable() {
        clock.moveTo("2024-03-01");
        var path = "/intervisie-meetings/" + meeting("2024-02-29");
        correct(path, 1, List.of()).statusCode(201).body("report", is(2)).body("practices", empty());
        get(rho(region), path + "/reports")
                .statusCode(200)
                .body("report", contains(1, 2))
                .body("practices", contains(List.of(agb), List.of()))
                .body("reason", contains(null, "somebody else was there"));
        var page = get(rho(region), path + "/reports?limit=1").body("report", contains(1));
        get(rho(region), next(page)).body("report", contains(2));
        get(practice(agb), path).statusCode(404);
        refused(correct(path, 1, List.of(agb)), "report-not-the-newest");
        refused(correct(path, 7, List.of(agb)), "report-not-the-newest");
        refused(correct(path, 10_000, List.of(agb)), "report-not-the-newest");
        correct(path, Integer.MAX_VALUE, List.of(agb)).statusCode(400);
        post(rho(region), path + "/reports", Map.of("corrects", 2)).statusCode(400);
        post(rho(region()), path + "/reports", correction(2, List.of(agb))).statusCode(404);
        post(practice(agb), path + "/reports", correction(2, List.of(agb))).statusCode(403);
    }

    @Test
    void D12_of_two_corrections_of_one_report_at_once_one_stands() {
        clock.moveTo("2024-03-01");
        var path = "/intervisie-meetings/" + meeting("2024-02-29");
        var answers = Together.of(
                4, number -> correct(path, 1, List.of(agb)).extract().statusCode());
        assertEquals(List.of(201, 409, 409, 409), answers.stream().sorted().toList());
    }

    @Test
    void D12_a_participation_is_recorded_by_the_practice_or_its_rho_and_told_on_the_feed() {
        clock.moveTo("2024-03-01");
        var own = participation(practice(agb), "AW-01", "2024-02-01");
        var byRho = participation(rho(region), "GG-01", "2024-02-02");
        get(rho(region), "/participations?agb=" + agb)
                .statusCode(200)
                .body("id", contains(own, byRho))
                .body("evidence.sha256", contains(SHA, SHA));
        get(practice(agb), "/participations?code=GG-01&region=" + region + "&from=2024-02-02&until=2024-02-03")
                .body("id", contains(byRho));
        get(practice(agb()), "/participations/" + own).statusCode(404);
        get(buyer("3311"), "/participations").statusCode(403);
        var told = events("nl.mtvp.participation-recorded.v1");
        assertEquals(2, told.size());
        assertEquals(own, told.get(0).get("participationId"));
        assertEquals(region, told.get(0).get("region"));
    }

    @Test
    void D12_a_participation_is_refused_with_everything_wrong_with_it() {
        var body = new HashMap<>(participation("XX-99", "2024-02-01"));
        post(practice(agb), "/participations", body)
                .statusCode(400)
                .body("errors.code", contains("unknown-intervention", "in-the-future"));
        body.put("evidence", Map.of("document", "", "sha256", "AB"));
        post(practice(agb), "/participations", body)
                .statusCode(400)
                .body("errors.location", containsInAnyOrder("/evidence/document", "/evidence/sha256", "/tookPlaceOn"));
        post(practice(agb()), "/participations", participation("AW-01", "2023-12-01"))
                .statusCode(403);
        post(rho(region()), "/participations", participation("AW-01", "2023-12-01"))
                .statusCode(403);
        post(service(), "/participations", participation("AW-01", "2023-12-01")).statusCode(403);
        body = new HashMap<>(participation("AW-01", "2023-12-01"));
        var unknown = agb();
        body.put("agb", unknown);
        refused(post(practice(unknown), "/participations", body), "practice-not-registered");
    }

    @Test
    void D12_a_wrong_participation_is_withdrawn_once_with_a_reason_and_stays_readable() {
        clock.moveTo("2024-03-01");
        var path = "/participations/" + participation(practice(agb), "AW-01", "2024-02-01");
        post(rho(region), path + "/withdrawals", Map.of("reason", "")).statusCode(400);
        post(practice(agb()), path + "/withdrawals", Map.of("reason", "wrong")).statusCode(404);
        post(service(), path + "/withdrawals", Map.of("reason", "wrong")).statusCode(403);
        post(rho(region), path + "/withdrawals", Map.of("reason", "another practice"))
                .statusCode(201)
                .body("withdrawnReason", is("another practice"));
        refused(post(practice(agb), path + "/withdrawals", Map.of("reason", "again")), "participation-withdrawn");
        get(practice(agb), path).body("withdrawnReason", is("another practice"));
        assertEquals(1, events("nl.mtvp.participation-withdrawn.v1").size());
    }

    @Test
    void D12_the_picture_names_what_is_missing_and_in_the_end_nothing() {
        clock.moveTo("2024-04-01");
        picture(practice(agb), 1)
                .body("from", contains("2024-01-01"))
                .body("until", contains("2025-01-01"))
                .body("admittedQuarter", contains("2024-Q1"))
                .body("praktijkplan.status", contains("OVERDUE"))
                .body("missing[0].code", contains("praktijkplan-overdue", "intervisie-missing"))
                .body("complete", contains(false));
        submitted(plan(), 1, YEAR_1);
        picture(rho(region), 1)
                .body("praktijkplan[0].status", is("LATE"))
                .body("praktijkplan[0].version", is(1))
                .body("interventions[0].code", contains("AW-01", "GG-01"))
                .body(
                        "missing[0].code",
                        contains("intervisie-missing", "participation-missing", "participation-missing"))
                .body("missing[0].dueOn", contains("2024-12-31", "2024-12-31", "2024-12-31"));
        clock.moveTo("2024-06-01");
        participation(practice(agb), "AW-01", "2023-12-31");
        var wrong = participation(practice(agb), "AW-01", "2024-01-02");
        post(practice(agb), "/participations/" + wrong + "/withdrawals", Map.of("reason", "wrong"))
                .statusCode(201);
        picture(service(), 1).body("missing[0]", hasSize(3));
        var aw = participation(practice(agb), "AW-01", "2024-01-01");
        participation(practice(agb), "GG-01", "2024-06-01");
        participation(practice(agb), "SN-02", "2024-06-01");
        var meeting = meeting("2024-05-31");
        picture(service(), 1)
                .body("missing[0]", empty())
                .body("complete", contains(true))
                .body("intervisie[0].meetingId", contains(meeting))
                .body("interventions[0].code", contains("AW-01", "GG-01", "SN-02"))
                .body("interventions[0].planned", contains(true, true, false))
                .body("interventions[0][0].participations.id", contains(aw))
                .body("asOf", contains("2024-06-01"));
        picture(service(), 2).body("intervisie[0]", empty()).body("praktijkplan.status", contains("NOT_YET_DUE"));
        // A correction takes the intervisie away again.
        correct("/intervisie-meetings/" + meeting, 1, List.of()).statusCode(201);
        picture(service(), 1).body("missing[0].code", contains("intervisie-missing"));
    }

    @Test
    void D12_pictures_of_a_region_are_read_by_page_and_by_nobody_else() {
        get(rho(region), "/compliance-pictures?region=" + region + "&year=1&limit=1")
                .statusCode(200)
                .body("agb", contains(agb));
        get(practice(agb()), "/compliance-pictures?agb=" + agb + "&year=1").body("$", empty());
        get(rho(region()), "/compliance-pictures?agb=" + agb + "&year=1").body("$", empty());
        get(buyer("3311"), "/compliance-pictures?agb=" + agb + "&year=1").statusCode(403);
        get(rho(region), "/compliance-pictures?year=3").statusCode(400);
        get(rho(region), "/compliance-pictures").statusCode(400);
    }

    @Test
    void D12_what_was_reported_is_changed_by_nobody_not_even_the_owner_of_the_tables() {
        clock.moveTo("2024-03-01");
        var meeting = meeting("2024-02-29");
        var participation = participation(practice(agb), "AW-01", "2024-02-01");
        for (var table : List.of(
                "intervisie_meeting",
                "intervisie_report",
                "intervisie_presence",
                "intervisie_subject",
                "participation",
                "participation_withdrawal")) {
            Sql.refused(Sql.NOT_GRANTED, Sql.APP, "delete from " + table);
            Sql.refused(Sql.ONLY_GROWS, Sql.OWNER, "delete from " + table);
            Sql.refused(Sql.ONLY_GROWS, Sql.OWNER, "truncate " + table + " cascade");
        }
        Sql.refused(Sql.NOT_GRANTED, Sql.APP, "update intervisie_report set insights = 'others'");
        Sql.refused(Sql.ONLY_GROWS, Sql.OWNER, "update intervisie_report set insights = 'others'");
        Sql.refused(Sql.ONLY_GROWS, Sql.OWNER, "update participation set took_place_on = took_place_on");
        var report = "insert into intervisie_report values ('" + meeting + "', ";
        var day = ", '2024-02-29', 'much', ";
        Sql.refused(Sql.CHECKED, Sql.APP, report + "2, null" + day + "'why', '2024-03-01', 'somebody')");
        Sql.refused(Sql.CHECKED, Sql.APP, report + "2, 1" + day + "null, '2024-03-01', 'somebody')");
        Sql.refused(Sql.CHECKED, Sql.APP, report + "2, 1" + day + "'why', '2024-02-27', 'somebody')");
        Sql.refused(
                Sql.CHECKED,
                Sql.APP,
                "insert into participation select gen_random_uuid(), agb, code, '2024-03-09', document, document_digest,"
                        + " recorded_at, recorded_by from participation where id = '" + participation + "'");
    }

    private ValidatableResponse picture(String reader, int year) {
        return get(reader, "/compliance-pictures?agb=" + agb + "&year=" + year).statusCode(200);
    }

    private Map<String, Object> report(String heldOn) {
        return Map.of(
                "region",
                region,
                "heldOn",
                heldOn,
                "practices",
                List.of(agb),
                "interventions",
                List.of("AW-01", "GG-01"),
                "insights",
                "who asks further hears more");
    }

    private String meeting(String heldOn) {
        return post(rho(region), "/intervisie-meetings", report(heldOn))
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Map<String, Object> correction(int corrects, List<String> practices) {
        return Map.of(
                "corrects",
                corrects,
                "reason",
                "somebody else was there",
                "heldOn",
                "2024-02-29",
                "practices",
                practices,
                "interventions",
                List.of("AW-01"),
                "insights",
                "less than was thought");
    }

    private ValidatableResponse correct(String path, int corrects, List<String> practices) {
        return post(rho(region), path + "/reports", correction(corrects, practices));
    }

    private Map<String, Object> participation(String code, String tookPlaceOn) {
        return Map.of(
                "agb",
                agb,
                "code",
                code,
                "tookPlaceOn",
                tookPlaceOn,
                "evidence",
                Map.of("document", "certificate 12", "sha256", SHA));
    }

    private String participation(String token, String code, String tookPlaceOn) {
        return post(token, "/participations", participation(code, tookPlaceOn))
                .statusCode(201)
                .extract()
                .path("id");
    }
}
