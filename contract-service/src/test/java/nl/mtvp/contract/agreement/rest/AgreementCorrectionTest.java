package nl.mtvp.contract.agreement.rest;

import static nl.mtvp.contract.World.OFFERS;
import static nl.mtvp.contract.World.buyer;
import static nl.mtvp.contract.World.getAs;
import static nl.mtvp.contract.World.postAs;
import static nl.mtvp.contract.World.signatory;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.contract.agreement.db.AgreementRepository;
import nl.mtvp.contract.agreement.domain.ArrangementKind;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.db.Transactions;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.Together;
import nl.mtvp.kernel.testing.TokenResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class AgreementCorrectionTest extends AgreementTest {

    private static final Map<String, Object> WRONG = Map.of("reason", "it was another practice's");

    @Inject
    Sql sql;

    @Inject
    Transactions transactions;

    @Inject
    AgreementRepository agreements;

    @Test
    void D32_what_became_of_an_agreement_since_it_was_read_is_seen_once_its_pair_is_locked() {
        var id = registered("2022-01-01", null);
        transactions.perform(() -> {
            var before =
                    agreements.find(UUID.fromString(id), Visibility.EVERYTHING).orElseThrow();
            arrange(id, Map.of("kind", "END")).statusCode(201);
            arrange(id, Map.of("kind", "OFFSET")).statusCode(201);
            postAs(buyer("3332"), PATH + "/" + id + "/withdrawals", WRONG).statusCode(201);
            var now = agreements
                    .locked(UUID.fromString(id), Visibility.EVERYTHING)
                    .orElseThrow();
            assertEquals(Optional.empty(), before.arrangement());
            assertEquals(ArrangementKind.OFFSET, now.arrangement().orElseThrow().kind());
            assertEquals(WRONG.get("reason"), now.withdrawn().orElseThrow().reason());
        });
    }

    @Test
    void D32_an_agreement_that_is_deducted_is_not_corrected_to_one_that_never_would_be() {
        var id = registered("2022-01-01", null);
        arrange(id, Map.of("kind", "OFFSET"));
        postAs(buyer("3332"), PATH + "/" + id + "/corrections", correction("2023-04-02", "2023-07-01", "1.00"))
                .statusCode(400)
                .body("errors.code", contains("no-peildatum"));
        getAs(buyer("3332"), PATH + "/" + id).body("withdrawnAt", org.hamcrest.Matchers.nullValue());
    }

    @Test
    void D32_a_withdrawn_agreement_stays_on_record_and_stands_in_no_ones_way() {
        var id = registered("2022-01-01", null);
        postAs(buyer("3332"), OFFERS, world.offer("3332", agb, "2023-04-01")).statusCode(409);
        postAs(buyer("3332"), PATH + "/" + id + "/withdrawals", WRONG)
                .statusCode(201)
                .body("withdrawnAt", is("2023-05-20T10:00:00Z"))
                .body("withdrawalReason", is("it was another practice's"));
        getAs(signatory(agb), PATH + "/" + id)
                .body("validFrom", is("2022-01-01"))
                .body("withdrawnAt", notNullValue());
        world.contracted("3332", agb, "2023-04-01");
        arrange(id, Map.of("kind", "END")).statusCode(409).body("type", is("urn:mtvp:problem:agreement-withdrawn"));
        postAs(buyer("3332"), PATH + "/" + id + "/withdrawals", WRONG).statusCode(409);
        postAs(buyer("3332"), PATH + "/" + id + "/corrections", correction("2022-01-01", null, "1.00"))
                .statusCode(409);
        registered("2022-01-01", null);
    }

    @Test
    void D32_what_was_deducted_for_a_withdrawn_agreement_ends_at_its_own_first_day() {
        var id = registered("2022-01-01", null);
        arrange(id, Map.of("kind", "OFFSET"));
        var contract = world.contracted("3332", agb, "2023-04-01");
        var certificate = "/v1/contracts/" + contract + "/certificate";
        String frozen = getAs(buyer("3332"), certificate).extract().path("digest");
        postAs(buyer("3332"), PATH + "/" + id + "/withdrawals", WRONG).statusCode(201);

        var ended = world.told(ENDED, contract);
        assertEquals(1, ended.size());
        assertEquals("2023-04-01", ended.get(0).get("offsetUntil"));
        assertEquals("2023-05-20T10:00:00Z", ended.get(0).get("sourceKnownAt"));
        var offsets = "/v1/contracts/" + contract + "/offsets";
        String offset = getAs(buyer("3332"), offsets)
                .body("offsetUntil", contains("2023-04-01"))
                .body("endReason", contains("it was another practice's"))
                .extract()
                .path("[0].id");
        postAs(buyer("3332"), offsets + "/" + offset + "/endings", Map.of("offsetUntil", "2024-01-01", "reason", "x"))
                .statusCode(409)
                .body("type", is("urn:mtvp:problem:ends-already"));
        getAs(buyer("3332"), certificate).body("digest", is(frozen));
    }

    @Test
    void D32_a_correction_replaces_the_amount_and_the_days_that_contracts_deduct() {
        var id = registered("2022-01-01", null);
        arrange(id, Map.of("kind", "OFFSET"));
        var contract = world.contracted("3332", agb, "2023-04-01");
        String right = postAs(
                        buyer("3332"),
                        PATH + "/" + id + "/corrections",
                        correction("2022-01-01", "2024-01-01", "4000.00"))
                .statusCode(201)
                .body("replaces", is(id))
                .body("amountPerQuarter", is("4000.00"))
                .body("arrangement.kind", is("OFFSET"))
                .body("withdrawnAt", nullValue())
                .extract()
                .path("id");
        getAs(buyer("3332"), PATH + "?agb=" + agb).body("id", contains(id, right));
        assertEquals("2023-04-01", world.told(ENDED, contract).get(0).get("offsetUntil"));
        var agreed = world.told(AGREED, contract);
        assertEquals(2, agreed.size());
        assertEquals("4000.00", agreed.get(1).get("amountPerQuarter"));
        assertEquals("2024-01-01", agreed.get(1).get("offsetUntil"));
        assertEquals(right, agreed.get(1).get("agreementId"));
    }

    @Test
    void D32_a_correction_is_in_its_form_of_its_insurer_and_meets_no_other_agreement() {
        var id = registered("2022-01-01", "2023-05-01");
        registered("2023-05-01", null);
        var path = PATH + "/" + id + "/corrections";
        postAs(buyer("3332"), path, Map.of("amountPerQuarter", "1.234"))
                .statusCode(400)
                .body("errors.location", containsInAnyOrder("/name", "/validFrom", "/amountPerQuarter", "/reason"));
        postAs(buyer("3332"), path, correction("2022-01-01", null, "0.00"))
                .statusCode(400)
                .body("errors.code", contains("not-positive"));
        postAs(buyer("3332"), path, correction("2022-01-01", null, "1.00"))
                .statusCode(409)
                .body("type", is("urn:mtvp:problem:agreement-overlaps"));
        getAs(buyer("3332"), PATH + "/" + id).body("withdrawnAt", nullValue());
        var right = correction("2022-01-01", "2023-05-01", "1.00");
        postAs(buyer("3311"), path, right).statusCode(404);
        postAs(signatory(agb), path, right).statusCode(403);
        postAs(buyer("3311"), PATH + "/" + id + "/withdrawals", WRONG).statusCode(404);
        postAs(signatory(agb), PATH + "/" + id + "/withdrawals", WRONG).statusCode(403);
        postAs(buyer("3332"), PATH + "/" + id + "/withdrawals", Map.of())
                .statusCode(400)
                .body("errors.location", contains("/reason"));
        postAs(buyer("3332"), path, right).statusCode(201).body("arrangement", nullValue());
    }

    @Test
    void D32_withdrawals_at_the_same_moment_end_an_offset_once_and_none_is_ever_erased() {
        var id = registered("2022-01-01", null);
        arrange(id, Map.of("kind", "OFFSET"));
        var contract = world.contracted("3332", agb, "2023-04-01");
        var statuses = Together.of(6, number -> postAs(buyer("3332"), PATH + "/" + id + "/withdrawals", WRONG)
                .extract()
                .statusCode());
        assertEquals(1, statuses.stream().filter(status -> status == 201).count(), statuses.toString());
        assertEquals(5, statuses.stream().filter(status -> status == 409).count(), statuses.toString());
        assertEquals(1, world.told(ENDED, contract).size());
        for (var table : List.of("existing_agreement_withdrawal", "contract_offset_withdrawal")) {
            assertThrows(
                    RuntimeException.class,
                    () -> transactions.perform(() -> sql.execute("delete from " + table)),
                    table);
        }
    }

    private static Map<String, Object> correction(String from, String until, String amount) {
        var body = new HashMap<String, Object>(Map.of("name", "Pilot meer tijd", "reason", "the amount was wrong"));
        body.put("validFrom", from);
        body.put("validUntil", until);
        body.put("amountPerQuarter", amount);
        return body;
    }
}
