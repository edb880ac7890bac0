package nl.mtvp.contract.offer.rest;

import static nl.mtvp.contract.World.ALL_AFFIRMED;
import static nl.mtvp.contract.World.OFFERS;
import static nl.mtvp.contract.World.PROBLEM;
import static nl.mtvp.contract.World.as;
import static nl.mtvp.contract.World.buyer;
import static nl.mtvp.contract.World.getAs;
import static nl.mtvp.contract.World.kvkOf;
import static nl.mtvp.contract.World.postAs;
import static nl.mtvp.contract.World.service;
import static nl.mtvp.contract.World.signatory;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.mtvp.contract.World;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TestClock;
import nl.mtvp.kernel.testing.Together;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.kernel.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class AnswerResourceTest {

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
    void D28_an_acceptance_after_the_start_makes_a_contract_from_the_start_on() {
        var practice = world.admitted("3332", "2023-Q2");
        var offer = world.offered("3332", practice.agb(), "2023-04-01");
        clock.moveTo("2023-06-12");

        String id = world.accept(practice.agb(), offer)
                .statusCode(201)
                .header("Location", endsWith("/contracts/" + contractOf(practice.agb())))
                .body("state", is("ACTIVE"))
                .body("startsOn", is("2023-04-01"))
                .body("acceptedAt", is("2023-06-12T10:00:00Z"))
                .body("kvk", is(kvkOf(practice.agb())))
                .body("regioplanVersionId", is(practice.versionId().toString()))
                .extract()
                .path("id");

        getAs(buyer("3332"), OFFERS + "/" + offer).body("state", is("ACCEPTED"));
        for (var reader : List.of(buyer("3332"), signatory(practice.agb()), service())) {
            getAs(reader, "/v1/contracts/" + id).statusCode(200).body("offerId", is(offer));
        }
        getAs(buyer("3332"), "/v1/contracts?state=ACTIVE&uzovi=3332&agb=" + practice.agb())
                .body("id", contains(id));
    }

    @Test
    void D26_every_condition_that_is_not_affirmed_is_named_and_nothing_happens() {
        var practice = world.admitted("3332", "2023-Q2");
        var offer = world.offered("3332", practice.agb(), "2023-04-01");
        var path = OFFERS + "/" + offer + "/acceptances";
        var signatory = signatory(practice.agb());

        postAs(signatory, path, Map.of("affirmations", Map.of("learningEnvironment", true, "regionalApproach", false)))
                .statusCode(400)
                .contentType(PROBLEM)
                .body("type", is("urn:mtvp:problem:minimum-hurdle-not-taken"))
                .body("errors.location", contains("/affirmations/regionalApproach", "/affirmations/growthModel"));
        postAs(signatory, path, Map.of()).statusCode(400).body("errors.size()", is(3));
        postAs(signatory, path, Map.of("affirmations", Map.of("growthModel", "yes", "groth", true)))
                .statusCode(400)
                .body("errors.location", contains("/affirmations/growthModel", "/affirmations/groth"));

        getAs(signatory, OFFERS + "/" + offer).body("state", is("PROPOSED"));
    }

    @Test
    void D26_only_a_signatory_of_the_practice_who_is_a_person_accepts() {
        var practice = world.admitted("3332", "2023-Q2");
        var agb = practice.agb();
        var path = OFFERS + "/" + world.offered("3332", agb, "2023-04-01") + "/acceptances";

        postAs(Tokens.practice("assistant", List.of(agb), kvkOf(agb), Roles.PRACTICE), path, ALL_AFFIRMED)
                .statusCode(403);
        postAs(Tokens.system("robot", Map.of("agb", List.of(agb)), Roles.SIGNATORY), path, ALL_AFFIRMED)
                .statusCode(403)
                .body("type", is("urn:mtvp:problem:person-needed"));
        postAs(signatory(world.newAgb()), path, ALL_AFFIRMED).statusCode(404);
        postAs(buyer("3332"), path, ALL_AFFIRMED).statusCode(403);
        var both = Tokens.sign(
                Tokens.person("both", Roles.INSURER, Roles.SIGNATORY).claim("uzovi", List.of("3332")));
        postAs(both, path, ALL_AFFIRMED).statusCode(403).body("type", is("urn:mtvp:problem:not-yours"));
    }

    @Test
    void D25_an_acceptance_at_the_expiry_is_refused_and_one_just_before_is_not() {
        var practice = world.admitted("3332", "2023-Q2");
        var body = world.offer("3332", practice.agb(), "2023-04-01");
        body.put("expiresAt", "2023-06-12T10:00:00Z");
        String late =
                postAs(buyer("3332"), OFFERS, body).statusCode(201).extract().path("id");
        clock.moveTo("2023-06-12");
        world.accept(practice.agb(), late).statusCode(409).body("type", is("urn:mtvp:problem:offer-not-open"));

        body.put("expiresAt", "2023-06-12T10:00:00.000001Z");
        String inTime =
                postAs(buyer("3332"), OFFERS, body).statusCode(201).extract().path("id");
        world.accept(practice.agb(), inTime).statusCode(201);
    }

    @Test
    void D26_a_signatory_refuses_with_a_reason_and_an_assistant_cannot() {
        var practice = world.admitted("3332", "2023-Q2");
        var agb = practice.agb();
        var path = OFFERS + "/" + world.offered("3332", agb, "2023-04-01") + "/refusals";
        postAs(signatory(agb), path, Map.of()).statusCode(400).body("errors.location", contains("/reason"));
        postAs(Tokens.practice("assistant", List.of(agb), kvkOf(agb), Roles.PRACTICE), path, Map.of("reason", "no"))
                .statusCode(403);
        postAs(signatory(world.newAgb()), path, Map.of("reason", "no")).statusCode(404);
        postAs(signatory(agb), path, Map.of("reason", "no capacity"))
                .statusCode(201)
                .body("state", is("REFUSED"))
                .body("closedReason", is("no capacity"));
        postAs(signatory(agb), path, Map.of("reason", "no capacity")).statusCode(409);
    }

    @Test
    void the_same_key_gives_the_same_contract_again() {
        var practice = world.admitted("3332", "2023-Q2");
        var path = OFFERS + "/" + world.offered("3332", practice.agb(), "2023-04-01") + "/acceptances";
        var ids = new HashSet<String>();
        for (int times = 0; times < 2; times++) {
            ids.add(as(signatory(practice.agb()), "same-" + practice.agb())
                    .contentType("application/json")
                    .body(ALL_AFFIRMED)
                    .post(path)
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id"));
        }
        assertEquals(Set.of(contractOf(practice.agb())), ids);
    }

    @Test
    void D29_of_twenty_acceptances_at_once_one_makes_the_contract_and_none_fails_otherwise() {
        var practice = world.admitted("3332", "2023-Q2");
        var offer = world.offered("3332", practice.agb(), "2023-04-01");
        var statuses = Together.of(
                20, number -> world.accept(practice.agb(), offer).extract().statusCode());
        assertEquals(1, statuses.stream().filter(status -> status == 201).count(), statuses.toString());
        assertEquals(19, statuses.stream().filter(status -> status == 409).count(), statuses.toString());
        assertOneEvent(practice.agb());
    }

    @Test
    void D27_of_twenty_acceptances_at_once_with_one_key_all_get_the_same_certificate() {
        var practice = world.admitted("3332", "2023-Q2");
        var path = OFFERS + "/" + world.offered("3332", practice.agb(), "2023-04-01") + "/acceptances";
        var signatory = signatory(practice.agb());
        var answers = Together.of(20, number -> {
            var contract = as(signatory, "one-" + practice.agb())
                    .contentType("application/json")
                    .body(ALL_AFFIRMED)
                    .post(path)
                    .then()
                    .statusCode(201)
                    .extract()
                    .<String>path("id");
            return getAs(signatory, "/v1/contracts/" + contract + "/certificate")
                    .statusCode(200)
                    .extract()
                    .<String>path("digest");
        });
        assertEquals(1, new HashSet<>(answers).size(), answers.toString());
        assertOneEvent(practice.agb());
    }

    private void assertOneEvent(String agb) {
        assertEquals(
                1, world.told("nl.mtvp.contract-accepted.v1", contractOf(agb)).size());
    }

    private String contractOf(String agb) {
        return getAs(signatory(agb), "/v1/contracts?agb=" + agb)
                .statusCode(200)
                .body("size()", is(1))
                .extract()
                .path("[0].id");
    }
}
