package nl.mtvp.contract.succession.rest;

import static nl.mtvp.contract.World.approver;
import static nl.mtvp.contract.World.buyer;
import static nl.mtvp.contract.World.getAs;
import static nl.mtvp.contract.World.postAs;
import static nl.mtvp.contract.World.signatory;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TokenResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** After a succession each event names the practice whose turn its day is. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class SuccessionEventsTest extends SuccessionTest {

    private String third;

    /** The first until October, the second until January, the third from then on. */
    @BeforeEach
    void a_chain_of_three() {
        confirmed(newAgb, "2023-10-01");
        third = sibling(agb);
        clock.moveTo("2023-11-01");
        postAs(approver("3332"), proposed(signatory(newAgb), third, "2024-01-01") + "/confirmations")
                .statusCode(201);
        clock.moveTo("2024-02-01");
    }

    @Test
    void D35_what_is_told_of_a_stop_names_the_practice_whose_day_it_is() {
        for (var day : List.of("2024-02-15", "2024-01-01", "2023-12-31", "2023-07-01")) {
            var body = Map.of("stoppedFrom", day, "hearingOpenedOn", "2023-06-01", "grounds", "breach");
            String id = postAs(buyer("3332"), path + "/stops", body)
                    .statusCode(201)
                    .extract()
                    .path("id");
            postAs(approver("3332"), path + "/stops/" + id + "/approvals").statusCode(201);
            postAs(approver("3332"), path + "/stops/" + id + "/withdrawals", Map.of("reason", "appeal upheld"))
                    .statusCode(201);
        }
        assertEquals(List.of(third, third, newAgb, agb), agbs("nl.mtvp.contract-stopped.v1"));
        assertEquals(List.of(third, third, newAgb, agb), agbs("nl.mtvp.contract-stop-withdrawn.v1"));
    }

    @Test
    void D35_what_is_told_of_a_share_names_the_practice_whose_day_it_is() {
        var share = new HashMap<String, Object>(
                Map.of("percentage", "12.5", "benefit", "a nurse of the RHO", "consents", true));
        share.put("shareFrom", "2024-04-01");
        String id = postAs(signatory(third), path + "/rho-shares", share)
                .statusCode(201)
                .extract()
                .path("id");
        postAs(
                        signatory(third),
                        path + "/rho-shares/" + id + "/endings",
                        Map.of("shareUntil", "2024-07-01", "reason", "the nurse left"))
                .statusCode(201);
        assertEquals(List.of(third), agbs("nl.mtvp.rho-share-agreed.v1"));
        assertEquals(List.of(third), agbs("nl.mtvp.rho-share-ended.v1"));
    }

    @Test
    void D35_what_is_told_of_an_offset_names_the_practice_whose_day_it_is() {
        arrangedOffset(newAgb, "2023-11-01", null).statusCode(201);
        assertEquals(List.of(newAgb), agbs("nl.mtvp.offset-agreed.v1"));
        String offset = getAs(buyer("3332"), path + "/offsets").extract().path("[0].id");
        postAs(
                        buyer("3332"),
                        path + "/offsets/" + offset + "/endings",
                        Map.of("offsetUntil", "2024-03-01", "reason", "it stopped"))
                .statusCode(201);
        assertEquals(List.of(third), agbs("nl.mtvp.offset-ended.v1"));
    }

    @Test
    void D32_a_contract_deducts_one_agreement_at_a_time_and_the_successors_once_the_first_ended() {
        arrangedOffset(newAgb, "2023-11-01", null).statusCode(201);
        String offset = getAs(buyer("3332"), path + "/offsets").extract().path("[0].id");
        postAs(
                        buyer("3332"),
                        path + "/offsets/" + offset + "/endings",
                        Map.of("offsetUntil", "2024-03-01", "reason", "it stopped"))
                .statusCode(201);
        arrangedOffset(third, "2023-12-01", "2024-02-15")
                .statusCode(409)
                .body("type", is("urn:mtvp:problem:agreement-overlaps"));
        arrangedOffset(third, "2024-03-01", null).statusCode(201);
        getAs(buyer("3332"), path + "/offsets").body("offsetFrom", contains("2023-11-01", "2024-03-01"));
    }

    private ValidatableResponse arrangedOffset(String of, String from, String until) {
        var agreement = new HashMap<String, Object>(Map.of("uzovi", "3332", "agb", of, "name", "Pilot"));
        agreement.put("validFrom", from);
        agreement.put("validUntil", until);
        agreement.put("amountPerQuarter", "100.00");
        String id = postAs(buyer("3332"), "/v1/existing-agreements", agreement)
                .statusCode(201)
                .extract()
                .path("id");
        return postAs(buyer("3332"), "/v1/existing-agreements/" + id + "/arrangements", Map.of("kind", "OFFSET"));
    }

    private List<Object> agbs(String type) {
        return world.told(type, contract).stream().map(told -> told.get("agb")).toList();
    }
}
