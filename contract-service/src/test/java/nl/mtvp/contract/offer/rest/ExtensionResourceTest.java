package nl.mtvp.contract.offer.rest;

import static nl.mtvp.contract.World.OFFERS;
import static nl.mtvp.contract.World.as;
import static nl.mtvp.contract.World.buyer;
import static nl.mtvp.contract.World.getAs;
import static nl.mtvp.contract.World.postAs;
import static nl.mtvp.contract.World.signatory;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.mtvp.contract.World;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.db.Transactions;
import nl.mtvp.kernel.db.Violations;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TestClock;
import nl.mtvp.kernel.testing.TokenResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class ExtensionResourceTest {

    private static final String EXPIRY = "2023-06-30T22:00:00Z";
    private static final String LATER = "2023-09-30T22:00:00Z";

    @Inject
    Sql sql;

    @Inject
    World world;

    @Inject
    Transactions transactions;

    private TestClock clock;
    private String agb;
    private String offer;

    @BeforeEach
    void an_offer_until_the_end_of_june() {
        clock = TestClock.at("2023-05-20");
        agb = world.admitted("3332", "2023-Q2").agb();
        offer = world.offered("3332", agb, "2023-04-01");
    }

    @Test
    void D25_an_extended_offer_is_accepted_after_its_first_expiry_in_its_new_version() {
        getAs(buyer("3332"), OFFERS + "/" + offer).header("ETag", "\"1\"");
        extend(buyer("3332"), "\"1\"", LATER)
                .statusCode(201)
                .header("ETag", "\"2\"")
                .body("expiresAt", is(LATER))
                .body("version", is(2));
        var told = world.told("nl.mtvp.offer-extended.v1", offer);
        assertEquals(1, told.size());
        assertEquals(LATER, told.get(0).get("expiresAt"));

        clock.moveTo("2023-07-10");
        String contract = world.accept(agb, offer).statusCode(201).extract().path("id");
        getAs(signatory(agb), "/v1/contracts/" + contract + "/certificate")
                .body("document.offer.version", is(2))
                .body("document.offer.expiresAt", is(LATER));
    }

    @Test
    void D25_an_offer_is_never_shortened() {
        for (var earlier : List.of(EXPIRY, "2023-06-30T21:59:59Z")) {
            extend(buyer("3332"), "\"1\"", earlier).statusCode(400).body("errors.code", contains("not-later"));
        }
        postAs(buyer("3332"), OFFERS + "/" + offer + "/extensions", Map.of())
                .statusCode(400)
                .body("errors.location", contains("/expiresAt"));
        getAs(buyer("3332"), OFFERS + "/" + offer).body("expiresAt", is(EXPIRY)).body("version", is(1));
    }

    @Test
    void D25_the_database_shortens_no_offer_and_erases_no_extension() {
        extend(buyer("3332"), "\"1\"", LATER).statusCode(201);
        assertThrows(
                RuntimeException.class,
                () -> transactions.perform(() -> sql.update(
                                "update offer set expires_at = expires_at - interval '1 day' where id = cast(:id as uuid)")
                        .bind("id", offer)
                        .execute()));
        assertThrows(
                RuntimeException.class, () -> transactions.perform(() -> sql.execute("delete from offer_extension")));
        var refused = assertThrows(
                RuntimeException.class,
                () -> transactions.perform(() -> sql.update(
                                """
                                insert into offer_extension
                                select offer_id, 3, expires_at, expires_at, 'x', 'x', extended_at from offer_extension
                                where offer_id = cast(:id as uuid)
                                """)
                        .bind("id", offer)
                        .execute()));
        assertEquals("an_extension_is_later", Violations.constraint(refused).orElseThrow());
    }

    @Test
    void D25_a_lapsed_or_closed_offer_is_not_extended() {
        clock.moveTo("2023-07-01");
        extend(buyer("3332"), "\"1\"", LATER).statusCode(409).body("type", is("urn:mtvp:problem:offer-not-open"));
        clock.moveTo("2023-05-21");
        postAs(signatory(agb), OFFERS + "/" + offer + "/refusals", Map.of("reason", "no"))
                .statusCode(201);
        extend(buyer("3332"), "\"1\"", LATER).statusCode(409);
        assertEquals(List.of(), world.told("nl.mtvp.offer-extended.v1", offer));
    }

    @Test
    void D25_an_extension_names_the_version_that_its_insurer_has_seen() {
        as(buyer("3332"))
                .contentType("application/json")
                .body(Map.of("expiresAt", LATER))
                .post(OFFERS + "/" + offer + "/extensions")
                .then()
                .statusCode(428);
        extend(buyer("3332"), "\"1\"", LATER).statusCode(201);
        extend(buyer("3332"), "\"1\"", "2023-12-31T23:00:00Z").statusCode(412);
        extend(buyer("3311"), "\"2\"", "2023-12-31T23:00:00Z").statusCode(404);
        extend(signatory(agb), "\"2\"", "2023-12-31T23:00:00Z").statusCode(403);
        var key = UUID.randomUUID().toString();
        for (int time = 1; time <= 2; time++) {
            as(buyer("3332"), key)
                    .contentType("application/json")
                    .header("If-Match", "\"2\"")
                    .body(Map.of("expiresAt", "2023-10-31T23:00:00Z"))
                    .post(OFFERS + "/" + offer + "/extensions")
                    .then()
                    .statusCode(201)
                    .header("ETag", "\"3\"");
        }
    }

    @Test
    void an_offers_tag_changes_with_its_state_and_who_has_it_is_told_so() {
        for (var had : List.of("\"1\"", "W/\"1\"", "\"7\", \"1\"", "*")) {
            as(buyer("3332"))
                    .header("If-None-Match", had)
                    .get(OFFERS + "/" + offer)
                    .then()
                    .statusCode(304)
                    .header("ETag", "\"1\"");
        }
        as(buyer("3332"))
                .header("If-None-Match", "\"7\"")
                .get(OFFERS + "/" + offer)
                .then()
                .statusCode(200);
        as(buyer("3332"))
                .header("If-Match", "\"7\", W/\"1\"")
                .get(OFFERS + "/" + offer)
                .then()
                .statusCode(412)
                .body("type", is("urn:mtvp:problem:version-is-stale"));
        as(buyer("3332"))
                .header("If-Match", "\"7\", \"1\"")
                .get(OFFERS + "/" + offer)
                .then()
                .statusCode(200);
        world.accept(agb, offer).statusCode(201);
        as(buyer("3332"))
                .header("If-None-Match", "\"1\"")
                .get(OFFERS + "/" + offer)
                .then()
                .statusCode(200)
                .header("ETag", "\"1-ACCEPTED\"")
                .body("state", is("ACCEPTED"));
        as(buyer("3332"))
                .header("If-Match", "\"1\"")
                .get(OFFERS + "/" + offer)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse extend(String token, String ifMatch, String expiresAt) {
        return as(token)
                .contentType("application/json")
                .header("If-Match", ifMatch)
                .body(Map.of("expiresAt", expiresAt))
                .post(OFFERS + "/" + offer + "/extensions")
                .then();
    }
}
