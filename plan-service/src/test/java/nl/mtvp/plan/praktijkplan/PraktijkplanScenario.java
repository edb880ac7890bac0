package nl.mtvp.plan.praktijkplan;

import static nl.mtvp.plan.Api.agb;
import static nl.mtvp.plan.Api.approver;
import static nl.mtvp.plan.Api.get;
import static nl.mtvp.plan.Api.line;
import static nl.mtvp.plan.Api.post;
import static nl.mtvp.plan.Api.practice;
import static nl.mtvp.plan.Api.practices;
import static nl.mtvp.plan.Api.preferent;
import static nl.mtvp.plan.Api.region;
import static nl.mtvp.plan.Api.rho;
import static nl.mtvp.plan.Api.service;
import static org.hamcrest.Matchers.is;

import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.mtvp.kernel.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;

/** A region with an approved regioplan and a practice that was admitted for 2024-Q1, the round without a draw. */
public abstract class PraktijkplanScenario {

    private static final List<Map<String, Object>> REGIOPLAN = Stream.of(
                    "AW-01", "AW-02", "AW-03", "AW-04", "GG-01", "GG-02", "SN-02", "SN-04", "SN-05")
            .map(code -> Map.<String, Object>of("code", code, "firstYear", code.equals("AW-03") ? 2 : 1))
            .toList();

    protected static final List<Map<String, Object>> YEAR_1 = List.of(planned("AW-01"), planned("GG-01"));

    protected static final List<Map<String, Object>> YEAR_2 = List.of(
            planned("AW-01"),
            planned("AW-03"),
            Map.of("code", "GG-01", "development", "peer review of recorded talks"),
            planned("SN-02"),
            planned("SN-04"));

    protected TestClock clock;
    protected String region;
    protected String regioplan;
    protected final String agb = agb();

    @BeforeEach
    protected void an_admitted_practice_under_an_approved_regioplan() {
        clock = TestClock.at("2023-12-15");
        region = region("Zeist");
        preferent(region, "3311");
        practices(region, line(agb, "Zeist", 4_000));
        String id = post(
                        rho(region),
                        "/regioplannen",
                        Map.of("rho", region, "title", "Plan van " + region, "regions", List.of(region)))
                .statusCode(201)
                .extract()
                .path("id");
        regioplan = "/regioplannen/" + id;
        approveRegioplan(REGIOPLAN);
        admit("2024-Q1");
    }

    protected void approveRegioplan(List<Map<String, Object>> interventions) {
        int number = post(rho(region), regioplan + "/versions", Map.of("interventions", interventions))
                .statusCode(201)
                .extract()
                .path("number");
        var version = regioplan + "/versions/" + number;
        String hash = post(rho(region), version + "/submissions", Map.of("commitsToLeidraad", true))
                .statusCode(201)
                .extract()
                .path("contentHash");
        post(
                        approver("3311"),
                        version + "/decisions",
                        Map.of("uzovi", "3311", "decision", "APPROVED", "contentHash", hash))
                .statusCode(201)
                .body("state", is("APPROVED"));
    }

    protected void admit(String quarter) {
        String id = post(rho(region), "/admission-rounds", Map.of("region", region, "quarter", quarter))
                .statusCode(201)
                .extract()
                .path("roundId");
        post(rho(region), "/admission-rounds/" + id + "/freezes")
                .statusCode(201)
                .body("state", is("CLOSED"));
    }

    protected static Map<String, Object> planned(String code) {
        return Map.of("code", code);
    }

    /** The path of the practice's plan, opened now. */
    protected String plan() {
        String id = post(practice(agb), "/praktijkplannen", Map.of("agb", agb))
                .statusCode(201)
                .body("agb", is(agb))
                .extract()
                .path("id");
        return "/praktijkplannen/" + id;
    }

    /** The path of a new version. */
    protected String version(String plan, int year, List<Map<String, Object>> interventions) {
        int number = write(plan, year, interventions)
                .statusCode(201)
                .body("state", is("DRAFT"))
                .extract()
                .path("number");
        return plan + "/versions/" + number;
    }

    protected ValidatableResponse write(String plan, int year, List<Map<String, Object>> interventions) {
        return post(practice(agb), plan + "/versions", Map.of("year", year, "interventions", interventions));
    }

    protected ValidatableResponse submit(String version) {
        return post(practice(agb), version + "/submissions");
    }

    protected void submitted(String plan, int year, List<Map<String, Object>> interventions) {
        submit(version(plan, year, interventions)).statusCode(201).body("state", is("SUBMITTED"));
    }

    protected void refused(ValidatableResponse answer, String code) {
        answer.statusCode(409).body("type", is("urn:mtvp:problem:" + code));
    }

    /** The data of all events of a type about this practice. */
    protected List<Map<String, Object>> events(String type) {
        var ours = new ArrayList<Map<String, Object>>();
        String last = null;
        while (true) {
            var page = get(service(), "/events?limit=1000" + (last == null ? "" : "&lastEventId=" + last))
                    .statusCode(200)
                    .extract()
                    .jsonPath()
                    .<HashMap<String, Object>>getList("");
            if (page.isEmpty()) {
                return ours;
            }
            for (var event : page) {
                if (type.equals(event.get("type")) && agb.equals(event.get("subject"))) {
                    @SuppressWarnings("unchecked")
                    var data = (Map<String, Object>) event.get("data");
                    ours.add(data);
                }
            }
            last = (String) page.get(page.size() - 1).get("id");
        }
    }
}
