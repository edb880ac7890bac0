package nl.mtvp.contract.portal;

import static nl.mtvp.contract.World.OFFERS;
import static nl.mtvp.contract.World.buyer;
import static nl.mtvp.contract.World.getAs;
import static nl.mtvp.contract.World.postAs;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import nl.mtvp.contract.World;
import nl.mtvp.contract.portal.db.PortalMessageRepository;
import nl.mtvp.contract.portal.domain.PortalMessage;
import nl.mtvp.kernel.db.Transactions;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TestClock;
import nl.mtvp.kernel.testing.TokenResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which messages to the portal go when, and by whom (D25, D36). */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
@WithTestResource(value = PortalResource.class, scope = TestResourceScope.MATCHING_RESOURCES)
class PortalOutboxTest {

    private static final String MESSAGES = "/v1/portal-messages?offerId=";

    @Inject
    World world;

    @Inject
    PortalDelivery delivery;

    @Inject
    PortalMessageRepository messages;

    @Inject
    Transactions transactions;

    private TestClock clock;
    private PortalStub portal;

    @BeforeEach
    void nothing_is_left_to_deliver() throws InterruptedException {
        clock = TestClock.at("2023-05-20");
        portal = new PortalStub();
        delivery.work();
    }

    @AfterEach
    void the_portal_closes() {
        portal.close();
    }

    @Test
    void D25_an_offer_past_its_expiry_is_not_handed_over_also_before_anybody_wrote_that_down()
            throws InterruptedException {
        var offer = offered();
        clock.moveTo("2023-07-01");
        delivery.work();
        assertEquals(List.of(), portal.about(offer));
        getAs(buyer("3332"), MESSAGES + offer).body("state", contains("CANCELLED"));
        getAs(buyer("3332"), OFFERS + "/" + offer).body("handedOver", is(false)).body("state", is("EXPIRED"));
    }

    @Test
    void D36_the_portal_is_left_alone_for_as_long_as_it_asks() throws InterruptedException {
        var offer = offered();
        portal.retryAfter("3600");
        portal.answerNext(429);
        delivery.work();
        clock.move(Duration.ofMinutes(59));
        delivery.work();
        assertEquals(1, portal.about(offer).size());
        clock.move(Duration.ofMinutes(1));
        delivery.work();
        assertEquals(2, portal.about(offer).size());
    }

    @Test
    void D36_what_one_replica_has_claimed_another_passes_over_without_waiting() throws Exception {
        var offers = List.of(offered(), offered());
        var now = clock.instant();
        var claims = transactions.run(() -> {
            var mine = messages.claim(now, now.plusSeconds(60), 1);
            var theirs = CompletableFuture.supplyAsync(
                            () -> transactions.run(() -> messages.claim(now, now.plusSeconds(60), 200)))
                    .orTimeout(5, TimeUnit.SECONDS);
            assertDoesNotThrow(theirs::join, "it waits");
            return List.of(mine, theirs.join());
        });
        assertEquals(
                offers,
                claims.stream()
                        .flatMap(List::stream)
                        .map(PortalMessage::offerId)
                        .map(String::valueOf)
                        .toList());
        assertEquals(List.of(), transactions.run(() -> messages.claim(now.plusSeconds(59), now.plusSeconds(99), 200)));
        clock.move(Duration.ofMinutes(2));
        delivery.work();
        offers.forEach(offer -> assertEquals(1, portal.about(offer).size(), "a claim runs out"));
    }

    @Test
    void D36_a_later_message_waits_for_the_earlier_ones_about_its_offer() throws InterruptedException {
        var offer = offered();
        portal.answerNext(0);
        delivery.work();
        postAs(buyer("3332"), OFFERS + "/" + offer + "/withdrawals", Map.of("reason", "wrong start"))
                .statusCode(201)
                .body("state", is("WITHDRAWING"));
        delivery.work();
        getAs(buyer("3332"), MESSAGES + offer).body("state", contains("PENDING", "PENDING"));
        clock.move(Duration.ofMinutes(1));
        delivery.work();
        assertEquals(List.of("OFFER", "OFFER", "WITHDRAWAL_REQUEST"), kinds(offer));
    }

    @Test
    void D36_nothing_goes_about_an_offer_that_could_not_be_delivered_until_it_is_replayed()
            throws InterruptedException {
        var offer = offered();
        portal.answerNext(400);
        delivery.work();
        postAs(buyer("3332"), OFFERS + "/" + offer + "/withdrawals", Map.of("reason", "wrong start"))
                .statusCode(201);
        delivery.work();
        String letter = getAs(buyer("3332"), MESSAGES + offer)
                .body("state", contains("DEAD_LETTER", "PENDING"))
                .extract()
                .path("[0].id");
        postAs(buyer("3332"), "/v1/portal-messages/" + letter + "/replays", Map.of("reason", "the portal was mended"))
                .statusCode(201);
        delivery.work();
        assertEquals(List.of("OFFER", "OFFER", "WITHDRAWAL_REQUEST"), kinds(offer));
    }

    private List<String> kinds(String offer) {
        return portal.about(offer).stream()
                .map(message -> message.get("kind").textValue())
                .toList();
    }

    private String offered() {
        return world.offered("3332", world.admitted("3332", "2023-Q2").agb(), "2023-04-01");
    }
}
