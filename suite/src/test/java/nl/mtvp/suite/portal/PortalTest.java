package nl.mtvp.suite.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A portal that was killed goes on where it was. */
class PortalTest {

    private static final UUID OFFER =
            UUID.fromString(Described.example("Offer").path("offerId").asText());

    @TempDir
    private Path folder;

    private final List<PortalOffer> told = new ArrayList<>();
    private Instant now = Instant.parse("2023-05-20T10:00:01Z");
    private Portal portal;

    @BeforeEach
    void start() {
        told.clear();
        portal = new Portal(folder.resolve("journal"), () -> now, told::add);
        portal.resume();
    }

    @Test
    void what_was_received_signed_and_not_told_is_there_again_under_the_same_message_id() {
        portal.receive(Described.example("Offer"));
        now = now.plusSeconds(60);
        var signed = portal.accept(OFFER, BookTest.signature(true, true, true));

        now = now.plusSeconds(60);
        start();

        assertEquals(List.of(signed), told);
        assertEquals(List.of(signed), portal.offers());
        assertFalse(portal.isTold(signed));
        assertTrue(portal.receive(Described.example("Offer")).repeated());
    }

    @Test
    void what_was_told_is_not_told_again() {
        portal.receive(Described.example("Offer"));
        portal.refuse(OFFER, BookTest.signatory().put("reason", "no"));
        portal.told(OFFER);
        start();
        assertEquals(List.of(), told);
        assertTrue(portal.isTold(portal.offers().get(0)));
    }

    @Test
    void an_expiry_is_told_once_and_kept() {
        portal.receive(Described.example("Offer"));
        now = Instant.parse("2023-07-01T00:00:00Z");
        portal.expire();
        portal.expire();
        assertEquals(1, told.size());
        start();
        assertEquals("EXPIRY_CONFIRMED", portal.offers().get(0).state());
    }

    @Test
    void an_answer_that_comes_after_the_expiry_is_refused_and_the_expiry_is_told() {
        portal.receive(Described.example("Offer"));
        now = Instant.parse("2023-07-01T00:00:00Z");
        assertThrows(Refusal.class, () -> portal.accept(OFFER, BookTest.signature(true, true, true)));
        assertThrows(
                Refusal.class, () -> portal.refuse(OFFER, BookTest.signatory().put("reason", "no")));
        assertEquals(1, told.size());
        start();
        assertEquals(1, told.size(), "it is untold still, and told again");
        assertEquals("EXPIRY_CONFIRMED", portal.offers().get(0).state());
    }

    @Test
    void a_line_that_the_end_cut_off_was_never_answered() throws Exception {
        portal.receive(Described.example("Offer"));
        Files.writeString(folder.resolve("journal"), "{\"act\":\"ACC", StandardOpenOption.APPEND);
        start();
        assertTrue(portal.offers().get(0).isOpen());

        var signed = portal.accept(OFFER, BookTest.signature(true, true, true));
        start();
        assertEquals(List.of(signed), portal.offers());
    }
}
