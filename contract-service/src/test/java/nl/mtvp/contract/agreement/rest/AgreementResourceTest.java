package nl.mtvp.contract.agreement.rest;

import static nl.mtvp.contract.World.ALL_AFFIRMED;
import static nl.mtvp.contract.World.OFFERS;
import static nl.mtvp.contract.World.PROBLEM;
import static nl.mtvp.contract.World.buyer;
import static nl.mtvp.contract.World.getAs;
import static nl.mtvp.contract.World.postAs;
import static nl.mtvp.contract.World.signatory;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TokenResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class AgreementResourceTest extends AgreementTest {

    @Test
    void D32_an_offer_that_overlaps_an_agreement_needs_an_arrangement() {
        var id = registered("2022-01-01", null);
        postAs(buyer("3332"), OFFERS, world.offer("3332", agb, "2023-04-01"))
                .statusCode(409)
                .contentType(PROBLEM)
                .body("errors.code", contains("agreement-unarranged"))
                .body("errors[0].location", containsString(id));
        arrange(id, Map.of("kind", "END")).statusCode(201).body("arrangement.kind", is("END"));
        var contract = world.contracted("3332", agb, "2023-04-01");
        assertEquals(List.of(), world.told(AGREED, contract));
        getAs(signatory(agb), "/v1/contracts/" + contract + "/certificate")
                .body("document.existingAgreements.kind", contains("END"))
                .body("document.existingAgreements[0].endedFrom", is("2023-04-01"));
    }

    @Test
    void D32_an_agreement_that_came_between_offer_and_signature_needs_an_arrangement_too() {
        var offer = world.offered("3332", agb, "2023-04-01");
        var id = registered("2022-01-01", "2024-01-01");
        world.accept(agb, offer).statusCode(409).body("type", is("urn:mtvp:problem:agreement-unarranged"));
        arrange(id, Map.of("kind", "NONE", "reason", "it pays for diabetes care"))
                .statusCode(201);
        world.accept(agb, offer).statusCode(201);
    }

    @Test
    void D32_an_offset_is_agreed_with_the_contract_frozen_in_its_evidence_and_told() {
        var id = registered("2022-01-01", "2024-01-01");
        arrange(id, Map.of("kind", "OFFSET")).statusCode(201);
        var contract = world.contracted("3332", agb, "2023-04-01");
        getAs(buyer("3332"), "/v1/contracts/" + contract + "/certificate")
                .body("document.existingAgreements[0].agreementId", is(id))
                .body("document.existingAgreements[0].amountPerQuarter", is("5000.00"))
                .body("document.existingAgreements[0].offsetFrom", is("2023-04-01"))
                .body("document.existingAgreements[0].offsetUntil", is("2024-01-01"));
        var told = world.told(AGREED, contract);
        assertEquals(1, told.size());
        assertEquals("5000.00", told.get(0).get("amountPerQuarter"));
        assertEquals("2023-04-01", told.get(0).get("offsetFrom"));
        assertEquals("2024-01-01", told.get(0).get("offsetUntil"));
        assertEquals("3332", told.get(0).get("uzovi"));
        assertEquals(agb, told.get(0).get("agb"));
        getAs(signatory(agb), "/v1/contracts/" + contract + "/offsets")
                .body("id", contains(told.get(0).get("offsetId")));
        getAs(buyer("3311"), "/v1/contracts/" + contract + "/offsets").statusCode(404);
    }

    @Test
    void D32_an_offset_ends_early_by_a_fact_of_its_own() {
        arrange(registered("2022-01-01", null), Map.of("kind", "OFFSET"));
        var contract = world.contracted("3332", agb, "2023-04-01");
        var offset = (String) world.told(AGREED, contract).get(0).get("offsetId");
        var end = "/v1/contracts/" + contract + "/offsets/" + offset + "/endings";
        postAs(buyer("3332"), end, Map.of())
                .statusCode(400)
                .body("errors.location", containsInAnyOrder("/offsetUntil", "/reason"));
        var body = Map.of("offsetUntil", "2024-01-01", "reason", "the pilot stopped");
        postAs(signatory(agb), end, body).statusCode(403);
        postAs(buyer("3311"), end, body).statusCode(404);
        postAs(buyer("3332"), end, body).statusCode(201).body("offsetUntil", is("2024-01-01"));
        postAs(buyer("3332"), end, body).statusCode(409).body("type", is("urn:mtvp:problem:ends-already"));
        assertEquals("2024-01-01", world.told(ENDED, contract).get(0).get("offsetUntil"));
    }

    @Test
    void D32_an_agreement_registered_after_the_contract_is_deducted_once_it_is_arranged() {
        var contract = world.contracted("3332", agb, "2023-04-01");
        var id = registered("2023-07-01", null);
        arrange(id, Map.of("kind", "OFFSET")).statusCode(201);
        arrange(id, Map.of("kind", "OFFSET")).statusCode(201);
        var told = world.told(AGREED, contract);
        assertEquals(
                List.of("2023-07-01"),
                told.stream().map(data -> data.get("offsetFrom")).toList());
    }

    @Test
    void D32_an_agreement_is_registered_by_its_insurer_in_its_form_and_once_for_a_day() {
        var faulty = Map.of("uzovi", "3332", "agb", "1", "name", "", "validFrom", "x", "amountPerQuarter", "1.234");
        postAs(buyer("3332"), PATH, faulty)
                .statusCode(400)
                .body("errors.location", containsInAnyOrder("/agb", "/name", "/validFrom", "/amountPerQuarter"));
        var nothing = body("2022-01-01", null);
        nothing.put("amountPerQuarter", "0.00");
        postAs(buyer("3332"), PATH, nothing).statusCode(400).body("errors.code", contains("not-positive"));
        postAs(buyer("3332"), PATH, body("2022-01-01", "2022-01-01")).statusCode(400);
        var everythingWrong = body("2022-01-01", "2021-12-31");
        everythingWrong.put("amountPerQuarter", "1000000.01");
        postAs(buyer("3332"), PATH, everythingWrong)
                .statusCode(400)
                .body("errors.location", contains("/validUntil", "/amountPerQuarter"));
        everythingWrong.put("validFrom", "2024-01-01");
        everythingWrong.put("validUntil", "2023-12-31");
        postAs(buyer("3332"), PATH, everythingWrong)
                .statusCode(400)
                .body("errors.code", containsInAnyOrder("no-day", "too-much"));
        postAs(buyer("3332"), PATH, body("1999-12-31", "2023-04-01"))
                .statusCode(400)
                .body("errors.location", containsInAnyOrder("/validFrom", "/validUntil"))
                .body("errors.detail", hasItem(containsString("what ended before the scheme began")));
        postAs(buyer("3311"), PATH, body("2022-01-01", null)).statusCode(403);
        postAs(signatory(agb), PATH, body("2022-01-01", null)).statusCode(403);
        var unknown = body("2022-01-01", null);
        unknown.put("agb", world.newAgb());
        postAs(buyer("3332"), PATH, unknown).statusCode(404);
        registered("2022-01-01", "2023-05-01");
        registered("2023-05-01", null);
        postAs(buyer("3332"), PATH, body("2022-12-31", "2023-05-01"))
                .statusCode(409)
                .body("type", is("urn:mtvp:problem:agreement-overlaps"));
    }

    @Test
    void D32_an_agreement_is_seen_by_its_parties_only() {
        var id = registered("2022-01-01", null);
        getAs(signatory(agb), PATH + "/" + id).statusCode(200).body("arrangement", nullValue());
        getAs(buyer("3332"), PATH + "?agb=" + agb).body("id", contains(id));
        getAs(buyer("3311"), PATH + "/" + id).statusCode(404);
        getAs(buyer("3311"), PATH + "?agb=" + agb).body("", empty());
        arrange(id, Map.of("kind", "NONE")).statusCode(400).body("errors.location", contains("/reason"));
        postAs(buyer("3311"), PATH + "/" + id + "/arrangements", Map.of("kind", "END"))
                .statusCode(404);
        postAs(signatory(agb), PATH + "/" + id + "/arrangements", Map.of("kind", "END"))
                .statusCode(403);
        postAs(buyer("3332"), PATH + "/" + UUID.randomUUID() + "/arrangements", Map.of("kind", "END"))
                .statusCode(404);
    }

    @Test
    void D32_an_agreement_that_holds_on_no_peildatum_is_not_deducted() {
        var id = registered("2023-04-02", "2023-07-01");
        arrange(id, Map.of("kind", "OFFSET"))
                .statusCode(400)
                .body("errors.location", contains("/kind"))
                .body("errors.code", contains("no-peildatum"));
        arrange(id, Map.of("kind", "END")).statusCode(201);
        arrange(registered("2023-07-01", "2023-07-02"), Map.of("kind", "OFFSET"))
                .statusCode(201);
    }

    @Test
    void D32_an_offset_ends_after_it_began_and_the_place_of_that_is_named() {
        arrange(registered("2022-01-01", null), Map.of("kind", "OFFSET"));
        var contract = world.contracted("3332", agb, "2023-04-01");
        var offset = (String) world.told(AGREED, contract).get(0).get("offsetId");
        postAs(
                        buyer("3332"),
                        "/v1/contracts/" + contract + "/offsets/" + offset + "/endings",
                        Map.of("offsetUntil", "2023-04-01", "reason", "x"))
                .statusCode(400)
                .body("errors.location", contains("/offsetUntil"));
    }

    @Test
    void D30_the_practices_choice_about_followers_is_part_of_the_evidence() {
        var body = new HashMap<String, Object>(ALL_AFFIRMED);
        body.put("othersMayFollow", true);
        var offer = world.offered("3332", agb, "2023-04-01");
        var contract = postAs(signatory(agb), OFFERS + "/" + offer + "/acceptances", body)
                .statusCode(201)
                .extract()
                .<String>path("id");
        getAs(buyer("3332"), "/v1/contracts/" + contract + "/certificate").body("document.othersMayFollow", is(true));
    }
}
