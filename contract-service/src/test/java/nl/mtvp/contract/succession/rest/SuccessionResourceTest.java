package nl.mtvp.contract.succession.rest;

import static nl.mtvp.contract.World.OFFERS;
import static nl.mtvp.contract.World.PROBLEM;
import static nl.mtvp.contract.World.approver;
import static nl.mtvp.contract.World.buyer;
import static nl.mtvp.contract.World.getAs;
import static nl.mtvp.contract.World.postAs;
import static nl.mtvp.contract.World.signatory;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.Together;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.kernel.testing.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class SuccessionResourceTest extends SuccessionTest {

    @Test
    void D35_the_new_agb_holds_the_contract_from_its_day_on_and_the_old_one_until_then() {
        var succession = proposed(signatory(agb), newAgb, "2023-10-01");
        getAs(buyer("3332"), path).body("holder", is(agb));
        getAs(signatory(newAgb), path).statusCode(404);
        String id = postAs(approver("3332"), succession + "/confirmations")
                .statusCode(201)
                .body("state", is("CONFIRMED"))
                .extract()
                .path("id");
        assertEquals(
                List.of(Map.of(
                        "contractId",
                        contract,
                        "uzovi",
                        "3332",
                        "successionId",
                        id,
                        "oldAgb",
                        agb,
                        "newAgb",
                        newAgb,
                        "from",
                        "2023-10-01")),
                world.told(SUCCEEDED, contract));
        getAs(signatory(newAgb), path).statusCode(200).body("agb", is(agb)).body("holder", is(agb));
        announce(newAgb).statusCode(403);
        clock.moveTo("2023-10-01");
        getAs(signatory(agb), path).statusCode(200).body("agb", is(agb)).body("holder", is(newAgb));
        getAs(signatory(agb), path + "/successions").body("newAgb", contains(newAgb));
        announce(agb).statusCode(403);
        announce(newAgb).statusCode(201);
        getAs(buyer("3332"), "/v1/contracts?agb=" + newAgb).body("id", contains(contract));
        getAs(buyer("3332"), "/v1/contracts?agb=" + agb).body("id", contains(contract));
    }

    @Test
    void D35_a_chain_of_successions_is_readable() {
        confirmed(newAgb, "2023-10-01");
        clock.moveTo("2023-11-01");
        var third = sibling(agb);
        var second = proposed(signatory(newAgb), third, "2024-01-01");
        postAs(approver("3332"), second + "/confirmations").statusCode(201);
        clock.moveTo("2024-01-01");
        getAs(signatory(third), path).body("holder", is(third));
        getAs(signatory(third), path + "/successions")
                .body("oldAgb", contains(agb, newAgb))
                .body("newAgb", contains(newAgb, third))
                .body("succeedsFrom", contains("2023-10-01", "2024-01-01"));
    }

    @Test
    void D35_an_impossible_day_or_agb_is_refused_and_what_is_in_the_way_is_named() {
        propose(buyer("3332"), newAgb, "2023-10-02")
                .statusCode(400)
                .contentType(PROBLEM)
                .body("errors.code", contains("no-first-day-of-a-quarter"));
        propose(buyer("3332"), agb, "2023-04-01")
                .statusCode(400)
                .body("errors.code", containsInAnyOrder("not-after-the-start", "the-same"));
        postAs(buyer("3332"), path + "/successions", Map.of("newAgb", "1"))
                .statusCode(400)
                .body("errors.location", containsInAnyOrder("/newAgb", "/succeedsFrom", "/grounds"));
        propose(buyer("3332"), world.newAgb(), "2023-10-01")
                .statusCode(409)
                .body("errors.code", contains("practice-unknown"));
        var strange = world.newAgb();
        world.register("3332", strange);
        propose(buyer("3332"), strange, "2023-10-01").statusCode(409).body("errors.code", contains("other-enterprise"));
        postAs(
                        buyer("3332"),
                        path + "/endings",
                        Map.of("kind", "END_DATE", "endedFrom", "2023-10-01", "grounds", "over"))
                .statusCode(201);
        propose(buyer("3332"), newAgb, "2023-10-01").statusCode(409).body("errors.code", contains("not-in-force"));
    }

    @Test
    void D35_either_side_proposes_and_another_person_of_the_insurer_confirms() {
        var own = proposed(approver("3332"), newAgb, "2023-10-01");
        postAs(approver("3332"), own + "/confirmations")
                .statusCode(403)
                .body("type", is("urn:mtvp:problem:own-succession"));
        postAs(signatory(agb), own + "/confirmations").statusCode(403);
        postAs(approver("3311"), own + "/confirmations").statusCode(404);
        var robot = Tokens.system("insurer-3332", Map.of("uzovi", Set.of("3332")), Roles.INSURER_APPROVER);
        postAs(robot, own + "/confirmations").statusCode(403);
        propose(signatory(world.newAgb()), newAgb, "2023-10-01").statusCode(404);
        getAs(buyer("3311"), own).statusCode(404);
        getAs(buyer("3332"), path + "/successions/" + UUID.randomUUID()).statusCode(404);
        var chief = Tokens.insurer("chief-3332", List.of("3332"), Roles.INSURER_APPROVER);
        postAs(chief, own + "/confirmations").statusCode(201);
        postAs(chief, own + "/confirmations").statusCode(409).body("type", is("urn:mtvp:problem:confirmed-already"));
    }

    @Test
    void D29_the_new_agb_has_no_other_contract_on_these_days() {
        var succession = proposed(buyer("3332"), newAgb, "2023-10-01");
        var region = world.newRegion();
        world.approvedRegioplan(region);
        world.admission(newAgb, region, "2023-Q3");
        var offer = world.offer("3332", newAgb, "2023-07-01");
        offer.put("expiresAt", "2024-06-30T22:00:00Z");
        String offerId =
                postAs(buyer("3332"), OFFERS, offer).statusCode(201).extract().path("id");
        world.accept(newAgb, offerId).statusCode(201);
        postAs(approver("3332"), succession + "/confirmations")
                .statusCode(409)
                .body("type", is("urn:mtvp:problem:contract-in-the-way"));
        getAs(buyer("3332"), succession).body("state", is("PROPOSED"));
        assertEquals(List.of(), world.told(SUCCEEDED, contract));
    }

    @Test
    void D29_the_days_before_and_after_a_succession_are_the_agbs_own() {
        confirmed(newAgb, "2023-10-01");
        var offer = world.offer("3332", newAgb, "2023-10-01");
        offer.put("expiresAt", "2024-06-30T22:00:00Z");
        var region = world.newRegion();
        world.approvedRegioplan(region);
        world.admission(newAgb, region, "2023-Q3");
        postAs(buyer("3332"), OFFERS, offer).statusCode(409).body("errors.code", contains("contract-exists"));
        offer.put("agb", agb);
        postAs(buyer("3332"), OFFERS, offer).statusCode(201);
    }

    @Test
    void D35_in_a_merger_one_agb_follows_one_and_the_others_end() {
        clock.moveTo("2023-05-20");
        var other = world.admitted("3332", "2023-Q2").agb();
        var ending = world.contracted("3332", other, "2023-04-01");
        var more = Stream.generate(() -> world.admitted("3332", "2023-Q2").agb())
                .limit(12)
                .map(agb -> world.contracted("3332", agb, "2023-04-01"))
                .toList();
        clock.moveTo("2023-08-10");
        var body = new HashMap<>(body(newAgb, "2023-10-01"));
        body.put("mergedContractIds", List.of(contract));
        postAs(buyer("3332"), path + "/successions", body).statusCode(400).body("errors.code", contains("the-same"));
        body.put("mergedContractIds", List.of(UUID.randomUUID()));
        postAs(buyer("3332"), path + "/successions", body)
                .statusCode(409)
                .body("errors.code", contains("contract-not-found"));
        // As many statements for many as for one: the confirmation's row in statements.csv holds it.
        body.put(
                "mergedContractIds",
                Stream.concat(Stream.of(ending), more.stream()).toList());
        String id = postAs(buyer("3332"), path + "/successions", body)
                .statusCode(201)
                .extract()
                .path("id");
        getAs(buyer("3332"), "/v1/contracts/" + ending + "/endings").body("", empty());
        postAs(approver("3332"), path + "/successions/" + id + "/confirmations").statusCode(201);

        getAs(buyer("3332"), "/v1/contracts/" + ending).body("endedFrom", is("2023-10-01"));
        String endingId = getAs(buyer("3332"), "/v1/contracts/" + ending + "/endings")
                .body("kind", contains("MERGED"))
                .extract()
                .path("[0].id");
        assertEquals(1, world.told("nl.mtvp.contract-ended.v1", ending).size());
        for (var merged : more) {
            getAs(buyer("3332"), "/v1/contracts/" + merged).body("endedFrom", is("2023-10-01"));
            assertEquals(1, world.told("nl.mtvp.contract-ended.v1", merged).size());
        }
        postAs(
                        buyer("3332"),
                        "/v1/contracts/" + ending + "/endings/" + endingId + "/withdrawals",
                        Map.of("reason", "no"))
                .statusCode(403);
        postAs(
                        buyer("3332"),
                        "/v1/contracts/" + ending + "/endings",
                        Map.of("kind", "MERGED", "endedFrom", "2023-12-01", "grounds", "g"))
                .statusCode(400)
                .body("errors.code", contains("by-a-succession-only"));
    }

    @Test
    void D35_one_agb_is_followed_by_one_whatever_the_insurer() {
        confirmed(newAgb, "2023-10-01");
        clock.moveTo("2023-05-20");
        world.register("3311", agb);
        path = "/v1/contracts/" + world.contracted("3311", agb, "2023-04-01");
        clock.moveTo("2023-08-10");
        var split = propose(buyer("3311"), sibling(agb), "2023-10-01").statusCode(201);
        postAs(approver("3311"), path + "/successions/" + split.extract().path("id") + "/confirmations")
                .statusCode(409)
                .body("errors.code", contains("one-follows-one"));
        var same = propose(buyer("3311"), newAgb, "2024-01-01").statusCode(201);
        postAs(approver("3311"), path + "/successions/" + same.extract().path("id") + "/confirmations")
                .statusCode(201);
    }

    @Test
    void D35_confirmations_at_the_same_moment_let_it_go_over_once() {
        var succession = proposed(buyer("3332"), newAgb, "2023-10-01");
        var statuses = Together.of(6, number -> postAs(approver("3332"), succession + "/confirmations")
                .extract()
                .statusCode());
        assertEquals(1, statuses.stream().filter(status -> status == 201).count(), statuses.toString());
        assertEquals(5, statuses.stream().filter(status -> status == 409).count(), statuses.toString());
        assertEquals(1, world.told(SUCCEEDED, contract).size());
    }
}
