package nl.mtvp.contract.portal;

import static nl.mtvp.contract.World.OFFERS;
import static nl.mtvp.contract.World.buyer;
import static nl.mtvp.contract.World.getAs;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javax.net.ssl.SSLHandshakeException;
import nl.mtvp.contract.World;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TestClock;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.kernel.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who gets in at the portal's listener, and what it takes (D36). */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
@WithTestResource(value = PortalResource.class, scope = TestResourceScope.MATCHING_RESOURCES)
class PortalListenerTest {

    private static final String PLANTED = "planted payload 4f1c";

    @Inject
    World world;

    @Inject
    PortalDelivery delivery;

    @Inject
    MeterRegistry metrics;

    private final List<String> logged = new CopyOnWriteArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord record) {
            logged.add(new org.jboss.logmanager.formatters.PatternFormatter("%c %s%e")
                    .format(org.jboss.logmanager.ExtLogRecord.wrap(record)));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    private PortalStub portal;
    private String agb;
    private Map<String, Object> offer;

    @BeforeEach
    void an_offer_in_the_portal() throws InterruptedException {
        TestClock.at("2023-05-20");
        portal = new PortalStub();
        agb = world.admitted("3332", "2023-Q2").agb();
        var id = world.offered("3332", agb, "2023-04-01");
        delivery.work();
        offer = portal.firstAbout(id);
        Logger.getLogger("").addHandler(handler);
    }

    @AfterEach
    void the_portal_closes() {
        Logger.getLogger("").removeHandler(handler);
        portal.close();
    }

    @Test
    void D36_the_portal_gets_in_with_its_certificate_and_its_token() throws Exception {
        var answer = new Listener("portal").post(Listener.refused(offer, "2023-05-20T09:00:00Z"));
        assertEquals(200, answer.statusCode(), answer.body());
        assertEquals(HttpClient.Version.HTTP_1_1, answer.version(), "though the client would rather have HTTP/2");
        assertTrue(answer.headers().firstValue("API-Version").orElseThrow().matches("[0-9]+([.][0-9]+){2}"));
        getAs(buyer("3332"), OFFERS + "/" + offer.get("offerId"))
                .body("state", is("REFUSED"))
                .body("closedReason", is("no capacity"));
    }

    @Test
    void D36_without_a_certificate_nobody_gets_in_and_it_is_counted_and_logged_without_payload() throws Exception {
        refused(null, "no-certificate");
    }

    @Test
    void D36_a_certificate_of_another_organisation_does_not_get_in() throws Exception {
        refused("unlisted", "unknown-organisation");
        refused("nameless", "unknown-organisation");
    }

    @Test
    void D36_a_listed_organisation_does_not_get_in_with_the_token_of_another() throws Exception {
        refused("other", "token-of-another-organisation");
    }

    @Test
    void D36_an_expired_certificate_and_one_of_another_authority_are_refused_by_TLS_and_counted() {
        for (var refusal : Map.of("expired", "expired-certificate", "foreign", "untrusted-certificate")
                .entrySet()) {
            double before = counted(refusal.getValue());
            assertThrows(IOException.class, () -> new Listener(refusal.getKey()).post(planted()));
            assertTrue(counted(refusal.getValue()) > before, refusal.getValue());
            assertLogged(refusal.getValue());
        }
    }

    @Test
    void D36_the_token_is_for_the_listener_has_its_role_and_is_there() throws Exception {
        var listener = new Listener("portal");
        var message = Listener.refused(offer, "2023-05-20T09:00:00Z");
        assertEquals(401, listener.post(Listener.PATH, null, message).statusCode());
        var elsewhere = Tokens.system(Listener.CLIENT, Map.of(), Roles.PORTAL);
        assertEquals(401, listener.post(Listener.PATH, elsewhere, message).statusCode());
        var noPortal = Tokens.sign(
                Tokens.base(Listener.CLIENT, Listener.CLIENT, Roles.SERVICE).audience("mtvp-portal"));
        assertEquals(403, listener.post(Listener.PATH, noPortal, message).statusCode());
        RestAssured.given()
                .auth()
                .oauth2(Listener.token(Listener.CLIENT))
                .get("/v1/contract-offers")
                .then()
                .statusCode(401);
    }

    @Test
    void D36_of_TLS_1_2_only_what_encrypts_and_signs_in_one_is_spoken() throws Exception {
        var listener = new Listener("portal");
        var gcm = listener.handshake(
                "TLSv1.2", "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256", "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256");
        assertTrue(gcm.endsWith("_AES_128_GCM_SHA256"), gcm);
        assertThrows(
                SSLHandshakeException.class,
                () -> listener.handshake(
                        "TLSv1.2",
                        "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256",
                        "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256",
                        "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384",
                        "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384"));
    }

    @Test
    void D36_there_is_nothing_else_on_the_listeners_port_and_nothing_of_the_portal_on_the_other() throws Exception {
        var listener = new Listener("portal");
        var message = Listener.refused(offer, "2023-05-20T09:00:00Z");
        for (var path : List.of("/v1/portal/messages", "/v1/contract-offers", "/v1/openapi.json", "/q/health", "/")) {
            assertEquals(
                    404,
                    listener.post(path, Listener.token(Listener.CLIENT), message)
                            .statusCode(),
                    path);
        }
        for (var path : List.of("/v1/portal/messages", "/portal/v1/messages", "/v1/portal/../portal/messages")) {
            RestAssured.given()
                    .urlEncodingEnabled(false)
                    .auth()
                    .oauth2(Listener.token(Listener.CLIENT))
                    .contentType("application/json")
                    .body(message)
                    .post(path)
                    .then()
                    .statusCode(404);
        }
        getAs(buyer("3332"), OFFERS + "/" + offer.get("offerId")).body("state", is("PROPOSED"));
    }

    @Test
    void D36_every_fault_of_a_message_is_named_and_nothing_is_kept() throws Exception {
        var listener = new Listener("portal");
        var malformed = Listener.closed("ACCEPTED", offer, "yesterday");
        malformed.put("offerVersion", 0);
        malformed.put("surprise", true);
        var first = listener.post(malformed);
        assertEquals(400, first.statusCode());
        for (var location : List.of("/closedAt", "/offerVersion", "/surprise")) {
            assertTrue(first.body().contains('"' + location + '"'), first.body());
        }
        var bare = Listener.closed("ACCEPTED", offer, "2023-05-20T09:00:00Z");
        bare.put("reason", "because");
        var second = listener.post(bare);
        assertEquals(400, second.statusCode());
        for (var location : List.of("/signatory", "/offerDigest", "/affirmations", "/reason")) {
            assertTrue(second.body().contains('"' + location + '"'), second.body());
        }
        getAs(buyer("3332"), "/v1/portal-messages?direction=INCOMING&offerId=" + offer.get("offerId"))
                .body("id", is(List.of()));
    }

    @Test
    void D26_an_acceptance_that_lacks_a_condition_is_refused_naming_each() throws Exception {
        var message = Listener.accepted(offer, "2023-05-20T09:00:00Z");
        message.put("affirmations", Map.of("learningEnvironment", true, "regionalApproach", false));
        var answer = new Listener("portal").post(message);
        assertEquals(400, answer.statusCode());
        assertTrue(answer.body().contains("minimum-hurdle-not-taken"), answer.body());
        assertTrue(answer.body().contains("/affirmations/regionalApproach"));
        assertTrue(answer.body().contains("/affirmations/growthModel"));
        getAs(buyer("3332"), OFFERS + "/" + offer.get("offerId")).body("state", is("PROPOSED"));
    }

    @Test
    void D36_a_message_twice_gives_the_same_receipt_and_its_id_with_other_content_is_refused() throws Exception {
        var listener = new Listener("portal");
        var message = Listener.accepted(offer, "2023-05-20T09:00:00Z");
        var receipt = listener.post(message).body();
        assertEquals(receipt, listener.post(message).body());
        message.put("closedAt", "2023-05-20T09:00:01Z");
        var reused = listener.post(message);
        assertEquals(409, reused.statusCode());
        assertTrue(reused.body().contains("message-id-reused"));
        getAs(buyer("3332"), "/v1/contracts?agb=" + agb).body("acceptedAt", contains("2023-05-20T09:00:00Z"));
    }

    private void refused(String certificate, String reason) throws Exception {
        double before = counted(reason);
        var answer = new Listener(certificate).post(planted());
        assertEquals(403, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("urn:mtvp:problem:" + reason), answer.body());
        assertEquals(before + 1, counted(reason));
        assertLogged(reason);
        getAs(buyer("3332"), OFFERS + "/" + offer.get("offerId")).body("state", is("PROPOSED"));
    }

    private Map<String, Object> planted() {
        var message = Listener.refused(offer, "2023-05-20T09:00:00Z");
        message.put("reason", PLANTED);
        return message;
    }

    private double counted(String reason) {
        return metrics.counter("mtvp.portal.refused", "reason", reason).count();
    }

    private void assertLogged(String reason) {
        assertTrue(logged.stream().anyMatch(line -> line.contains(reason)), () -> reason + " in " + logged);
        assertFalse(logged.stream().anyMatch(line -> line.contains(PLANTED)), () -> PLANTED + " in " + logged);
    }
}
