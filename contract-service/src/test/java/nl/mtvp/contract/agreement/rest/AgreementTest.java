package nl.mtvp.contract.agreement.rest;

import static nl.mtvp.contract.World.buyer;
import static nl.mtvp.contract.World.postAs;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import nl.mtvp.contract.World;
import nl.mtvp.kernel.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;

/** An admitted practice of an insurer, and what tests of existing agreements do with it. */
abstract class AgreementTest {

    static final String PATH = "/v1/existing-agreements";
    static final String AGREED = "nl.mtvp.offset-agreed.v1";
    static final String ENDED = "nl.mtvp.offset-ended.v1";

    @Inject
    World world;

    String agb;

    @BeforeEach
    void an_admitted_practice() {
        TestClock.at("2023-05-20");
        agb = world.admitted("3332", "2023-Q2").agb();
    }

    ValidatableResponse arrange(String id, Map<String, Object> arrangement) {
        return postAs(buyer("3332"), PATH + "/" + id + "/arrangements", arrangement);
    }

    String registered(String from, String until) {
        return postAs(buyer("3332"), PATH, body(from, until))
                .statusCode(201)
                .extract()
                .path("id");
    }

    Map<String, Object> body(String from, String until) {
        var body = new HashMap<String, Object>(Map.of("uzovi", "3332", "agb", agb, "name", "Pilot meer tijd"));
        body.put("validFrom", from);
        body.put("validUntil", until);
        body.put("amountPerQuarter", "5000.00");
        return body;
    }
}
