package nl.mtvp.contract.succession.rest;

import static nl.mtvp.contract.World.approver;
import static nl.mtvp.contract.World.buyer;
import static nl.mtvp.contract.World.postAs;
import static nl.mtvp.contract.World.signatory;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import nl.mtvp.contract.World;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.db.Transactions;
import nl.mtvp.kernel.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;

/** A contract from April on, and a second AGB of its enterprise, in August. */
abstract class SuccessionTest {

    static final String SUCCEEDED = "nl.mtvp.contract-succeeded.v1";

    @Inject
    World world;

    @Inject
    Transactions transactions;

    @Inject
    Sql sql;

    TestClock clock;
    String agb;
    String newAgb;
    String contract;
    String path;

    @BeforeEach
    void a_contract_and_the_new_agb_of_its_enterprise() {
        clock = TestClock.at("2023-05-20");
        agb = world.admitted("3332", "2023-Q2").agb();
        contract = world.contracted("3332", agb, "2023-04-01");
        path = "/v1/contracts/" + contract;
        newAgb = sibling(agb);
        clock.moveTo("2023-08-10");
    }

    String sibling(String of) {
        return world.sibling(of);
    }

    ValidatableResponse announce(String of) {
        return postAs(
                signatory(of),
                path + "/endings",
                Map.of("kind", "NOTICE", "endedFrom", "2024-06-01", "grounds", "we retire"));
    }

    static Map<String, Object> body(String newAgb, String from) {
        return Map.of("newAgb", newAgb, "succeedsFrom", from, "grounds", "we became a gezondheidscentrum");
    }

    ValidatableResponse propose(String token, String newAgb, String from) {
        return postAs(token, path + "/successions", body(newAgb, from));
    }

    String proposed(String token, String newAgb, String from) {
        String id = propose(token, newAgb, from).statusCode(201).extract().path("id");
        return path + "/successions/" + id;
    }

    void confirmed(String newAgb, String from) {
        postAs(approver("3332"), proposed(buyer("3332"), newAgb, from) + "/confirmations")
                .statusCode(201);
    }
}
