package nl.mtvp.contract.compliance.rest;

import static nl.mtvp.contract.World.approver;
import static nl.mtvp.contract.World.buyer;
import static nl.mtvp.contract.World.getAs;
import static nl.mtvp.contract.World.postAs;
import static nl.mtvp.contract.World.signatory;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import nl.mtvp.contract.NeighbourStub;
import nl.mtvp.contract.World;
import nl.mtvp.contract.compliance.domain.Sampling;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TokenResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
@WithTestResource(value = NeighbourStub.class, scope = TestResourceScope.MATCHING_RESOURCES)
class ReviewResourceTest extends ReviewTest {

    @Test
    void D33_a_review_is_made_once_per_contract_and_year_when_the_year_has_begun() {
        make(1).body("made", is(0));
        make(2);
        getAs(buyer("3332"), REVIEWS + "?contractId=" + contract).body("year", contains(1));
        clock.moveTo("2024-04-01");
        make(2);
        getAs(buyer("3332"), REVIEWS + "?contractId=" + contract).body("year", contains(1, 2));

        postAs(buyer("3332"), REVIEWS, Map.of("uzovi", "3332", "year", 3))
                .statusCode(400)
                .body("errors.location", contains("/year"));
        postAs(buyer("3311"), REVIEWS, Map.of("uzovi", "3332", "year", 1)).statusCode(403);
        postAs(signatory(agb), REVIEWS, Map.of("uzovi", "3332", "year", 1)).statusCode(403);
        getAs(buyer("3311"), REVIEWS + "?contractId=" + contract).body("", empty());
        getAs(buyer("3311"), review).statusCode(404);
        getAs(World.service(), REVIEWS).statusCode(403);
    }

    @Test
    void D33_the_practices_picture_is_shown_beside_the_review_live() {
        getAs(signatory(agb), review)
                .statusCode(200)
                .body("picture.agb", is(agb))
                .body("picture.year", is(1))
                .body("picture.missing.code", contains("no-intervisie"))
                .body("pictureNotAvailable", nullValue());
        System.setProperty(NeighbourStub.PLAN_DOWN, "true");
        getAs(buyer("3332"), review)
                .statusCode(200)
                .body("review.state", is("OPEN"))
                .body("picture", nullValue())
                .body("pictureNotAvailable", containsString("503"));
    }

    @Test
    void D33_a_sample_can_be_drawn_again_from_its_seed_and_population() {
        clock.moveTo("2023-05-20");
        for (int others = 0; others < 6; others++) {
            world.contracted("3332", world.admitted("3332", "2023-Q2").agb(), "2023-04-01");
        }
        clock.moveTo("2023-11-01");
        String id = postAs(buyer("3332"), "/v1/compliance-samples", Map.of("uzovi", "3332", "year", 1, "size", 2))
                .statusCode(201)
                .extract()
                .path("id");
        var sample = getAs(buyer("3332"), "/v1/compliance-samples/" + id)
                .statusCode(200)
                .body("population", hasItem(contract))
                .extract()
                .jsonPath();
        var population = sample.getList("population", String.class).stream()
                .map(UUID::fromString)
                .toList();
        var drawn = Sampling.first(2, HexFormat.of().parseHex(sample.getString("seed")), population).stream()
                .map(UUID::toString)
                .toList();
        assertEquals(drawn, sample.getList("contractIds", String.class));
        getAs(buyer("3332"), REVIEWS + "?year=1&sampleId=" + id)
                .body("contractId", containsInAnyOrder(drawn.toArray()));
        getAs(buyer("3332"), REVIEWS + "?year=2&sampleId=" + id).body("", empty());

        getAs(buyer("3332"), "/v1/compliance-samples").body("id", hasItem(id));
        getAs(buyer("3311"), "/v1/compliance-samples").body("id", not(hasItem(id)));
        getAs(buyer("3311"), "/v1/compliance-samples/" + id).statusCode(404);
        getAs(signatory(agb), "/v1/compliance-samples/" + id).statusCode(403);
        postAs(buyer("3311"), "/v1/compliance-samples", Map.of("uzovi", "3332", "year", 1, "size", 2))
                .statusCode(403);
        var unknown = world.newUzovi();
        postAs(buyer(unknown), "/v1/compliance-samples", Map.of("uzovi", unknown, "year", 1, "size", 2))
                .statusCode(404)
                .body("type", org.hamcrest.Matchers.is("urn:mtvp:problem:party-not-found"));
        postAs(buyer("3332"), "/v1/compliance-samples", Map.of("uzovi", "3332", "year", 0, "size", 0))
                .statusCode(400)
                .body("errors.location", containsInAnyOrder("/year", "/size"));
    }

    @Test
    void D33_reviews_are_found_by_their_state() {
        getAs(buyer("3332"), REVIEWS + "?state=OPEN&contractId=" + contract).body("", not(empty()));
        hear().statusCode(201);
        getAs(buyer("3332"), REVIEWS + "?state=OPEN&contractId=" + contract).body("", empty());
        getAs(buyer("3332"), REVIEWS + "?state=HEARING&contractId=" + contract).body("", not(empty()));
        decide(approver("3332"), COMPLIANT).statusCode(201);
        getAs(buyer("3332"), REVIEWS + "?state=COMPLIANT&contractId=" + contract)
                .body("", not(empty()));
    }
}
