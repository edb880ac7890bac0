package nl.mtvp.contract.offer.rest;

import static nl.mtvp.contract.World.OFFERS;
import static nl.mtvp.contract.World.as;
import static nl.mtvp.contract.World.buyer;
import static nl.mtvp.contract.World.postAs;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import nl.mtvp.contract.World;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.db.Transactions;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.Scale;
import nl.mtvp.kernel.testing.TestClock;
import nl.mtvp.kernel.testing.TokenResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class OfferBulkTest {

    @Inject
    Sql sql;

    @Inject
    World world;

    @Inject
    ObjectMapper json;

    @Inject
    Transactions transactions;

    @BeforeEach
    void the_day_of_the_offer() {
        TestClock.at("2023-05-20");
    }

    @Test
    void offers_by_the_line_name_the_faulty_ones_and_do_the_others() throws Exception {
        var good = world.admitted("3332", "2023-Q2");
        var alsoGood = world.admitted("3332", "2023-Q2");
        var late = world.admitted("3332", "2023-Q4");
        var malformed = world.offer("3332", "0199990", "2023-04-02");
        malformed.put("textVersion", null);
        var body = String.join(
                "\n",
                line(world.offer("3332", good.agb(), "2023-04-01")),
                line(malformed),
                "",
                line(world.offer("3332", late.agb(), "2023-04-01")),
                line(world.offer("3311", good.agb(), "2023-04-01")),
                line(world.offer("3332", good.agb(), "2023-07-01")),
                line(world.offer("3332", alsoGood.agb(), "2023-05-01")),
                line(world.offer("3332", alsoGood.agb(), "2023-07-01")));
        var key = UUID.randomUUID().toString();

        String id = bulk(body, key)
                .statusCode(200)
                .body("line", contains(1, 2, 4, 5, 6, 7, 8))
                .body(
                        "outcome",
                        contains("PROPOSED", "REFUSED", "REFUSED", "REFUSED", "REFUSED", "REFUSED", "PROPOSED"))
                .body("[1].errors.location", containsInAnyOrder("/agb", "/textVersion", "/startsOn"))
                .body("[2].errors.code", contains("admitted-later"))
                .body("[3].errors.code", contains("not-yours"))
                .body("[4].errors.code", contains("offer-open"))
                .body("[5].errors.code", contains("no-first-day-of-a-quarter"))
                .body("[6].offer.startsOn", is("2023-07-01"))
                .extract()
                .path("[0].offer.id");
        assertEquals(1, world.told("nl.mtvp.offer-proposed.v1", id).size());

        bulk(body, key).statusCode(200).body("[0].offer.id", is(id));
        bulk(body + "\n{}", key).statusCode(409).body("type", is("urn:mtvp:problem:idempotency-key-reused"));
        bulk("\n", UUID.randomUUID().toString()).statusCode(400).body("errors.code", everyItem(is("lines")));
    }

    @Test
    void a_line_whose_made_up_name_no_column_takes_is_kept_with_its_answer() {
        var key = UUID.randomUUID().toString();
        for (int time = 1; time <= 2; time++) {
            bulk("{\"\\u0000\":1}", key)
                    .statusCode(200)
                    .body("outcome", contains("REFUSED"))
                    .body("[0].errors.code", org.hamcrest.Matchers.hasItem("unknown-property"));
        }
    }

    @Test
    void D29_of_many_bulks_with_the_same_practices_at_once_each_pair_gets_one_offer() throws Exception {
        var lines = new ArrayList<String>();
        for (int number = 0; number < 12; number++) {
            lines.add(line(world.offer("3332", world.admitted("3332", "2023-Q2").agb(), "2023-04-01")));
        }
        var threads = Executors.newFixedThreadPool(8);
        try {
            var bulks = new ArrayList<Callable<List<String>>>();
            for (int number = 0; number < 8; number++) {
                var shuffled = new ArrayList<>(lines);
                Collections.shuffle(shuffled, new Random(number));
                bulks.add(() -> bulk(
                                String.join("\n", shuffled), UUID.randomUUID().toString())
                        .statusCode(200)
                        .extract()
                        .path("outcome"));
            }
            int proposed = 0;
            for (var outcomes : threads.invokeAll(bulks)) {
                proposed += Collections.frequency(outcomes.get(), "PROPOSED");
            }
            assertEquals(lines.size(), proposed);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void D24_many_offers_in_one_request_are_made_in_seconds_and_repeated_give_the_same_answer() throws Exception {
        int count = Scale.of(500, 5_000);
        var agbs = admitted(count);
        var lines = new ArrayList<String>();
        for (var agb : agbs) {
            var offer = world.offer("3332", agb, "2023-04-01");
            if (lines.size() % 100 == 99) {
                offer.put("startsOn", "2023-04-02");
            }
            lines.add(line(offer));
        }
        var key = UUID.randomUUID().toString();
        long before = System.nanoTime();
        var results = bulk(String.join("\n", lines), key).statusCode(200).extract();
        var took = Duration.ofNanos(System.nanoTime() - before);

        List<String> outcomes = results.path("outcome");
        assertEquals(count, outcomes.size());
        assertEquals(count / 100, Collections.frequency(outcomes, "REFUSED"));
        assertEquals(count - count / 100, Collections.frequency(outcomes, "PROPOSED"));
        assertEquals("no-first-day-of-a-quarter", results.path("[99].errors[0].code"));
        assertTrue(took.toSeconds() < 20, count + " offers took " + took);
        assertEquals(
                results.asString(),
                bulk(String.join("\n", lines), key).extract().asString());
        int made = transactions.run(
                () -> sql.query("select count(*) from offer where agb = any(:agbs) and state = 'PROPOSED'")
                        .bind("agbs", agbs.toArray(String[]::new))
                        .mapTo(Integer.class)
                        .one());
        assertEquals(count - count / 100, made);
    }

    /** Practices of one region, registered and admitted. */
    private List<String> admitted(int count) {
        var region = world.newRegion();
        world.approvedRegioplan(region);
        var agbs = new ArrayList<String>();
        var practices = new ArrayList<Map<String, Object>>();
        for (int number = 0; number < count; number++) {
            var agb = world.newAgb();
            agbs.add(agb);
            var enterprise = Map.of("kvk", World.kvkOf(agb), "name", "Maatschap " + agb);
            practices.add(Map.of("agb", agb, "name", "Praktijk " + agb, "enterprise", enterprise));
        }
        postAs(buyer("3332"), "/v1/insurers", Map.of("uzovi", "3332", "name", "Verzekeraar 3332"));
        for (int from = 0; from < count; from += 500) {
            postAs(buyer("3332"), "/v1/practices", practices.subList(from, Math.min(count, from + 500)))
                    .statusCode(200);
        }
        agbs.forEach(agb -> world.admission(agb, region, "2023-Q2"));
        return agbs;
    }

    private String line(Map<String, Object> offer) throws JsonProcessingException {
        return json.writeValueAsString(offer);
    }

    private static ValidatableResponse bulk(String lines, String key) {
        return as(buyer("3332"), key)
                .contentType("application/x-ndjson")
                .body(lines.getBytes(StandardCharsets.UTF_8))
                .post(OFFERS + "/imports")
                .then();
    }
}
