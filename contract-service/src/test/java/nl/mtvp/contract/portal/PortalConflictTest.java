package nl.mtvp.contract.portal;

import static nl.mtvp.contract.World.buyer;
import static nl.mtvp.contract.World.getAs;
import static nl.mtvp.contract.World.postAs;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.Together;
import nl.mtvp.kernel.testing.TokenResource;
import org.junit.jupiter.api.Test;

/** Portal messages that do not fit, contradict each other or come many at once (D24, D26, D29, D36). */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
@WithTestResource(value = PortalResource.class, scope = TestResourceScope.MATCHING_RESOURCES)
class PortalConflictTest extends AnsweredOfferTest {

    @Test
    void D29_a_signature_with_another_contract_in_the_way_is_put_aside_until_that_ended() throws Exception {
        expired();
        clock.moveTo("2023-07-08");
        silence.work();
        String newer = reoffered().extract().path("id");
        delivery.work();
        send(Listener.accepted(portal.firstAbout(newer), "2023-07-08T09:00:00Z"));
        send(Listener.accepted(offer, BEFORE_THE_EXPIRY));
        state("EXPIRED");
        var letter = assertDeadLetter("contract-in-the-way");
        postAs(buyer("3332"), MESSAGES + "/" + letter + "/replays", Map.of("reason", "try"))
                .statusCode(409)
                .body("type", is("urn:mtvp:problem:contract-in-the-way"));
        getAs(buyer("3332"), MESSAGES + "/" + letter).body("state", is("DEAD_LETTER"));
        assertEquals(1, contracts());
    }

    @Test
    void D24_a_signature_whose_ground_was_taken_away_is_applied_when_a_person_replays_it_later() throws Exception {
        world.learn(
                "nl.mtvp.admission-withdrawn.v1",
                Map.of("agb", agb, "region", practice.region(), "roundId", practice.roundId(), "reason", "mistake"));
        send(Listener.accepted(offer, "2023-05-20T09:00:00Z"));
        state("PROPOSED");
        var letter = assertDeadLetter("offer-not-possible");
        world.admission(agb, practice.region(), "2023-Q2");
        postAs(buyer("3332"), MESSAGES + "/" + letter + "/replays", Map.of("reason", "admitted again"))
                .statusCode(201)
                .body("state", is("APPLIED"));
        state("ACCEPTED");
    }

    @Test
    void D36_what_does_not_fit_the_offer_is_kept_with_the_reason() throws Exception {
        var wrongDigest = Listener.accepted(offer, "2023-05-20T09:00:00Z");
        wrongDigest.put("offerDigest", "00".repeat(32));
        send(wrongDigest);
        assertDeadLetter("another-document");
        var neverSent = Listener.accepted(offer, "2023-05-20T09:00:00Z");
        neverSent.put("offerVersion", 7);
        send(neverSent);
        assertDeadLetter("version-never-sent");
        var otherEnterprise = Listener.accepted(offer, "2023-05-20T09:00:00Z");
        otherEnterprise.put("signatory", Map.of("subject", "x", "name", "X", "kvk", "12345678"));
        send(otherEnterprise);
        assertDeadLetter("signatory-of-another-enterprise");
        send(Listener.accepted(offer, "2023-05-20T10:05:01Z"));
        assertDeadLetter("in-the-future");
        send(Listener.closed("WITHDRAWAL_CONFIRMED", offer, "2023-05-20T09:00:00Z"));
        assertDeadLetter("withdrawal-not-asked-for");
        send(Listener.closed("EXPIRY_CONFIRMED", offer, "2023-05-20T09:00:00Z"));
        assertDeadLetter("expired-before-the-expiry");
        var unknown = new HashMap<>(Listener.closed("EXPIRY_CONFIRMED", offer, "2023-05-20T09:00:00Z"));
        unknown.put("offerId", UUID.randomUUID().toString());
        send(unknown);
        state("PROPOSED");
        assertEquals(0, contracts());
    }

    @Test
    void D36_the_same_message_many_times_at_once_is_applied_once() {
        var message = Listener.accepted(offer, "2023-05-20T09:00:00Z");
        var receipts = Together.of(20, number -> post(message));
        assertEquals(1, new HashSet<>(receipts).size(), receipts.toString());
        assertEquals(1, contracts());
        String contract =
                getAs(buyer("3332"), "/v1/contracts?agb=" + agb).extract().path("[0].id");
        assertEquals(1, world.told("nl.mtvp.contract-accepted.v1", contract).size());
    }

    @Test
    void D26_twenty_acceptances_of_one_offer_at_once_in_the_portal_make_one_contract() {
        var receipts =
                Together.of(20, number -> post(Listener.accepted(offer, "2023-05-20T09:00:%02dZ".formatted(number))));
        assertTrue(receipts.stream().allMatch(receipt -> receipt.startsWith("200")), receipts.toString());
        state("ACCEPTED");
        assertEquals(1, contracts());
        String contract =
                getAs(buyer("3332"), "/v1/contracts?agb=" + agb).extract().path("[0].id");
        assertEquals(1, world.told("nl.mtvp.contract-accepted.v1", contract).size());
        getAs(buyer("3332"), MESSAGES + "?direction=INCOMING&state=APPLIED&offerId=" + id)
                .body("", hasSize(1));
    }

    @Test
    void D25_answers_that_contradict_each_other_at_once_end_the_offer_one_way() {
        var messages = List.of(
                Listener.accepted(offer, "2023-05-20T09:00:00Z"),
                Listener.accepted(offer, "2023-05-20T09:00:01Z"),
                Listener.refused(offer, "2023-05-20T09:00:02Z"),
                Listener.refused(offer, "2023-05-20T09:00:03Z"));
        Together.of(messages.size(), number -> post(messages.get(number)));
        getAs(buyer("3332"), MESSAGES + "?direction=INCOMING&state=APPLIED&offerId=" + id)
                .body("", hasSize(1));
        getAs(buyer("3332"), MESSAGES + "?direction=INCOMING&state=DEAD_LETTER&offerId=" + id)
                .body("", hasSize(3));
        assertTrue(contracts() <= 1);
    }
}
