package nl.mtvp.contract;

import static nl.mtvp.contract.World.OFFERS;
import static nl.mtvp.contract.World.approver;
import static nl.mtvp.contract.World.buyer;
import static nl.mtvp.contract.World.postAs;
import static nl.mtvp.contract.World.signatory;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import nl.mtvp.contract.contract.db.ContractRepository;
import nl.mtvp.contract.contract.domain.Contract;
import nl.mtvp.contract.offer.db.OfferRepository;
import nl.mtvp.contract.offer.domain.Offer;
import nl.mtvp.contract.offer.domain.OfferState;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.db.Transactions;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.testing.OpenTransaction;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TestClock;
import nl.mtvp.kernel.testing.TokenResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who takes a turn sees what was done before it, also where the transaction has read the same row earlier. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class TurnsTest {

    private static final Map<String, Object> WHY = Map.of("reason", "we think again");

    @Inject
    World world;

    @Inject
    ContractRepository contracts;

    @Inject
    OfferRepository offers;

    @Inject
    Transactions transactions;

    private String agb;

    @BeforeEach
    void the_day() {
        TestClock.at("2023-06-12");
        agb = world.admitted("3332", "2023-Q2").agb();
    }

    @Test
    void D25_an_offer_is_read_anew_in_its_turn() {
        var id = UUID.fromString(world.offered("3332", agb, "2023-07-01"));
        transactions.perform(() -> {
            var before = offers.find(id, Visibility.EVERYTHING).orElseThrow();
            assertEquals(OfferState.PROPOSED, before.recorded());
            postAs(signatory(agb), OFFERS + "/" + id + "/refusals", WHY).statusCode(201);
            var inTurn = offers.locked(id, Visibility.EVERYTHING).orElseThrow();
            assertEquals(OfferState.REFUSED, inTurn.recorded());
            assertEquals(
                    WHY.get("reason"), inTurn.closing().orElseThrow().reason().orElseThrow());
        });
    }

    @Test
    void D35_a_contract_is_read_anew_in_its_turn_with_who_took_it_over() {
        var id = UUID.fromString(world.contracted("3332", agb, "2023-04-01"));
        var sibling = world.sibling(agb);
        transactions.perform(() -> {
            assertTrue(read(id).course().succession().isEmpty());
            var path = "/v1/contracts/" + id + "/successions";
            var succession = Map.of("newAgb", sibling, "succeedsFrom", "2023-07-01", "grounds", "another code");
            String successionId = postAs(buyer("3332"), path, succession)
                    .statusCode(201)
                    .extract()
                    .path("id");
            postAs(approver("3332"), path + "/" + successionId + "/confirmations")
                    .statusCode(201);
            var inTurn = contracts.locked(id, Visibility.EVERYTHING).orElseThrow();
            assertEquals(
                    new Agb(sibling), inTurn.course().succession().orElseThrow().newAgb());
            assertEquals(inTurn, read(id));
        });
    }

    @Test
    void D25_a_replica_does_not_wait_for_offers_that_another_closes() throws Exception {
        var id = UUID.fromString(world.offered("3332", agb, "2023-04-01"));
        var lapsed = Instant.parse("2023-07-02T00:00:00Z");
        try (var other = new OpenTransaction()) {
            assertTrue(other.in(() -> pastExpiry(lapsed)).contains(id));
            var claimed = CompletableFuture.supplyAsync(() -> transactions.run(() -> pastExpiry(lapsed)));
            assertEquals(List.of(), claimed.get(60, TimeUnit.SECONDS));
        }
        assertTrue(transactions.run(() -> pastExpiry(lapsed)).contains(id));
    }

    private List<UUID> pastExpiry(Instant now) {
        return offers.claimPastExpiry(now, 10_000).stream().map(Offer::id).toList();
    }

    private Contract read(UUID id) {
        return contracts.find(id, Visibility.EVERYTHING).orElseThrow();
    }
}
