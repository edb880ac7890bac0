package nl.mtvp.contract.portal;

import static nl.mtvp.contract.World.OFFERS;
import static nl.mtvp.contract.World.buyer;
import static nl.mtvp.contract.World.getAs;
import static nl.mtvp.contract.World.postAs;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import nl.mtvp.contract.World;
import nl.mtvp.contract.offer.PortalAnswerUseCases;
import nl.mtvp.kernel.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** An offer that the portal has, and what tests of its answers do with it. */
abstract class AnsweredOfferTest {

    static final String MESSAGES = "/v1/portal-messages";
    static final String BEFORE_THE_EXPIRY = "2023-06-30T21:59:59.999999Z";
    static final String EXPIRY = "2023-06-30T22:00:00Z";

    @Inject
    World world;

    @Inject
    PortalDelivery delivery;

    @Inject
    PortalSilence silence;

    @Inject
    PortalAnswerUseCases answers;

    TestClock clock;
    PortalStub portal;
    Listener listener;
    World.Admitted practice;
    String agb;
    String id;
    Map<String, Object> offer;

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

    void expired() throws InterruptedException {
        clock.moveTo("2023-07-01");
        answers.expire();
        delivery.work();
    }

    void withdraw() throws InterruptedException {
        postAs(buyer("3332"), OFFERS + "/" + id + "/withdrawals", Map.of("reason", "wrong start"))
                .statusCode(201);
        delivery.work();
    }

    ValidatableResponse reoffered() {
        var body = world.offer("3332", agb, "2023-07-01");
        body.put("expiresAt", "2023-12-31T23:00:00Z");
        return postAs(buyer("3332"), OFFERS, body).statusCode(201);
    }

    void send(Map<String, Object> message) throws Exception {
        var answer = listener.post(message);
        assertEquals(200, answer.statusCode(), answer.body());
    }

    String post(Map<String, Object> message) {
        try {
            var answer = listener.post(message);
            return answer.statusCode() + " " + answer.body();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    void state(String state) {
        getAs(buyer("3332"), OFFERS + "/" + id).body("state", is(state));
    }

    int contracts() {
        return getAs(buyer("3332"), "/v1/contracts?agb=" + agb).extract().path("size()");
    }

    /** The last message that was put aside is so for this reason; answers its id. */
    String assertDeadLetter(String code) {
        var last = getAs(buyer("3332"), MESSAGES + "?state=DEAD_LETTER&direction=INCOMING&offerId=" + id)
                .extract()
                .jsonPath();
        assertEquals(code, last.getString("[-1].problemCode"));
        return last.getString("[-1].id");
    }
}
