package nl.mtvp.contract.compliance.rest;

import static nl.mtvp.contract.World.buyer;
import static nl.mtvp.contract.World.getAs;
import static nl.mtvp.contract.World.postAs;
import static org.hamcrest.Matchers.contains;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import nl.mtvp.contract.NeighbourStub;
import nl.mtvp.contract.World;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.db.Transactions;
import nl.mtvp.kernel.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A review of a contract in November 2023, and what the tests of reviews do with it. */
abstract class ReviewTest {

    static final String REVIEWS = "/v1/compliance-reviews";
    static final Map<String, Object> NO_INTERVISIE = Map.of("grounds", "no intervisie was attended");
    static final Map<String, Object> COMPLIANT = Map.of("outcome", "COMPLIANT", "grounds", "all is there");

    @Inject
    World world;

    @Inject
    Transactions transactions;

    @Inject
    Sql sql;

    TestClock clock;
    String agb;
    String contract;
    String review;

    @BeforeEach
    void a_review_in_november() {
        clock = TestClock.at("2023-05-20");
        agb = world.admitted("3332", "2023-Q2").agb();
        contract = world.contracted("3332", agb, "2023-04-01");
        clock.moveTo("2023-11-01");
        make(1);
        String id = getAs(buyer("3332"), REVIEWS + "?contractId=" + contract)
                .body("state", contains("OPEN"))
                .extract()
                .path("[0].id");
        review = REVIEWS + "/" + id;
    }

    @AfterEach
    void the_neighbour_is_up() {
        System.clearProperty(NeighbourStub.PLAN_DOWN);
        System.clearProperty(NeighbourStub.PAYMENT_DOWN);
    }

    ValidatableResponse make(int year) {
        return postAs(buyer("3332"), REVIEWS, Map.of("uzovi", "3332", "year", year))
                .statusCode(201);
    }

    ValidatableResponse hear() {
        return postAs(buyer("3332"), review + "/hearings", NO_INTERVISIE);
    }

    ValidatableResponse decide(String token, Map<String, ?> decision) {
        return postAs(token, review + "/decisions", decision);
    }

    static Map<String, Object> breach(String stoppedFrom) {
        return Map.of("outcome", "BREACH", "grounds", "no intervisie", "stoppedFrom", stoppedFrom);
    }
}
