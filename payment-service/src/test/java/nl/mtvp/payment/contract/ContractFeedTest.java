package nl.mtvp.payment.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.mtvp.kernel.db.Transactions;
import nl.mtvp.kernel.feed.FeedEvent;
import nl.mtvp.kernel.feed.Inbox;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TestClock;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.payment.testing.ContractEvents;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What contract-service tells is known here once, since when it was recorded here, with when it was known there. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class ContractFeedTest {

    @Inject
    ContractEvents contracts;

    @Inject
    Inbox inbox;

    @Inject
    Jdbi jdbi;

    @Inject
    ContractFeed feed;

    @Inject
    Transactions transactions;

    @Inject
    ObjectMapper json;

    @BeforeEach
    void setClock() {
        TestClock.at("2024-03-01");
    }

    @Test
    void D30_a_contract_that_follows_a_preferent_one_is_learned_like_an_accepted_one() {
        contracts.followed("8005", "01800501", "2023-04-01");
        assertEquals(1, count("contract", "8005"));
    }

    @Test
    void an_event_that_says_nothing_about_money_is_let_be() {
        var contract = contracts.accepted("8002", "01800201", "2023-04-01");
        contracts.tell("nl.mtvp.offer-proposed.v1", contract, Map.of("offerId", "x", "kind", "DIRECT"));
        contracts.tell("nl.mtvp.something-new.v1", contract, Map.of());
        assertEquals(1, count("contract", "8002"));
    }

    @Test
    void an_event_that_cannot_be_applied_stops_the_feed_and_leaves_no_trace() {
        var contract = contracts.accepted("8003", "01800301", "2023-04-01");
        var last = inbox.lastEventId("contract");
        assertThrows(
                RuntimeException.class,
                () -> contracts.stopWithdrawn(contract, "0188af0c-5100-7000-9a53-74edd6a6c00c"));
        assertThrows(
                RuntimeException.class,
                () -> contracts.tell("nl.mtvp.contract-stopped.v1", contract, Map.of("stopId", "no uuid")));
        assertThrows(
                RuntimeException.class, () -> contracts.endWithdrawn(contract, "0188af0c-5100-7000-9a53-74edd6a6c00c"));
        assertEquals(last, inbox.lastEventId("contract"));
        assertEquals(0, count("contract_stop", "8003"));
    }

    @Test
    void a_property_that_is_not_there_or_has_another_form_is_refused() {
        var said = Map.<String, Object>of("stopId", "0188af0c-5100-7000-9a53-74edd6a6c00c", "reason", "appeal upheld");
        refused(IllegalStateException.class, said);
        refused(IllegalArgumentException.class, Map.of("stopId", said.get("stopId")));
        for (var reason : List.of(12, 1.5, true, List.of("appeal"))) {
            refused(IllegalArgumentException.class, Map.of("stopId", said.get("stopId"), "reason", reason));
        }
    }

    private void refused(Class<? extends RuntimeException> why, Map<String, Object> said) {
        var event = new FeedEvent(
                new UUID(0, 1), "nl.mtvp.contract-stop-withdrawn.v1", "x", Instant.EPOCH, json.valueToTree(said));
        assertThrows(why, () -> transactions.perform(() -> feed.apply(event, Instant.EPOCH)));
    }

    @Test
    void D34_a_percentage_is_exact() {
        var contract = contracts.accepted("8004", "01800401", "2023-04-01");
        contracts.clawback(contract, "2023-10-01", "2023-11-15", "33.33");
        contracts.clawback(contract, "2023-10-01", "2023-11-15", "100");
        assertThrows(RuntimeException.class, () -> contracts.clawback(contract, "2023-10-01", "2023-11-15", "33.333"));
        assertEquals(List.of(3_333, 10_000), jdbi.withHandle(handle -> handle.createQuery(
                        "select ten_thousandths from clawback where uzovi = '8004' order by 1")
                .mapTo(Integer.class)
                .list()));
    }

    private int count(String table, String uzovi) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from <table> where uzovi = :uzovi")
                .define("table", table)
                .bind("uzovi", uzovi)
                .mapTo(Integer.class)
                .one());
    }
}
