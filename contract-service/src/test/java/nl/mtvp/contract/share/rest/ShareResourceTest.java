package nl.mtvp.contract.share.rest;

import static nl.mtvp.contract.World.PROBLEM;
import static nl.mtvp.contract.World.buyer;
import static nl.mtvp.contract.World.getAs;
import static nl.mtvp.contract.World.postAs;
import static nl.mtvp.contract.World.signatory;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
class ShareResourceTest {

    private static final String AGREED = "nl.mtvp.rho-share-agreed.v1";
    private static final String ENDED = "nl.mtvp.rho-share-ended.v1";

    @Inject
    World world;

    private String agb;
    private String contract;
    private String path;

    @BeforeEach
    void a_contract() {
        TestClock.at("2023-05-20");
        agb = world.admitted("3332", "2023-Q2").agb();
        contract = world.contracted("3332", agb, "2023-04-01");
        path = "/v1/contracts/" + contract + "/rho-shares";
    }

    @Test
    void D49_a_share_is_agreed_with_consent_on_the_ground_of_the_regioplan_and_told() {
        postAs(signatory(agb), path, share("percentage", "12.5"))
                .statusCode(201)
                .body("rho", is("VB"))
                .body("percentage", is("12.5"))
                .body("amountPerIon", nullValue())
                .body("regioplanContentHash", is("ab".repeat(32)))
                .body("consentedBy", is("signatory-" + agb));
        var told = world.told(AGREED, contract).get(0);
        assertEquals("12.5", told.get("percentage"));
        assertNull(told.get("amountPerIon"));
        assertEquals("2023-07-01", told.get("shareFrom"));
        assertEquals("3332", told.get("uzovi"));
        assertEquals("VB", told.get("rho"));
        getAs(Tokens.rho("officer", "VB", Roles.RHO), path).statusCode(200).body("percentage", contains("12.5"));
        getAs(Tokens.rho("officer", "XX", Roles.RHO), path).statusCode(404);
        getAs(buyer("3311"), path).statusCode(404);
        getAs(buyer("3332"), path).statusCode(200);
    }

    @Test
    void D49_without_consent_or_with_two_kinds_nothing_is_shared() {
        var without = share("percentage", "12.5");
        without.remove("consents");
        without.put("amountPerIon", "0.36");
        postAs(signatory(agb), path, without)
                .statusCode(400)
                .contentType(PROBLEM)
                .body("errors.code", containsInAnyOrder("consent-needed", "one-of-two"));
        postAs(signatory(agb), path, share("percentage", "12.555"))
                .statusCode(400)
                .body("errors.location", contains("/percentage"));
        postAs(signatory(agb), path, share("amountPerIon", "0.00"))
                .statusCode(400)
                .body("errors.location", contains("/amountPerIon"));
        var early = share("percentage", "12.5");
        early.put("shareFrom", "2023-01-01");
        postAs(signatory(agb), path, early).statusCode(400).body("errors.code", contains("before-the-contract"));
        early.put("shareFrom", "2023-08-01");
        postAs(signatory(agb), path, early).statusCode(400).body("errors.code", contains("no-first-day-of-a-quarter"));
        postAs(signatory(agb), path, Map.of("consents", true, "percentage", "12.5"))
                .statusCode(400)
                .body("errors.location", containsInAnyOrder("/shareFrom", "/benefit"));
        assertEquals(List.of(), world.told(AGREED, contract));
    }

    @Test
    void D49_only_a_signatory_of_the_practice_consents_as_a_person() {
        var reader = Tokens.practice("reader", List.of(agb), World.kvkOf(agb), Roles.PRACTICE);
        postAs(reader, path, share("percentage", "12.5")).statusCode(403);
        postAs(buyer("3332"), path, share("percentage", "12.5")).statusCode(403);
        postAs(signatory(world.newAgb()), path, share("percentage", "12.5")).statusCode(404);
        var robot = Tokens.system("his", Map.of("agb", List.of(agb)), Roles.SIGNATORY);
        postAs(robot, path, share("percentage", "12.5"))
                .statusCode(403)
                .body("type", is("urn:mtvp:problem:person-needed"));
    }

    @Test
    void D49_a_contract_has_one_share_on_any_day_also_when_several_are_agreed_at_once() {
        var statuses = Together.of(4, at -> postAs(signatory(agb), path, share("amountPerIon", "0.36"))
                .extract()
                .statusCode());
        assertEquals(List.of(201, 409, 409, 409), statuses.stream().sorted().toList());
    }

    @Test
    void D49_a_share_ends_on_a_quarters_first_day_and_makes_room_for_another() {
        var id = postAs(signatory(agb), path, share("amountPerIon", "0.36"))
                .statusCode(201)
                .extract()
                .<String>path("id");
        postAs(signatory(agb), path, share("percentage", "10"))
                .statusCode(409)
                .body("type", is("urn:mtvp:problem:share-stands"));
        var end = path + "/" + id + "/endings";
        postAs(signatory(agb), end, Map.of())
                .statusCode(400)
                .body("errors.location", containsInAnyOrder("/shareUntil", "/reason"));
        postAs(signatory(agb), end, Map.of("shareUntil", "2023-11-01", "reason", "x"))
                .statusCode(400);
        var body = Map.of("shareUntil", "2024-01-01", "reason", "the RHO stopped");
        postAs(buyer("3332"), end, body).statusCode(403);
        postAs(signatory(agb), end, body).statusCode(201).body("shareUntil", is("2024-01-01"));
        postAs(signatory(agb), end, body).statusCode(409).body("type", is("urn:mtvp:problem:ends-already"));
        assertEquals("2024-01-01", world.told(ENDED, contract).get(0).get("shareUntil"));
        var later = share("percentage", "10");
        later.put("shareFrom", "2024-01-01");
        postAs(signatory(agb), path, later).statusCode(201);
        getAs(buyer("3332"), path).body("shareFrom", contains("2023-07-01", "2024-01-01"));
    }

    @Test
    void D49_a_share_does_not_end_when_its_contract_has() {
        var id = postAs(signatory(agb), path, share("amountPerIon", "0.36"))
                .statusCode(201)
                .extract()
                .<String>path("id");
        postAs(
                        signatory(agb),
                        path.replace("/rho-shares", "/endings"),
                        Map.of("kind", "NOTICE", "endedFrom", "2024-01-01", "grounds", "the GP retires"))
                .statusCode(201);
        var end = path + "/" + id + "/endings";
        postAs(signatory(agb), end, Map.of("shareUntil", "2024-01-01", "reason", "the RHO stopped"))
                .statusCode(400)
                .body("errors.location", contains("/shareUntil"))
                .body("errors.code", contains("after-the-end"));
        postAs(signatory(agb), end, Map.of("shareUntil", "2023-10-01", "reason", "the RHO stopped"))
                .statusCode(201);
    }

    private static Map<String, Object> share(String kind, String value) {
        var body = new HashMap<String, Object>(
                Map.of("shareFrom", "2023-07-01", "benefit", "a shared assistant", "consents", true));
        body.put(kind, value);
        return body;
    }
}
