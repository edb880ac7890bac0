package nl.mtvp.plan.monitoring.rest;

import static io.restassured.RestAssured.given;
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
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.rest.command.Idempotency;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.Sql;
import nl.mtvp.kernel.testing.TestClock;
import nl.mtvp.kernel.testing.Together;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.kernel.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class MonitoringTest {

    private static final String HEADER = "indicator,agb,region,year,numerator,denominator,baseline\n";

    private String region;
    private final String one = agb();
    private final String two = agb();
    private final String three = agb();

    @BeforeEach
    void a_region_with_three_practices() {
        TestClock.at("2024-02-01");
        region = region("Zeist");
        practices(region, line(one, "Zeist", 4_000), line(two, "Zeist", 2_000), line(three, "Zeist", 1_000));
    }

    @Test
    void D14_indicators_are_told_with_definition_unit_and_target() {
        get(buyer("3311"), "/indicators")
                .statusCode(200)
                .body("$", hasSize(9))
                .body("find { it.code == 'CONSULTS' }.target", is("4.6"))
                .body("find { it.code == 'CONSULTS' }.better", is("LOWER"))
                .body("find { it.code == 'PATIENTS_PER_FTE' }.target", is("2095"))
                .body("find { it.code == 'WAITING_TIME' }.target", nullValue())
                .body("findAll { it.stayingMeets }.code", contains("WAITING_TIME"))
                .body("find { it.code == 'JOB_SATISFACTION' }.level", is("REGION"));
        get(service(), "/indicators").statusCode(403);
    }

    @Test
    void D14_a_practice_is_evaluated_beside_its_region_and_the_nation() {
        deliver(practice(one), value("CONSULTS", one, 2022, "18802", "4070", true))
                .statusCode(201);
        deliver(practice(one), value("CONSULTS", one, 2023, "18000", "4000", false))
                .statusCode(201);
        deliver(rho(region), value("CONSULTS", two, 2023, "9400", "2000", false))
                .statusCode(201);
        for (var token : List.of(practice(one), rho(region))) {
            get(token, "/evaluations?agb=" + one + "&year=2023")
                    .statusCode(200)
                    .body("indicator", not(hasItem("JOB_SATISFACTION")))
                    .rootPath("find { it.indicator == 'CONSULTS' }")
                    .body("value", is("4.50"))
                    .body("baseline", is("4.62"))
                    .body("change", is("-0.12"))
                    .body("targetMet", is(true))
                    .body("region", nullValue());
        }
        // With a third practice nobody can tell another's value from the region's and their own.
        deliver(practice(three), value("CONSULTS", three, 2023, "4880", "1000", false))
                .statusCode(201);
        get(practice(one), "/evaluations?agb=" + one + "&year=2023")
                .body("find { it.indicator == 'CONSULTS' }.region", is("4.61"))
                .body("find { it.indicator == 'CONSULTS' }.nation", notNullValue())
                .body("find { it.indicator == 'REFERRALS' }.value", nullValue());
        for (var token : List.of(practice(two), rho("Other"), buyer("3311"))) {
            get(token, "/evaluations?agb=" + one + "&year=2023").statusCode(404);
        }
        get(service(), "/evaluations?agb=" + one + "&year=2023").statusCode(403);
    }

    @Test
    void D14_a_region_is_evaluated_by_the_ratio_of_its_sums_and_insurers_see_no_few_practices() {
        deliver(practice(one), value("CONSULTS", one, 2023, "18000", "4000", false))
                .statusCode(201);
        deliver(practice(two), value("CONSULTS", two, 2023, "9400", "2000", false))
                .statusCode(201);
        deliver(rho(region), satisfaction(2022, "700", true)).statusCode(201);
        deliver(rho(region), satisfaction(2023, "745", false)).statusCode(201);
        var path = "/evaluations?region=" + region + "&year=2023";
        get(rho(region), path)
                .statusCode(200)
                .body("$", hasSize(9))
                .body("find { it.indicator == 'CONSULTS' }.value", is("4.57"))
                .body("find { it.indicator == 'CONSULTS' }.subjects", is(2))
                .body("find { it.indicator == 'PATIENT_SATISFACTION' }.value", is("7.5"))
                .body("find { it.indicator == 'PATIENT_SATISFACTION' }.change", is("0.5"))
                .body("find { it.indicator == 'PATIENT_SATISFACTION' }.targetMet", is(true));
        for (var token : List.of(buyer("3311"), practice(one), Tokens.of("desk", Roles.NATIONAL_DESK))) {
            get(token, path)
                    .statusCode(200)
                    .body("find { it.indicator == 'CONSULTS' }.value", nullValue())
                    .body("find { it.indicator == 'CONSULTS' }.subjects", is(0))
                    .body("find { it.indicator == 'PATIENT_SATISFACTION' }.value", is("7.5"));
        }
        deliver(practice(three), value("CONSULTS", three, 2023, "4880", "1000", false))
                .statusCode(201);
        get(buyer("3311"), path).body("find { it.indicator == 'CONSULTS' }.value", is("4.61"));
        get(rho("Other"), path).statusCode(404);
        get(practice(agb()), path).statusCode(404);
        get(rho(region), "/evaluations?year=2023").statusCode(400).body("errors.code", contains("one-of-two"));
        get(rho(region), path + "&agb=" + one).statusCode(400);
        get(rho(region), "/evaluations?region=" + region).statusCode(400).body("errors.location", contains("year"));
    }

    @Test
    void D14_a_file_has_a_result_for_each_line_and_keeps_those_that_are_right() {
        var stranger = agb();
        practices(region("Soest"), line(stranger, "Soest", 900));
        var file = HEADER
                + "CONSULTS," + one + ",,2023,18000,4000,\n"
                + "CONSULTS," + two + ",,2023,much,2000,perhaps\n"
                + "\n"
                + "CONSULTS," + stranger + ",,2023,9400,2000,false\n"
                + "PATIENT_SATISFACTION,," + region + ",2023,745,100,false\n"
                + "PATIENT_SATISFACTION," + two + ",,2023,745,100,false\n"
                + "SPEED," + two + ",,2025,1,0,false\n"
                + "CONSULTS," + one + ",,2023,18001,4000,\n"
                + "CONSULTS," + three + ",,2023,4880.12345,1000,false\n";
        send(rho(region), file)
                .statusCode(200)
                .body("line", contains(2, 3, 5, 6, 7, 8, 9, 10))
                .body(
                        "outcome",
                        contains("KEPT", "REFUSED", "REFUSED", "KEPT", "REFUSED", "REFUSED", "REFUSED", "REFUSED"))
                .body("[1].errors.location", contains("/numerator", "/baseline"))
                .body("[2].errors.code", contains("not-yours"))
                .body("[4].errors.code", contains("of-a-region"))
                .body("[5].errors.location", contains("/denominator", "/year"))
                .body("[6].errors.code", contains("named-twice"))
                .body("[7].errors.location", contains("/numerator"));
        get(rho(region), "/indicator-values?region=" + region + "&year=2023")
                .statusCode(200)
                .body("numerator", contains("18000", "745"))
                .body("agb", contains(one, null));
        send(rho(region), "indicator,year\nCONSULTS,2023\n")
                .statusCode(400)
                .body("errors.code", hasItem("missing-column"));
        send(buyer("3311"), file).statusCode(403);
    }

    @Test
    void D14_a_newer_value_takes_the_place_of_the_older_one_which_stays_readable() {
        deliver(practice(one), value("CONSULTS", one, 2023, "18000", "4000", false))
                .statusCode(201);
        deliver(practice(one), value("CONSULTS", one, 2023, "17000", "4000", false))
                .statusCode(201);
        get(practice(one), "/indicator-values?agb=" + one).body("numerator", contains("17000"));
        var all = get(rho(region), "/indicator-values?agb=" + one + "&replaced=true&limit=1")
                .body("numerator", contains("18000"))
                .body("[0].replacedAt", notNullValue());
        get(rho(region), next(all)).body("numerator", contains("17000")).body("[0].replacedAt", nullValue());
        get(practice(two), "/indicator-values?agb=" + one).statusCode(200).body("$", empty());
        get(practice(one), "/evaluations?agb=" + one + "&year=2023")
                .body("find { it.indicator == 'CONSULTS' }.value", is("4.25"));
    }

    @Test
    void D14_a_region_called_like_a_practice_has_nothing_of_its_values() {
        var other = region("Zeist");
        post(rho(other), "/regions", Map.of("code", one, "name", "Region", "rho", other))
                .statusCode(201);
        var value = value("CONSULTS", one, 2023, "18000", "4000", false);
        deliver(rho(other), value).statusCode(400).body("errors.code", contains("not-yours"));
        deliver(rho(region), value).statusCode(201);
        deliver(practice(one), value).statusCode(201);
        send(practice(one), HEADER + "CONSULTS," + one + ",,2022,1,2,false\n").statusCode(200);
    }

    @Test
    void D14_what_is_wrong_with_a_value_is_named_all_at_once() {
        var wrong = value("SPEED", one, 2025, "1", "2", false);
        deliver(practice(two), wrong)
                .statusCode(400)
                .body("errors.code", contains("unknown-indicator", "in-the-future", "not-yours"));
        deliver(practice(one), value("CONSULTS", one, 2022, "1", "2", true)).statusCode(201);
        deliver(practice(one), value("CONSULTS", one, 2021, "1", "2", true))
                .statusCode(400)
                .body("errors.code", contains("baseline-exists"))
                .body("errors[0].detail", containsString("2022"));
        deliver(service(), wrong).statusCode(403);
    }

    @Test
    void D14_of_20_values_delivered_at_once_one_counts_and_all_stay() {
        var statuses = Together.of(
                20, number -> deliver(practice(one), value("CONSULTS", one, 2023, "" + (number + 1), "4000", false))
                        .extract()
                        .statusCode());
        assertEquals(
                List.of(),
                statuses.stream()
                        .filter(status -> status != 201 && status != 409)
                        .toList());
        get(practice(one), "/indicator-values?agb=" + one).body("$", hasSize(1));
        long kept = statuses.stream().filter(status -> status == 201).count();
        get(practice(one), "/indicator-values?agb=" + one + "&replaced=true").body("$", hasSize((int) kept));
    }

    @Test
    void D14_what_was_delivered_is_changed_by_nobody_not_even_the_owner_of_the_table() {
        deliver(practice(one), value("CONSULTS", one, 2023, "18000", "4000", false))
                .statusCode(201);
        for (var change : List.of(
                "update indicator_value set numerator = 1",
                "update indicator_value set replaced_at = null",
                "delete from indicator_value",
                "truncate indicator_value")) {
            Sql.refused(Sql.ONLY_GROWS, Sql.OWNER, change);
        }
    }

    @Test
    void D15_nothing_of_monitoring_is_told_to_the_neighbours() {
        deliver(practice(one), value("CONSULTS", one, 2023, "18000", "4000", false))
                .statusCode(201);
        String last = null;
        while (true) {
            var page = get(service(), "/events?limit=1000" + (last == null ? "" : "&lastEventId=" + last))
                    .statusCode(200)
                    .extract();
            assertEquals(-1, page.asString().toLowerCase().indexOf("indicator"));
            List<String> ids = page.path("id");
            if (ids.isEmpty()) {
                return;
            }
            last = ids.get(ids.size() - 1);
        }
    }

    private Map<String, Object> satisfaction(int year, String marks, boolean baseline) {
        var value = value("PATIENT_SATISFACTION", null, year, marks, "100", baseline);
        value.put("region", region);
        return value;
    }

    private static Map<String, Object> value(
            String indicator, String agb, int year, String numerator, String denominator, boolean baseline) {
        var value = new HashMap<String, Object>();
        value.put("indicator", indicator);
        value.put("agb", agb);
        value.put("year", year);
        value.put("numerator", new BigDecimal(numerator));
        value.put("denominator", new BigDecimal(denominator));
        value.put("baseline", baseline);
        return value;
    }

    private static ValidatableResponse deliver(String token, Map<String, Object> value) {
        return post(token, "/indicator-values", value);
    }

    private static ValidatableResponse send(String token, String file) {
        return given().auth()
                .oauth2(token)
                .header(Idempotency.HEADER, UUID.randomUUID().toString())
                .contentType("text/csv")
                .body(file)
                .post("/v1/indicator-values/imports")
                .then();
    }
}
