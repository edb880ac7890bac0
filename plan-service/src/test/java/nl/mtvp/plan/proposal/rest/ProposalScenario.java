package nl.mtvp.plan.proposal.rest;

import static nl.mtvp.plan.Api.agb;
import static nl.mtvp.plan.Api.buyer;
import static nl.mtvp.plan.Api.line;
import static nl.mtvp.plan.Api.post;
import static nl.mtvp.plan.Api.practices;
import static nl.mtvp.plan.Api.region;
import static nl.mtvp.plan.Api.rho;
import static org.hamcrest.Matchers.is;

import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.testing.TestClock;
import nl.mtvp.kernel.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;

/**
 * A practice of an RHO that has ideas. The tests live in the years after 2040, and so what joins the catalogue in them is
 * in nobody else's.
 */
abstract class ProposalScenario {

    static final String DESK = Tokens.of("desk", Roles.NATIONAL_DESK);

    private static final AtomicInteger CODE = new AtomicInteger(50);

    TestClock clock;
    String region;
    final String agb = agb();
    final String code = "AW-" + CODE.incrementAndGet();

    @BeforeEach
    void a_practice_with_an_idea() {
        clock = TestClock.at("2040-05-01");
        region = region("Zeist");
        practices(region, line(agb, "Zeist", 4_000));
    }

    static Map<String, Object> idea(String proposer, String code) {
        var idea = new HashMap<String, Object>(Map.of(
                "uzovi", "3311",
                "kernelement", "ANDERS_WERKEN",
                "name", "Groepsconsulten",
                "description", "one consultation for ten patients",
                "motivation", "patients learn from each other",
                "expectedEffect", "fewer consults per insured"));
        idea.put(proposer, code);
        return idea;
    }

    /** The path of a proposal of the RHO. */
    String proposed() {
        String id = post(rho(region), "/intervention-proposals", idea("rho", region))
                .statusCode(201)
                .body("state", is("PROPOSED"))
                .extract()
                .path("id");
        return "/intervention-proposals/" + id;
    }

    String forwarded() {
        var proposal = proposed();
        forward(proposal).statusCode(201).body("state", is("FORWARDED"));
        return proposal;
    }

    static ValidatableResponse forward(String proposal) {
        return post(buyer("3311"), proposal + "/forwardings", Map.of());
    }

    ValidatableResponse accept(String proposal, String usableFrom) {
        return post(DESK, proposal + "/decisions", acceptance(code, usableFrom));
    }

    static Map<String, Object> acceptance(String code, String usableFrom) {
        return Map.of(
                "decision", "ACCEPTED",
                "reasons", "it fits the leidraad",
                "entry", Map.of("code", code, "nameEn", "Group consultations", "usableFrom", usableFrom));
    }
}
