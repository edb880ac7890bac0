package nl.mtvp.contract.portal;

import static nl.mtvp.contract.World.OFFERS;
import static nl.mtvp.contract.World.as;
import static nl.mtvp.contract.World.buyer;
import static nl.mtvp.contract.World.getAs;
import static nl.mtvp.contract.World.postAs;
import static nl.mtvp.contract.World.signatory;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.mtvp.contract.World;
import nl.mtvp.contract.offer.PortalAnswerUseCases;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.json.CanonicalJson;
import nl.mtvp.kernel.json.Digests;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.Scale;
import nl.mtvp.kernel.testing.TestClock;
import nl.mtvp.kernel.testing.Together;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.kernel.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
@WithTestResource(value = PortalResource.class, scope = TestResourceScope.MATCHING_RESOURCES)
class PortalDeliveryTest {

    private static final String MESSAGES = "/v1/portal-messages";

    @Inject
    World world;

    @Inject
    PortalDelivery delivery;

    @Inject
    PortalAnswerUseCases answers;

    private TestClock clock;
    private PortalStub portal;
    private String agb;

    @BeforeEach
    void the_day_of_the_offer() throws InterruptedException {
        clock = TestClock.at("2023-05-20");
        portal = new PortalStub();
        delivery.work();
        agb = world.admitted("3332", "2023-Q2").agb();
    }

    @AfterEach
    void the_portal_closes() {
        portal.close();
    }

    @Test
    void D36_an_offer_goes_to_the_portal_once_with_the_digest_of_its_document() throws InterruptedException {
        var offer = world.offered("3332", agb, "2023-04-01");
        getAs(buyer("3332"), OFFERS + "/" + offer).body("handedOver", is(false));
        delivery.work();
        delivery.work();

        var sent = portal.about(offer);
        assertEquals(1, sent.size());
        var message = sent.get(0);
        assertEquals("OFFER", message.get("kind").textValue());
        assertEquals(agb, message.get("offer").get("agb").textValue());
        assertEquals(World.kvkOf(agb), message.get("offer").get("kvk").textValue());
        assertEquals(
                Digests.hex(Digests.sha256(CanonicalJson.bytes(message.get("offer")))),
                message.get("offerDigest").textValue());
        getAs(buyer("3332"), OFFERS + "/" + offer).body("handedOver", is(true)).body("state", is("PROPOSED"));
        getAs(buyer("3332"), MESSAGES + "?offerId=" + offer)
                .statusCode(200)
                .body("messageId", contains(message.get("messageId").textValue()))
                .body("state", contains("DELIVERED"))
                .body("attempts", contains(1))
                .body("[0].content.offer.agb", is(agb));
    }

    @Test
    void D25_what_was_handed_over_is_answered_in_the_portal_and_withdrawn_by_asking_it() throws InterruptedException {
        var offer = world.offered("3332", agb, "2023-04-01");
        delivery.work();
        world.accept(agb, offer).statusCode(409).body("type", is("urn:mtvp:problem:answered-in-the-portal"));
        postAs(signatory(agb), OFFERS + "/" + offer + "/refusals", Map.of("reason", "no"))
                .statusCode(409)
                .body("type", is("urn:mtvp:problem:answered-in-the-portal"));

        var withdrawals = OFFERS + "/" + offer + "/withdrawals";
        postAs(buyer("3332"), withdrawals, Map.of("reason", "wrong start"))
                .statusCode(201)
                .body("state", is("WITHDRAWING"))
                .body("closedAt", nullValue());
        postAs(buyer("3332"), withdrawals, Map.of("reason", "again")).statusCode(409);
        getAs(buyer("3332"), OFFERS + "?state=WITHDRAWING&agb=" + agb).body("id", contains(offer));
        delivery.work();
        assertEquals(List.of("OFFER", "WITHDRAWAL_REQUEST"), kinds(offer));
        assertEquals("wrong start", portal.about(offer).get(1).get("reason").textValue());
    }

    @Test
    void D25_what_was_never_handed_over_is_answered_and_withdrawn_here_and_never_sent() throws InterruptedException {
        var withdrawn = world.offered("3332", agb, "2023-04-01");
        postAs(buyer("3332"), OFFERS + "/" + withdrawn + "/withdrawals", Map.of("reason", "wrong start"))
                .statusCode(201)
                .body("state", is("WITHDRAWN"));
        var accepted = world.offered("3332", agb, "2023-04-01");
        getAs(buyer("3332"), OFFERS + "/" + accepted).body("replacesOfferId", is(withdrawn));
        world.accept(agb, accepted).statusCode(201);

        delivery.work();
        assertEquals(List.of(), portal.about(withdrawn));
        assertEquals(List.of(), portal.about(accepted));
        getAs(buyer("3332"), MESSAGES + "?state=CANCELLED&offerId=" + accepted).body("attempts", contains(0));
    }

    @Test
    void D36_a_portal_that_is_down_delays_an_offer_and_the_same_bytes_arrive_later() throws InterruptedException {
        var offer = world.offered("3332", agb, "2023-04-01");
        portal.answerNext(503, 0, 429);
        for (int times = 0; times < 3; times++) {
            delivery.work();
            delivery.work();
            clock.move(Duration.ofSeconds(10));
        }
        var failing = getAs(buyer("3332"), MESSAGES + "?offerId=" + offer);
        failing.body("state", contains("PENDING"))
                .body("attempts", contains(3))
                .body("problemCode", contains("answered-429"));
        delivery.work();
        var sent = portal.about(offer);
        assertEquals(4, sent.size());
        assertEquals(1, new HashSet<>(sent).size());
        getAs(buyer("3332"), MESSAGES + "?offerId=" + offer)
                .body("state", contains("DELIVERED"))
                .body("problemCode", contains(nullValue()));
    }

    @Test
    void D36_a_message_that_cannot_be_delivered_is_put_aside_until_a_person_replays_it() throws InterruptedException {
        var offer = world.offered("3332", agb, "2023-04-01");
        portal.answerNext(400);
        delivery.work();
        clock.move(Duration.ofDays(2));
        delivery.work();
        assertEquals(1, portal.about(offer).size());
        String id = getAs(buyer("3332"), MESSAGES + "?state=DEAD_LETTER&direction=OUTGOING&offerId=" + offer)
                .body("problemCode", contains("answered-400"))
                .extract()
                .path("[0].id");
        var replays = MESSAGES + "/" + id + "/replays";
        postAs(buyer("3311"), replays, Map.of("reason", "x")).statusCode(404);
        postAs(signatory(agb), replays, Map.of("reason", "x")).statusCode(403);
        postAs(Tokens.system("robot", Map.of("uzovi", List.of("3332")), Roles.INSURER), replays, Map.of("reason", "x"))
                .statusCode(403)
                .body("type", is("urn:mtvp:problem:person-needed"));
        postAs(buyer("3332"), replays, Map.of("reason", " "))
                .statusCode(400)
                .body("errors.location", contains("/reason"));
        for (int times = 0; times < 2; times++) {
            as(buyer("3332"), "replay-" + id)
                    .contentType("application/json")
                    .body(Map.of("reason", "the portal was mended"))
                    .post(replays)
                    .then()
                    .statusCode(201)
                    .body("state", is("PENDING"));
        }
        postAs(buyer("3332"), replays, Map.of("reason", "x"))
                .statusCode(409)
                .body("type", is("urn:mtvp:problem:no-dead-letter"));
        delivery.work();
        assertEquals(2, portal.about(offer).size());
        getAs(buyer("3332"), MESSAGES + "/" + id).body("state", is("DELIVERED"));
    }

    @Test
    void D36_after_so_many_attempts_a_message_is_put_aside() throws InterruptedException {
        var offer = world.offered("3332", agb, "2023-04-01");
        for (int times = 0; times < PortalResource.ATTEMPTS_MAX + 2; times++) {
            portal.answerNext(500);
            delivery.work();
            clock.move(Duration.ofHours(2));
        }
        assertEquals(PortalResource.ATTEMPTS_MAX, portal.about(offer).size());
        getAs(buyer("3332"), MESSAGES + "?offerId=" + offer).body("state", contains("DEAD_LETTER"));
    }

    @Test
    void D36_another_insurers_messages_are_not_found_and_not_listed() throws InterruptedException {
        var offer = world.offered("3332", agb, "2023-04-01");
        String id =
                getAs(buyer("3332"), MESSAGES + "?offerId=" + offer).extract().path("[0].id");
        getAs(buyer("3332"), MESSAGES + "/" + id).statusCode(200);
        getAs(buyer("3311"), MESSAGES + "/" + id)
                .statusCode(404)
                .body("type", is("urn:mtvp:problem:portal-message-not-found"));
        getAs(buyer("3311"), MESSAGES + "?offerId=" + offer).statusCode(200).body("id", is(List.of()));
        getAs(signatory(agb), MESSAGES).statusCode(403);
        getAs(buyer("3332"), MESSAGES + "?state=LOST").statusCode(400).body("errors.location", contains("state"));
        delivery.work();
    }

    @Test
    void D25_an_extension_reaches_the_portal_after_the_offer_and_takes_its_place_if_that_never_arrived()
            throws InterruptedException {
        var arrived = world.offered("3332", agb, "2023-04-01");
        delivery.work();
        extend(arrived);
        delivery.work();
        assertEquals(List.of("OFFER", "EXTENSION"), kinds(arrived));
        assertEquals(2, portal.about(arrived).get(1).get("offer").get("version").intValue());

        var delayed = world.offered("3332", world.admitted("3332", "2023-Q2").agb(), "2023-04-01");
        portal.answerNext(0);
        delivery.work();
        extend(delayed);
        clock.moveTo("2023-07-05");
        delivery.work();
        assertEquals(List.of("OFFER", "OFFER"), kinds(delayed));
        assertEquals(
                "2023-09-30T22:00:00Z",
                portal.about(delayed).get(1).get("offer").get("expiresAt").textValue());
    }

    @Test
    void D25_past_its_expiry_the_portal_is_asked_and_what_it_never_had_is_expired() throws InterruptedException {
        var handedOver = world.offered("3332", agb, "2023-04-01");
        delivery.work();
        var other = world.admitted("3332", "2023-Q2").agb();
        var neverSent = world.offered("3332", other, "2023-04-01");
        clock.moveTo("2023-07-01");
        getAs(buyer("3332"), OFFERS + "/" + handedOver).body("state", is("EXPIRING"));
        getAs(buyer("3332"), OFFERS + "?state=EXPIRING&agb=" + agb).body("id", contains(handedOver));
        answers.expire();
        answers.expire();
        delivery.work();

        assertEquals(List.of("OFFER", "EXPIRY_REQUEST"), kinds(handedOver));
        assertEquals(List.of(), portal.about(neverSent));
        getAs(buyer("3332"), OFFERS + "/" + handedOver).body("state", is("EXPIRING"));
        getAs(buyer("3332"), OFFERS + "/" + neverSent).body("state", is("EXPIRED"));
        postAs(buyer("3332"), OFFERS, offerUntil(agb)).statusCode(409).body("errors.code", contains("offer-open"));
        postAs(buyer("3332"), OFFERS, offerUntil(other)).statusCode(201).body("replacesOfferId", is(neverSent));
    }

    @Test
    void D36_replicas_that_deliver_together_lose_no_offer_and_send_each_once() throws Exception {
        int count = Scale.of(60, 500);
        var agbs = IntStream.range(0, count)
                .mapToObj(number -> world.admitted("3332", "2023-Q2").agb())
                .toList();
        var lines = agbs.stream().map(this::line).collect(Collectors.joining("\n"));
        List<String> offers = as(buyer("3332"))
                .contentType("application/x-ndjson")
                .body(lines.getBytes(StandardCharsets.UTF_8))
                .post(OFFERS + "/imports")
                .then()
                .statusCode(200)
                .extract()
                .path("offer.id");
        long before = System.nanoTime();
        Together.of(3, replica -> {
            try {
                delivery.work();
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
            return replica;
        });
        var took = Duration.ofNanos(System.nanoTime() - before);
        var sent = portal.received().stream()
                .map(message -> PortalStub.read(message).get("offerId").textValue())
                .filter(offers::contains)
                .toList();
        assertEquals(count, new HashSet<>(offers).size());
        assertEquals(count, sent.size());
        assertEquals(new HashSet<>(offers), new HashSet<>(sent));
        assertTrue(took.toSeconds() < 20, count + " deliveries took " + took);
    }

    private String line(String practice) {
        return JsonObject.mapFrom(world.offer("3332", practice, "2023-04-01")).encode();
    }

    private Map<String, Object> offerUntil(String practice) {
        var body = new HashMap<>(world.offer("3332", practice, "2023-07-01"));
        body.put("expiresAt", "2023-12-31T23:00:00Z");
        return body;
    }

    private void extend(String offer) {
        as(buyer("3332"))
                .contentType("application/json")
                .header("If-Match", "\"1\"")
                .body(Map.of("expiresAt", "2023-09-30T22:00:00Z"))
                .post(OFFERS + "/" + offer + "/extensions")
                .then()
                .statusCode(201);
    }

    private List<String> kinds(String offer) {
        return portal.about(offer).stream()
                .map(message -> message.get("kind").textValue())
                .toList();
    }
}
