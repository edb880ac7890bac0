package nl.mtvp.suite.portal;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.mtvp.suite.certificate.Subject;
import nl.mtvp.suite.certificate.Validity;
import nl.mtvp.suite.portal.PortalDesk.Affirmations;
import nl.mtvp.suite.portal.PortalDesk.Signatory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The simulator from the outside: it must be a good portal before it may be a bad one. */
class PortalSimulatorTest {

    private static final Instant NOW = Instant.parse("2023-06-12T09:00:00Z");
    private static final UUID OFFER =
            UUID.fromString(Described.example("Offer").path("offerId").asText());
    private static final Signatory SIGNATORY = new Signatory("portal-user-4711", "J. de Vries", "51999901");

    @TempDir
    private Path folder;

    private Surroundings around;
    private PortalSimulator portal;
    private PortalDesk desk;

    @BeforeEach
    void start() throws IOException {
        around = new Surroundings(folder);
        portal = around.portal(NOW);
        desk = around.desk(Surroundings.PASSWORD);
    }

    @AfterEach
    void end() {
        portal.close();
        around.close();
    }

    @Test
    void D36_an_offer_is_signed_at_the_desk_and_the_answer_told_with_a_token() throws Exception {
        var receipt = around.send(around.customer, Described.example("Offer"));
        assertEquals(200, receipt.statusCode(), receipt.body());
        var shown = desk.offers().get(0);
        assertEquals(
                List.of("3332", "01999901", "51999901", "OPEN"),
                List.of(shown.uzovi(), shown.agb(), shown.kvk(), shown.state()));

        var lacking = desk.accept(OFFER, SIGNATORY, new Affirmations(false, true, false));
        assertEquals(400, lacking.status());
        assertEquals(2, lacking.body().path("errors").size());
        assertEquals(200, desk.accept(OFFER, SIGNATORY, Affirmations.ALL).status());

        await().until(() -> desk.offers().get(0).told());
        assertEquals(1, around.received.size());
        assertEquals("ACCEPTED", around.received.get(0).path("kind").asText());
        assertEquals(List.of("Bearer a-token"), around.tokens);
    }

    @Test
    void D36_an_answer_is_told_until_it_is_received_and_once_refused_put_aside() throws Exception {
        around.send(around.customer, Described.example("Offer"));
        around.outages.set(2);
        around.status.set(409);
        desk.refuse(OFFER, SIGNATORY, "no capacity");
        await().until(() -> desk.putAside().size() == 1);
        assertEquals(3, around.received.size());
        assertEquals(1, List.copyOf(around.received).stream().distinct().count(), "always the same message");
    }

    @Test
    void D36_only_the_customers_organisation_may_send() throws Exception {
        var other = around.authority.issue(
                new Subject("other", "Iemand anders", "00000001000000000099"), Validity.ofDays(1));
        assertEquals(403, around.send(other, Described.example("Offer")).statusCode());
        var expired = around.authority.issue(Surroundings.CUSTOMER, Validity.past());
        assertThrows(IOException.class, () -> around.send(expired, Described.example("Offer")));
        assertEquals(List.of(), desk.offers());
    }

    @Test
    void without_the_password_nobody_signs() {
        assertEquals(
                401,
                around.desk("a guess")
                        .accept(OFFER, SIGNATORY, Affirmations.ALL)
                        .status());
    }

    @Test
    void it_fails_before_and_after_doing_the_work_when_told_to() throws Exception {
        desk.behave(new Mischief(1, 0.99, 0, 0, 0, 0, 0));
        assertEquals(
                503, around.send(around.customer, Described.example("Offer")).statusCode());
        assertEquals(List.of(), desk.offers());

        desk.behave(new Mischief(1, 0, 0.99, 0, 0, 0, 0));
        assertThrows(IOException.class, () -> around.send(around.customer, Described.example("Offer")));
        assertEquals(1, desk.offers().size());
    }

    @Test
    void it_answers_late_and_twice_when_told_to() throws Exception {
        around.send(around.customer, Described.example("Offer"));
        desk.behave(new Mischief(3, 0, 0, 1, 0, 0, 1_000));
        desk.accept(OFFER, SIGNATORY, Affirmations.ALL);
        await().atMost(Duration.ofSeconds(10)).until(() -> around.received.size() == 2);
        assertEquals(around.received.get(0), around.received.get(1));
    }

    @Test
    void troubles_that_are_none_are_refused() {
        assertThrows(IllegalArgumentException.class, () -> desk.behave(null));
        assertTrue(desk.offers().isEmpty());
    }

    @Test
    void D25_past_the_expiry_it_closes_the_offer_of_its_own_accord() throws Exception {
        portal.close();
        portal = around.portal(Instant.parse("2023-06-30T21:59:58Z"));
        desk = around.desk(Surroundings.PASSWORD);
        around.send(around.customer, Described.example("Offer"));
        await().until(() -> around.received.size() == 1);
        assertEquals("EXPIRY_CONFIRMED", around.received.get(0).path("kind").asText());
    }
}
