package nl.mtvp.suite.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nl.mtvp.suite.Call;
import nl.mtvp.suite.common.Json;
import nl.mtvp.suite.identity.Directory;
import nl.mtvp.suite.stack.PortalAccess;
import nl.mtvp.suite.stack.StackRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./mtvp portal}, and what the desk tells whoever comes without knowing. */
class PortalCommandTest {

    private static final String OFFER =
            Described.example("Offer").path("offerId").asText();
    private static final URI NOWHERE = URI.create("http://127.0.0.1:1");

    @TempDir
    private Path folder;

    private Surroundings around;
    private PortalSimulator portal;
    private String said;

    @BeforeEach
    void start() throws Exception {
        around = new Surroundings(folder);
        portal = around.portal(Instant.parse("2023-06-12T09:00:00Z"));
        around.send(around.customer, Described.example("Offer"));
        var stack = new StackRecord(
                new Directory(NOWHERE, "", Set.of(), "", Map.of()),
                NOWHERE,
                NOWHERE,
                NOWHERE,
                Map.of(),
                new PortalAccess(NOWHERE, NOWHERE, around.deskAddress(), Surroundings.PASSWORD),
                NOWHERE,
                "");
        Files.writeString(folder.resolve("stack.json"), Json.written(stack));
    }

    @AfterEach
    void end() {
        portal.close();
        around.close();
    }

    @Test
    void D25_offers_lists_what_is_open_and_counts_the_rest() {
        assertEquals(0, portal("offers"));
        assertTrue(said.contains(OFFER + "  3332     01999901  51999901"), said);
        assertTrue(said.endsWith("1 open, 0 closed (--all lists these too)\n"), said);

        assertEquals(0, portal("offers", "--agb", "01000001"));
        assertEquals("0 open, 0 closed (--all lists these too)\n", said);
    }

    @Test
    void D26_an_acceptance_affirms_every_condition_and_waits_until_it_is_received() {
        assertEquals(0, portal("accept", OFFER, "--others-may-follow"), () -> said);
        assertTrue(said.contains("ACCEPTED at 2023-06-12T09:00:") && said.endsWith("has taken it.\n"), said);

        var told = around.received.get(0);
        assertEquals("ACCEPTED", told.path("kind").asText());
        assertEquals("signatory-51999901", told.at("/signatory/subject").asText());
        assertTrue(told.path("othersMayFollow").asBoolean());
        told.path("affirmations").forEach(affirmed -> assertTrue(affirmed.asBoolean()));

        assertEquals(1, portal("accept", OFFER));
        assertTrue(said.contains("does not take it: the offer is ACCEPTED"), said);
        portal("offers", "--all");
        assertTrue(said.contains("ACCEPTED\n0 open, 1 closed\n"), said);
    }

    @Test
    void D25_a_refusal_has_a_reason_and_a_name_may_be_given() {
        assertEquals(2, portal("refuse", OFFER));
        assertEquals(0, portal("refuse", OFFER, "--reason", "no capacity", "--name", "J. de Vries"), () -> said);
        var told = around.received.get(0);
        assertEquals("no capacity", told.path("reason").asText());
        assertEquals("J. de Vries", told.at("/signatory/name").asText());
    }

    @Test
    void D36_an_answer_that_contract_service_refuses_for_good_is_said() {
        around.status.set(409);
        assertEquals(1, portal("accept", OFFER));
        assertTrue(said.contains("contract-service refused it for good"), said);
    }

    @Test
    void an_offer_that_is_not_there_and_a_stack_that_was_killed_are_told_in_a_sentence() {
        assertEquals(1, portal("accept", "018f2f3c-5f0e-7a61-9c7e-0b7b0c5d2a11"));
        assertTrue(said.startsWith("mtvp: the portal has no offer 018f2f3c"), said);
        portal.close();
        assertEquals(1, portal("offers"));
        assertTrue(said.contains("does not answer: its launcher was killed"), said);
    }

    @Test
    void the_desk_tells_at_its_entrance_what_there_is_and_elsewhere_that_there_is_nothing() throws Exception {
        var entrance = Json.read(get("/").body());
        assertTrue(entrance.path("calls").toString().contains("POST /offers/{id}/acceptances"), entrance.toString());
        assertTrue(entrance.path("commands").toString().contains("./mtvp portal accept"), entrance.toString());
        assertEquals(404, get("/nothing").statusCode());
        assertTrue(get("/nothing").body().contains("urn:mtvp:problem:not-found"));
        assertEquals(401, get("/offers").statusCode());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(around.deskAddress().resolve(path)).build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    private int portal(String... arguments) {
        var call = Call.of(
                folder, Stream.concat(Stream.of("portal"), Stream.of(arguments)).toArray(String[]::new));
        said = call.said();
        return call.code();
    }
}
