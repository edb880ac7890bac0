package nl.mtvp.payment.frame;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.mtvp.kernel.db.Ids;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.Sql;
import nl.mtvp.kernel.testing.TestClock;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.kernel.testing.Tokens;
import nl.mtvp.payment.testing.ContractEvents;
import nl.mtvp.payment.testing.ContractEvents.Contract;
import nl.mtvp.payment.testing.PaymentApi;
import nl.mtvp.payment.testing.Registrations;
import org.junit.jupiter.api.Test;

/** D55: a year's payments beside the national frame, as known at a moment. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class FrameTest {

    private static final String UZOVI = "8430";

    private final PaymentApi api = new PaymentApi(UZOVI);

    @Inject
    ContractEvents contracts;

    @Test
    void D54_D55_an_insurers_totals_per_quarter_and_region_as_known_then_and_now() {
        var clock = TestClock.at("2023-07-10");
        accepted("01843001", "frame-noord", clock);
        accepted("01843002", "frame-zuid", clock);
        api.tariff("2023-04-01", "2.88");
        deliver("2023-04-01", 10, 20);
        deliver("2023-07-01", 10, 0);
        // Another test may have asked about all insurers at a later moment: then the first booking is after that.
        String then = api.run("2023-Q3").extract().path("postedAt");
        clock.moveTo("2023-10-10");
        deliver("2023-04-01", 10, 15);
        api.run("2023-Q3");

        insurers(Map.of("year", "2023"))
                .body("year", contains(2023))
                .body("frame", contains("220000000.00"))
                .body("national", contains(false))
                .body("[0].remaining", nullValue())
                .body("[0].total.tariffPayments", is("90.72"))
                .body("[0].total.rhoCompensation", is("10.08"))
                .body("[0].total.total", is("100.80"))
                .body("[0].quarters.quarter", contains("2023-Q2", "2023-Q3"))
                .body("[0].quarters.totals.total", contains("72.00", "28.80"))
                .body("[0].insurers.uzovi", contains(UZOVI))
                .body("[0].regions.region", contains("frame-noord", "frame-zuid"))
                .body("[0].regions.totals.total", contains("57.60", "43.20"));
        insurers(Map.of("uzovi", UZOVI, "knownAt", then, "region", "frame-zuid"))
                .body("[0].total.total", is("57.60"))
                .body("[0].regions.region", contains("frame-zuid"));
        insurers(Map.of("year", "2023", "uzovi", "8431")).body("[0].insurers", empty());
        insurers(Map.of("year", "2024")).body("", empty());
        api.buyer()
                .queryParam("knownAt", "2023-10-11T00:00:00Z")
                .get("/v1/frames")
                .then()
                .statusCode(400)
                .body("errors.code", contains("in-the-future"));
        api.buyer().queryParam("year", 1999).get("/v1/frames").then().statusCode(400);
    }

    @Test
    void D55_the_national_desk_sees_the_nation_held_against_the_frame_and_others_do_not() {
        TestClock.at("2023-07-10");
        var nation = PaymentApi.as(Tokens.of("desk", "national-desk"))
                .queryParam("year", 2023)
                .get("/v1/frames")
                .then()
                .statusCode(200)
                .body("national", contains(true))
                .extract();
        assertEquals(
                new BigDecimal("220000000.00"),
                new BigDecimal(nation.<String>path("[0].remaining"))
                        .add(new BigDecimal(nation.<String>path("[0].total.total"))));
        assertEquals(
                new BigDecimal(nation.<String>path("[0].total.total"))
                        .movePointRight(2)
                        .divide(new BigDecimal("220000000.00"), 2, RoundingMode.DOWN)
                        .toPlainString(),
                nation.path("[0].usedPercentage"));
        PaymentApi.as(Tokens.insurer("a", List.of("*"), "auditor"))
                .get("/v1/frames")
                .then()
                .body("national", hasItem(true));
        PaymentApi.as(Tokens.of("a", "auditor"))
                .queryParam("year", 2023)
                .get("/v1/frames")
                .then()
                .statusCode(200)
                .body("[0].insurers", empty())
                .body("[0].total.total", is("0.00"));
        PaymentApi.as(Tokens.practice("p", List.of("01843001"), "12345678", "practice"))
                .get("/v1/frames")
                .then()
                .statusCode(403);
    }

    @Test
    void a_frame_is_entered_by_migration_only() throws Exception {
        Sql.refused(Sql.NOT_GRANTED, Sql.APP, "insert into macro_frame values (2024, 1, 'mine')");
        Sql.refused(Sql.ONLY_GROWS, Sql.OWNER, "update macro_frame set cents = 1");
    }

    private ValidatableResponse insurers(Map<String, String> query) {
        return api.buyer().queryParams(query).get("/v1/frames").then().statusCode(200);
    }

    private void deliver(String peildatum, int north, int south) {
        api.deliver(peildatum, Registrations.of(Map.of("01843001", north, "01843002", south)))
                .body("status", is("ACCEPTED"));
    }

    /** A contract in a region, of which the RHO gets a tenth. */
    private void accepted(String agb, String region, TestClock clock) {
        var contract = new Contract(Ids.at(clock.instant()), UZOVI, agb);
        contracts.tell(
                "nl.mtvp.contract-accepted.v1",
                contract,
                Map.of(
                        "offerId",
                        UUID.randomUUID().toString(),
                        "kvk",
                        "12345678",
                        "rho",
                        "frame-rho",
                        "region",
                        region,
                        "startsOn",
                        "2023-04-01",
                        "acceptedAt",
                        clock.instant().toString()));
        contracts.share(contract, "2023-04-01", null, "10");
    }
}
