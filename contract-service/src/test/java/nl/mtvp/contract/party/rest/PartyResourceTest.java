package nl.mtvp.contract.party.rest;

import static nl.mtvp.contract.World.PROBLEM;
import static nl.mtvp.contract.World.buyer;
import static nl.mtvp.contract.World.getAs;
import static nl.mtvp.contract.World.kvkOf;
import static nl.mtvp.contract.World.postAs;
import static nl.mtvp.contract.World.signatory;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

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
class PartyResourceTest {

    @Inject
    World world;

    @BeforeEach
    void some_day() {
        TestClock.at("2023-05-01");
    }

    @Test
    void D22_an_insurer_registers_itself_once() {
        var body = Map.of("uzovi", "0101", "name", "Voorbeeld Zorg");
        postAs(buyer("0101"), "/v1/insurers", body).statusCode(201).body("uzovi", is("0101"));
        postAs(buyer("0101"), "/v1/insurers", body)
                .statusCode(409)
                .contentType(PROBLEM)
                .body("type", is("urn:mtvp:problem:insurer-registered"));
        getAs(signatory(world.newAgb()), "/v1/insurers/0101").statusCode(200).body("name", is("Voorbeeld Zorg"));
        getAs(buyer("3311"), "/v1/insurers?limit=1000").statusCode(200).body("uzovi", hasItem("0101"));
    }

    @Test
    void an_insurer_is_registered_by_itself_only_and_in_its_form() {
        var body = Map.of("uzovi", "0102", "name", "Ander");
        postAs(buyer("3311"), "/v1/insurers", body).statusCode(403).body("type", is("urn:mtvp:problem:not-yours"));
        postAs(signatory(world.newAgb()), "/v1/insurers", body).statusCode(403);
        postAs(buyer("0102"), "/v1/insurers", Map.of("uzovi", "102", "name", ""))
                .statusCode(400)
                .body("errors.location", containsInAnyOrder("/uzovi", "/name"));
        getAs(buyer("0102"), "/v1/insurers/0102").statusCode(404);
        getAs(buyer("0102"), "/v1/insurers/102").statusCode(400);
    }

    @Test
    void D22_practices_are_registered_in_one_go_with_a_result_for_each() {
        var first = practice(world.newAgb(), "Praktijk Een");
        var second = practice(world.newAgb(), "Praktijk Twee");
        postAs(buyer("3311"), "/v1/practices", List.of(first, second, first))
                .statusCode(200)
                .body("outcome", contains("REGISTERED", "REGISTERED", "UNCHANGED"));
        var elsewhere = Map.of(
                "agb",
                second.get("agb"),
                "name",
                "Praktijk Twee",
                "enterprise",
                Map.of("kvk", kvkOf(world.newAgb()), "name", "Andere maatschap"));
        postAs(buyer("7095"), "/v1/practices", List.of(first, elsewhere))
                .statusCode(200)
                .body("outcome", contains("UNCHANGED", "REFUSED"))
                .body("[1].errors.code", contains("registered-differently"));
        getAs(buyer("3332"), "/v1/practices/" + second.get("agb"))
                .statusCode(200)
                .body("enterprise.kvk", is(kvkOf((String) second.get("agb"))));
        getAs(buyer("3332"), "/v1/practices?kvk=" + kvkOf((String) first.get("agb")))
                .body("agb", contains(first.get("agb")));
    }

    @Test
    void every_malformed_practice_of_a_list_is_named_and_none_is_registered() {
        var good = practice(world.newAgb(), "Goed");
        var bad = Map.of("agb", "0199990", "name", " ", "enterprise", Map.of("kvk", "1234567", "name", "x"));
        postAs(buyer("3311"), "/v1/practices", List.of(good, bad))
                .statusCode(400)
                .body("errors.location", containsInAnyOrder("/1/agb", "/1/name", "/1/enterprise/kvk"));
        getAs(buyer("3311"), "/v1/practices/" + good.get("agb")).statusCode(404);
        postAs(buyer("3311"), "/v1/practices", List.of()).statusCode(400);
    }

    @Test
    void practices_are_registered_by_insurers_only() {
        var agb = world.newAgb();
        postAs(signatory(agb), "/v1/practices", List.of(practice(agb, "Zelf"))).statusCode(403);
        getAs(Tokens.of("notary", Roles.NOTARY), "/v1/practices").statusCode(403);
    }

    private static Map<String, Object> practice(String agb, String name) {
        return Map.of("agb", agb, "name", name, "enterprise", Map.of("kvk", kvkOf(agb), "name", "Maatschap " + agb));
    }
}
