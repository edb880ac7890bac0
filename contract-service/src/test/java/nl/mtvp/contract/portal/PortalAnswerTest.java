package nl.mtvp.contract.portal;

import static nl.mtvp.contract.World.OFFERS;
import static nl.mtvp.contract.World.buyer;
import static nl.mtvp.contract.World.getAs;
import static nl.mtvp.contract.World.kvkOf;
import static nl.mtvp.contract.World.postAs;
import static nl.mtvp.contract.World.signatory;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.mtvp.contract.World;
import nl.mtvp.contract.offer.PortalAnswerUseCases;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TestClock;
import nl.mtvp.kernel.testing.Together;
import nl.mtvp.kernel.testing.TokenResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the portal's messages do to offers, however late and in whatever order they come (D25, D26, D27, D36). */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
@QuarkusTestResource(value = PortalResource.class, restrictToAnnotatedClass = true)
class PortalAnswerTest {

    private static final String MESSAGES = "/v1/portal-messages";
    private static final String BEFORE_THE_EXPIRY = "2023-06-30T21:59:59.999999Z";
    private static final String EXPIRY = "2023-06-30T22:00:00Z";

    @Inject
    World world;

    @Inject
    PortalDelivery delivery;

    @Inject
    PortalSilence silence;

    @Inject
    PortalAnswerUseCases answers;

    private TestClock clock;
    private PortalStub portal;
    private Listener listener;
    private World.Admitted practice;
    private String agb;
    private String id;
    private Map<String, Object> offer;

    @BeforeEach
    void an_offer_in_the_portal() throws InterruptedException {
        clock = TestClock.at("2023-05-20");
        portal = new PortalStub();
        listener = new Listener("portal");
        practice = world.admitted("3332", "2023-Q2");
        agb = practice.agb();
        id = world.offered("3332", agb, "2023-04-01");
        delivery.work();
        offer = portal.firstAbout(id);
    }

    @AfterEach
    void the_portal_closes() {
        portal.close();
    }

    @Test
    void D27_an_acceptance_in_the_portal_makes_a_contract_whose_certificate_names_the_message() throws Exception {
        clock.moveTo("2023-06-12");
        var message = Listener.accepted(offer, "2023-06-12T09:30:00Z");
        message.put("othersMayFollow", true);
        send(message);

        String contract = getAs(signatory(agb), "/v1/contracts?agb=" + agb)
                .body("", hasSize(1))
                .body("[0].acceptedAt", is("2023-06-12T09:30:00Z"))
                .body("[0].startsOn", is("2023-04-01"))
                .extract()
                .path("[0].id");
        getAs(buyer("3332"), "/v1/contracts/" + contract + "/certificate")
                .body("document.channel", is("PORTAL"))
                .body("document.portalMessageId", is(message.get("messageId")))
                .body("document.signedBy.subject", is("portal-user-4711"))
                .body("document.signedBy.name", is("J. de Vries"))
                .body("document.signedBy.client", is(Listener.CLIENT))
                .body("document.onBehalfOf.kvk", is(kvkOf(agb)))
                .body("document.signedAt", is("2023-06-12T09:30:00Z"))
                .body("document.othersMayFollow", is(true))
                .body("document.affirmations.growthModel", is(true));
        getAs(buyer("3332"), MESSAGES + "?direction=INCOMING&offerId=" + id)
                .body("state", contains("APPLIED"))
                .body("kind", contains("ACCEPTED"));
    }

    @Test
    void D25_signed_before_the_expiry_is_accepted_however_late_and_at_it_is_not() throws Exception {
        expired();
        state("EXPIRING");
        send(Listener.accepted(offer, EXPIRY));
        state("EXPIRING");
        assertDeadLetter("signed-after-the-expiry");
        send(Listener.accepted(offer, BEFORE_THE_EXPIRY));
        state("ACCEPTED");
        assertEquals(1, contracts());
    }

    @Test
    void D25_signed_before_the_withdrawal_was_confirmed_is_accepted_and_after_it_is_not() throws Exception {
        withdraw();
        state("WITHDRAWING");
        clock.moveTo("2023-05-22");
        send(Listener.closed("WITHDRAWAL_CONFIRMED", offer, "2023-05-21T10:00:00Z"));
        getAs(buyer("3332"), OFFERS + "/" + id)
                .body("state", is("WITHDRAWN"))
                .body("closedAt", is("2023-05-21T10:00:00Z"))
                .body("closedReason", is("wrong start"));
        send(Listener.accepted(offer, "2023-05-21T10:00:00Z"));
        state("WITHDRAWN");
        assertDeadLetter("signed-after-the-withdrawal");
        send(Listener.accepted(offer, "2023-05-21T09:59:59Z"));
        state("ACCEPTED");
    }

    @Test
    void D25_the_portal_confirms_an_expiry_and_the_practice_gets_a_new_offer_that_names_the_old_one() throws Exception {
        expired();
        send(Listener.closed("EXPIRY_CONFIRMED", offer, EXPIRY));
        state("EXPIRED");
        reoffered().body("replacesOfferId", is(id));
    }

    @Test
    void D25_a_refused_offer_may_be_made_again() throws Exception {
        send(Listener.refused(offer, "2023-05-20T09:00:00Z"));
        state("REFUSED");
        reoffered().body("replacesOfferId", is(id));
    }

    @Test
    void D25_after_five_working_days_of_silence_our_clock_decides_and_a_signature_still_wins() throws Exception {
        expired();
        delivery.work();
        clock.moveTo("2023-07-07");
        silence.work();
        state("EXPIRING");
        clock.moveTo("2023-07-08");
        silence.work();
        state("EXPIRED");

        String newer = reoffered().extract().path("id");
        delivery.work();
        send(Listener.accepted(offer, BEFORE_THE_EXPIRY));
        state("ACCEPTED");
        getAs(buyer("3332"), OFFERS + "/" + newer).body("state", is("OVERTAKEN"));
        delivery.work();
        assertEquals(
                List.of("OFFER", "WITHDRAWAL_REQUEST"),
                portal.about(newer).stream()
                        .map(message -> message.get("kind").textValue())
                        .toList());
        send(Listener.accepted(portal.firstAbout(newer), "2023-07-08T09:00:00Z"));
        getAs(buyer("3332"), MESSAGES + "?state=DEAD_LETTER&offerId=" + newer)
                .body("problemCode", contains("ended-otherwise"));
        assertEquals(1, contracts());
    }

    @Test
    void D25_a_withdrawal_that_the_portal_is_silent_about_ends_after_five_working_days_since_the_last_contact()
            throws Exception {
        portal.answerNext(500);
        withdraw();
        clock.moveTo("2023-05-25");
        delivery.work();
        for (var day : List.of("2023-05-31", "2023-06-02")) {
            clock.moveTo(day);
            silence.work();
            state("WITHDRAWING");
        }
        clock.moveTo("2023-06-03");
        silence.work();
        getAs(buyer("3332"), OFFERS + "/" + id).body("state", is("WITHDRAWN")).body("closedReason", is("wrong start"));
    }

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

    private void expired() throws InterruptedException {
        clock.moveTo("2023-07-01");
        answers.expire();
        delivery.work();
    }

    private void withdraw() throws InterruptedException {
        postAs(buyer("3332"), OFFERS + "/" + id + "/withdrawals", Map.of("reason", "wrong start"))
                .statusCode(201);
        delivery.work();
    }

    private ValidatableResponse reoffered() {
        var body = world.offer("3332", agb, "2023-07-01");
        body.put("expiresAt", "2023-12-31T23:00:00Z");
        return postAs(buyer("3332"), OFFERS, body).statusCode(201);
    }

    private void send(Map<String, Object> message) throws Exception {
        var answer = listener.post(message);
        assertEquals(200, answer.statusCode(), answer.body());
    }

    private String post(Map<String, Object> message) {
        try {
            var answer = listener.post(message);
            return answer.statusCode() + " " + answer.body();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void state(String state) {
        getAs(buyer("3332"), OFFERS + "/" + id).body("state", is(state));
    }

    private int contracts() {
        return getAs(buyer("3332"), "/v1/contracts?agb=" + agb).extract().path("size()");
    }

    /** The last message that was put aside is so for this reason; answers its id. */
    private String assertDeadLetter(String code) {
        var last = getAs(buyer("3332"), MESSAGES + "?state=DEAD_LETTER&direction=INCOMING&offerId=" + id)
                .extract()
                .jsonPath();
        assertEquals(code, last.getString("[-1].problemCode"));
        return last.getString("[-1].id");
    }
}
