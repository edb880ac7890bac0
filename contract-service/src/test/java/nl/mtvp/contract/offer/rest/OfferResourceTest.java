package nl.mtvp.contract.offer.rest;

import static nl.mtvp.contract.World.OFFERS;
import static nl.mtvp.contract.World.PROBLEM;
import static nl.mtvp.contract.World.as;
import static nl.mtvp.contract.World.buyer;
import static nl.mtvp.contract.World.getAs;
import static nl.mtvp.contract.World.postAs;
import static nl.mtvp.contract.World.signatory;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import nl.mtvp.contract.World;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TestClock;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.kernel.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class OfferResourceTest {

    @Inject
    World world;

    @Inject
    ObjectMapper json;

    private TestClock clock;

    @BeforeEach
    void the_day_of_the_offer() {
        clock = TestClock.at("2023-05-20");
    }

    @Test
    void D24_an_offer_stands_on_the_approved_regioplan_of_the_practices_region_and_is_told() {
        var practice = world.admitted("3332", "2023-Q2");
        String id = postAs(buyer("3332"), OFFERS, world.offer("3332", practice.agb(), "2023-04-01"))
                .statusCode(201)
                .header("Location", notNullValue())
                .body("state", is("PROPOSED"))
                .body("kind", is("DIRECT"))
                .body("region", is(practice.region()))
                .body("regioplanVersionId", is(practice.versionId().toString()))
                .body("regioplanContentHash", is("ab".repeat(32)))
                .extract()
                .path("id");

        getAs(signatory(practice.agb()), OFFERS + "/" + id)
                .statusCode(200)
                .body("expiresAt", is("2023-06-30T22:00:00Z"));
        var told = world.told("nl.mtvp.offer-proposed.v1", id);
        assertEquals(1, told.size());
        assertEquals(practice.agb(), told.get(0).get("agb"));
    }

    @Test
    void D24_everything_that_is_missing_is_named() {
        postAs(buyer("3399"), OFFERS, world.offer("3399", world.newAgb(), "2023-07-01"))
                .statusCode(409)
                .contentType(PROBLEM)
                .body("type", is("urn:mtvp:problem:offer-not-possible"))
                .body(
                        "errors.code",
                        containsInAnyOrder(
                                "insurer-unknown", "practice-unknown", "not-admitted", "no-approved-regioplan"));
    }

    @Test
    void D24_an_admission_without_an_approved_regioplan_is_not_enough() {
        var agb = world.newAgb();
        world.register("3332", agb);
        world.admission(agb, world.newRegion(), "2023-Q2");
        postAs(buyer("3332"), OFFERS, world.offer("3332", agb, "2023-07-01"))
                .statusCode(409)
                .body("errors.code", contains("no-approved-regioplan"));
    }

    @Test
    void D28_a_start_before_the_admission_is_refused() {
        var practice = world.admitted("3332", "2023-Q3");
        postAs(buyer("3332"), OFFERS, world.offer("3332", practice.agb(), "2023-04-01"))
                .statusCode(409)
                .body("errors.code", contains("admitted-later"));
    }

    @Test
    void D28_a_start_that_is_no_first_day_and_an_agb_of_seven_digits_are_named() {
        var practice = world.admitted("3332", "2023-Q2");
        postAs(buyer("3332"), OFFERS, world.offer("3332", practice.agb(), "2023-04-02"))
                .statusCode(400)
                .contentType(PROBLEM)
                .body("errors.location", contains("/startsOn"))
                .body("errors.code", contains("no-first-day-of-a-quarter"));

        var bad = world.offer("3332", "0199990", "2023-07-01");
        bad.put("tariffSeries", "with spaces");
        bad.remove("expiresAt");
        postAs(buyer("3332"), OFFERS, bad)
                .statusCode(400)
                .body("errors.location", containsInAnyOrder("/agb", "/tariffSeries", "/expiresAt"));
    }

    @Test
    void D25_D28_what_is_wrong_with_an_offers_days_is_told_with_what_it_lacks() {
        var bad = world.offer("3332", world.newAgb(), "2023-04-02");
        bad.remove("tariffSeries");
        bad.remove("textVersion");
        bad.put("expiresAt", "2023-05-20T09:59:59Z");
        postAs(buyer("3332"), OFFERS, bad)
                .statusCode(400)
                .body(
                        "errors.location",
                        containsInAnyOrder("/tariffSeries", "/textVersion", "/startsOn", "/expiresAt"));
    }

    @Test
    void D25_an_offer_that_has_expired_already_is_refused() {
        var practice = world.admitted("3332", "2023-Q2");
        var late = world.offer("3332", practice.agb(), "2023-04-01");
        late.put("expiresAt", "2023-05-20T09:59:59Z");
        postAs(buyer("3332"), OFFERS, late).statusCode(400).body("errors.code", contains("already-expired"));
    }

    @Test
    void D29_a_pair_has_one_open_offer_until_it_lapses() {
        var practice = world.admitted("3332", "2023-Q2");
        var first = world.offered("3332", practice.agb(), "2023-04-01");
        postAs(buyer("3332"), OFFERS, world.offer("3332", practice.agb(), "2023-07-01"))
                .statusCode(409)
                .body("errors.code", contains("offer-open"));

        clock.moveTo("2023-07-01");
        getAs(buyer("3332"), OFFERS + "/" + first)
                .body("state", is("EXPIRED"))
                .body("closedAt", is("2023-06-30T22:00:00Z"));
        var again = world.offer("3332", practice.agb(), "2023-07-01");
        again.put("expiresAt", "2023-09-30T22:00:00Z");
        postAs(buyer("3332"), OFFERS, again).statusCode(201);
        getAs(buyer("3332"), OFFERS + "?state=EXPIRED&agb=" + practice.agb()).body("id", contains(first));
    }

    @Test
    void D29_a_pair_with_a_contract_gets_no_other_offer() {
        var practice = world.admitted("3332", "2023-Q2");
        world.contracted("3332", practice.agb(), "2023-04-01");
        postAs(buyer("3332"), OFFERS, world.offer("3332", practice.agb(), "2023-10-01"))
                .statusCode(409)
                .body("errors.code", contains("contract-exists"));
    }

    @Test
    void nobody_offers_for_another_insurer_and_no_practice_offers() {
        var practice = world.admitted("3332", "2023-Q2");
        var body = world.offer("3332", practice.agb(), "2023-04-01");
        postAs(buyer("3311"), OFFERS, body).statusCode(403).body("type", is("urn:mtvp:problem:not-yours"));
        postAs(signatory(practice.agb()), OFFERS, body).statusCode(403);
    }

    @Test
    void another_insurers_offer_is_not_found_and_not_listed() {
        var practice = world.admitted("3332", "2023-Q2");
        var id = world.offered("3332", practice.agb(), "2023-04-01");
        getAs(buyer("3311"), OFFERS + "/" + id).statusCode(404).body("type", is("urn:mtvp:problem:offer-not-found"));
        getAs(buyer("3311"), OFFERS + "?limit=1000").statusCode(200).body("id", not(hasItem(id)));
        getAs(signatory(world.newAgb()), OFFERS + "/" + id).statusCode(404);
        getAs(Tokens.insurer("auditor", List.of("*"), Roles.AUDITOR), OFFERS + "/" + id)
                .statusCode(200);
    }

    @Test
    void D25_an_insurer_withdraws_an_open_offer_once() {
        var practice = world.admitted("3332", "2023-Q2");
        var path = OFFERS + "/" + world.offered("3332", practice.agb(), "2023-04-01") + "/withdrawals";
        postAs(buyer("3332"), path, Map.of("reason", " ")).statusCode(400).body("errors.location", contains("/reason"));
        postAs(buyer("3311"), path, Map.of("reason", "x")).statusCode(404);
        postAs(signatory(practice.agb()), path, Map.of("reason", "x")).statusCode(403);
        postAs(buyer("3332"), path, Map.of("reason", "wrong start"))
                .statusCode(201)
                .body("state", is("WITHDRAWN"))
                .body("closedReason", is("wrong start"));
        postAs(buyer("3332"), path, Map.of("reason", "again"))
                .statusCode(409)
                .body("type", is("urn:mtvp:problem:offer-not-open"));
    }

    @Test
    void what_no_database_holds_is_refused_as_malformed() {
        var practice = world.admitted("3332", "2023-Q2");
        var body = world.offer("3332", practice.agb(), "+999999999-01-01");
        body.put("expiresAt", "+1000000-01-01T00:00:00Z");
        postAs(buyer("3332"), OFFERS, body)
                .statusCode(400)
                .body("errors.location", containsInAnyOrder("/startsOn", "/expiresAt"));
        var path = OFFERS + "/" + world.offered("3332", practice.agb(), "2023-04-01") + "/withdrawals";
        postAs(buyer("3332"), path, Map.of("reason", "a\0b"))
                .statusCode(400)
                .body("errors.location", contains("/reason"));
        as(buyer("3332"))
                .queryParam("region", "a\0b")
                .get("/v1/admissions")
                .then()
                .statusCode(400);
        getAs(buyer("3332"), "/v1/insurers?cursor=AA").statusCode(400).body("errors.location", contains("cursor"));
    }

    @Test
    void every_parameter_that_cannot_be_read_is_named_not_the_first_alone() {
        getAs(buyer("3332"), "/v1/contracts?uzovi=33&agb=0199990&state=ALIVE&cursor=AA")
                .statusCode(400)
                .contentType(PROBLEM)
                .body("errors.location", containsInAnyOrder("uzovi", "agb", "state"))
                .body("errors.in", contains("query", "query", "query"));
        getAs(buyer("3332"), "/v1/contracts/none/clawback-coverage?clawedBackFrom=2023-02-30")
                .statusCode(400)
                .body("errors.in", containsInAnyOrder("path", "query"))
                .body("errors.location", containsInAnyOrder("id", "clawedBackFrom"));
    }

    @Test
    void a_list_pages_without_losing_an_offer() {
        for (int number = 0; number < 3; number++) {
            world.offered("3388", world.admitted("3388", "2023-Q2").agb(), "2023-04-01");
        }
        var first = getAs(buyer("3388"), OFFERS + "?limit=2")
                .statusCode(200)
                .body("", hasSize(2))
                .extract();
        var next = first.header("Link").replaceAll("^<([^>]*)>.*$", "$1");
        getAs(buyer("3388"), next).statusCode(200).body("", hasSize(1));
        getAs(buyer("3388"), OFFERS + "?cursor=bm8").statusCode(400).body("errors.location", contains("cursor"));
    }
}
