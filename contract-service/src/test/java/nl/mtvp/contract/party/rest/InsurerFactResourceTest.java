package nl.mtvp.contract.party.rest;

import static nl.mtvp.contract.World.OFFERS;
import static nl.mtvp.contract.World.PROBLEM;
import static nl.mtvp.contract.World.as;
import static nl.mtvp.contract.World.buyer;
import static nl.mtvp.contract.World.getAs;
import static nl.mtvp.contract.World.postAs;
import static nl.mtvp.contract.World.signatory;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import nl.mtvp.contract.World;
import nl.mtvp.contract.party.db.InsurerRepository;
import nl.mtvp.kernel.db.Transactions;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.testing.OpenTransaction;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TestClock;
import nl.mtvp.kernel.testing.Together;
import nl.mtvp.kernel.testing.TokenResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class InsurerFactResourceTest {

    @Inject
    World world;

    @Inject
    InsurerRepository insurers;

    @Inject
    Transactions transactions;

    private String uzovi;
    private String agb;
    private String path;

    @BeforeEach
    void an_insurer_of_its_own_and_a_practice() {
        TestClock.at("2023-05-20");
        uzovi = world.newUzovi();
        agb = world.admitted(uzovi, "2023-Q2").agb();
        path = "/v1/insurers/" + uzovi;
    }

    @Test
    void D31_an_insurer_with_another_scheme_makes_no_offers_and_practices_read_why() {
        var id = scheme("ZORGZWAARTE", "2023-01-01")
                .statusCode(201)
                .body("validUntil", nullValue())
                .extract()
                .<String>path("id");
        postAs(buyer(uzovi), OFFERS, world.offer(uzovi, agb, "2023-04-01"))
                .statusCode(409)
                .contentType(PROBLEM)
                .body("errors.code", contains("other-scheme"));
        getAs(signatory(agb), path + "/schemes")
                .statusCode(200)
                .body("scheme", contains("ZORGZWAARTE"))
                .body("[0].explanation", containsString("no MTVP offers"));

        postAs(buyer(uzovi), path + "/schemes/" + id + "/endings", Map.of("validUntil", "2023-07-01"))
                .statusCode(201)
                .body("validUntil", is("2023-07-01"));
        postAs(buyer(uzovi), OFFERS, world.offer(uzovi, agb, "2023-07-01")).statusCode(201);
    }

    @Test
    void an_address_below_another_resource_tells_what_it_takes_too() {
        as(buyer(uzovi))
                .delete(path + "/labels")
                .then()
                .statusCode(405)
                .header("Allow", is("GET, HEAD, OPTIONS, POST"));
        as(buyer(uzovi))
                .put(path + "/labels/" + UUID.randomUUID() + "/endings")
                .then()
                .statusCode(405)
                .header("Allow", is("OPTIONS, POST"));
    }

    @Test
    void D31_an_insurer_has_one_scheme_on_any_day() {
        scheme("ZORGZWAARTE", "2023-01-01").statusCode(201);
        scheme("MTVP", "2024-01-01")
                .statusCode(409)
                .contentType(PROBLEM)
                .body("type", is("urn:mtvp:problem:scheme-stands"));
    }

    @Test
    void D31_a_scheme_with_malformed_fields_or_of_another_insurer_is_refused() {
        postAs(buyer(uzovi), path + "/schemes", Map.of("scheme", "ANDERS", "validUntil", "gisteren"))
                .statusCode(400)
                .body("errors.location", containsInAnyOrder("/scheme", "/validFrom", "/validUntil"));
        var empty = Map.of("scheme", "MTVP", "validFrom", "2023-01-01", "validUntil", "2023-01-01");
        postAs(buyer(uzovi), path + "/schemes", empty).statusCode(400).body("errors.location", contains("/validUntil"));
        for (var never : List.of(List.of("2023-04-02", "2023-07-01"), List.of("2022-01-01", "2023-04-01"))) {
            var body = Map.of("validFrom", never.get(0), "validUntil", never.get(1));
            var scheme = new java.util.HashMap<String, Object>(body);
            scheme.put("scheme", "MTVP");
            postAs(buyer(uzovi), path + "/schemes", scheme)
                    .statusCode(400)
                    .body("errors.location", contains("/validUntil"));
        }
        postAs(buyer("3332"), path + "/schemes", Map.of("scheme", "MTVP", "validFrom", "2023-01-01"))
                .statusCode(403);
        postAs(signatory(agb), path + "/schemes", Map.of("scheme", "MTVP", "validFrom", "2023-01-01"))
                .statusCode(403);
        getAs(buyer(uzovi), "/v1/insurers/" + world.newUzovi() + "/schemes").statusCode(404);
        postAs(buyer(uzovi), path + "/schemes/" + UUID.randomUUID() + "/endings", Map.of("validUntil", "2023-07-01"))
                .statusCode(404);
    }

    @Test
    void D22_no_offer_is_made_under_the_code_of_another_insurers_label() {
        var label = world.newUzovi();
        var other = world.admitted(label, "2023-Q2").agb();
        label(uzovi, label, "2023-01-01").statusCode(201).body("uzovi", is(uzovi));
        postAs(buyer(label), OFFERS, world.offer(label, other, "2023-04-01"))
                .statusCode(409)
                .body("errors.code", contains("label-of-another-insurer"))
                .body("detail", containsString(uzovi));
        getAs(signatory(agb), path + "/labels").body("label", hasItem(label));
        postAs(buyer(uzovi), OFFERS, world.offer(uzovi, agb, "2023-04-01")).statusCode(201);
    }

    @Test
    void D22_a_label_belongs_to_one_insurer_on_any_day_also_when_several_claim_it_at_once() {
        world.register("3332", world.newAgb());
        var code = world.newUzovi();
        var statuses = Together.of(4, at -> {
            var insurer = at % 2 == 0 ? uzovi : "3332";
            return label(insurer, code, "2023-01-01").extract().statusCode();
        });
        assertEquals(List.of(201, 409, 409, 409), statuses.stream().sorted().toList());
    }

    @Test
    void D22_a_label_moves_to_another_insurer_once_it_has_ended() {
        world.register("3332", world.newAgb());
        var code = world.newUzovi();
        var id = label(uzovi, code, "2023-01-01").extract().<String>path("id");
        label("3332", code, "2024-01-01").statusCode(409).body("type", is("urn:mtvp:problem:label-taken"));
        var end = path + "/labels/" + id + "/endings";
        postAs(buyer("3332"), end, Map.of("validUntil", "2024-01-01")).statusCode(403);
        postAs(buyer(uzovi), end, Map.of()).statusCode(400);
        postAs(buyer(uzovi), end, Map.of("validUntil", "2023-01-01")).statusCode(400);
        postAs(buyer(uzovi), end, Map.of("validUntil", "2024-01-01")).statusCode(201);
        postAs(buyer(uzovi), end, Map.of("validUntil", "2024-02-01"))
                .statusCode(409)
                .body("type", is("urn:mtvp:problem:ends-already"));
        label("3332", code, "2024-01-01").statusCode(201);
    }

    @Test
    void D22_an_insurer_that_names_the_label_of_another_takes_no_turn_at_it() throws Exception {
        var id = UUID.fromString(
                label(uzovi, world.newUzovi(), "2023-01-01").extract().<String>path("id"));
        try (var other = new OpenTransaction()) {
            assertTrue(
                    other.in(() -> insurers.lockedLabel(new Uzovi("3332"), id)).isEmpty());
            var own = CompletableFuture.supplyAsync(
                    () -> transactions.run(() -> insurers.lockedLabel(new Uzovi(uzovi), id)));
            assertTrue(own.get(60, TimeUnit.SECONDS).isPresent());
        }
    }

    @Test
    void D22_a_label_with_malformed_fields_is_refused() {
        postAs(buyer(uzovi), path + "/labels", Map.of("label", "12", "name", ""))
                .statusCode(400)
                .body("errors.location", containsInAnyOrder("/label", "/name", "/validFrom"));
        postAs(buyer("3311"), path + "/labels", Map.of("label", "1234", "name", "x", "validFrom", "2023-01-01"))
                .statusCode(403);
    }

    private ValidatableResponse scheme(String scheme, String validFrom) {
        return postAs(buyer(uzovi), path + "/schemes", Map.of("scheme", scheme, "validFrom", validFrom));
    }

    private static ValidatableResponse label(String insurer, String code, String validFrom) {
        return postAs(
                buyer(insurer),
                "/v1/insurers/" + insurer + "/labels",
                Map.of("label", code, "name", "Merk " + code, "validFrom", validFrom));
    }
}
