package nl.mtvp.contract.compliance.rest;

import static nl.mtvp.contract.Guards.refusedCopy;
import static nl.mtvp.contract.World.approver;
import static nl.mtvp.contract.World.buyer;
import static nl.mtvp.contract.World.postAs;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import nl.mtvp.contract.Guards.Row;
import nl.mtvp.contract.NeighbourStub;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TokenResource;
import org.junit.jupiter.api.Test;

/** What the database holds of reviews and samples, whatever the service does. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
@WithTestResource(value = NeighbourStub.class, scope = TestResourceScope.MATCHING_RESOURCES)
class ReviewGuardsTest extends ReviewTest {

    @Test
    void D33_the_database_holds_one_review_of_a_year_with_one_decision_a_turn_and_its_digest() {
        var id = review.replaceAll(".*/", "");
        var made = Row.of("compliance_review", id);
        refusedCopy("one_review_per_contract_and_year", made, "id=new");
        refusedCopy("the_growth_model_has_two_years", made, "id=new, year=0", "id=new, year=3");
        hear().statusCode(201);
        var hearing = new Row("compliance_hearing", "review_id = '" + id + "'");
        refusedCopy("a_hearing_lasts_a_day_at_least", hearing, "ends_on=2023-11-01");
        decide(approver("3332"), COMPLIANT).statusCode(201);
        var decision = new Row("compliance_decision", hearing.condition());
        refusedCopy("only_a_breach_takes_money_back", decision, "clawback_id=new");
        refusedCopy("the_digest_is_that_of_the_decision", decision, "document=\\x7b7d");
        refusedCopy("one_decision_per_turn", decision, "grounds=others");
    }

    @Test
    void D33_the_database_draws_no_contract_twice_in_a_sample() {
        String sample = postAs(buyer("3332"), "/v1/compliance-samples", Map.of("uzovi", "3332", "year", 1, "size", 1))
                .statusCode(201)
                .extract()
                .path("id");
        refusedCopy(
                "a_contract_is_drawn_once",
                new Row("compliance_sample_member", "sample_id = '" + sample + "'"),
                "rank=2");
    }
}
