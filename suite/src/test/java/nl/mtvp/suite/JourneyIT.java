package nl.mtvp.suite;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import nl.mtvp.suite.stack.Installation;
import nl.mtvp.suite.stack.Service;
import nl.mtvp.suite.stack.Stack;
import nl.mtvp.suite.story.Answer;
import nl.mtvp.suite.story.Api;
import nl.mtvp.suite.story.StoryFailure;
import nl.mtvp.suite.world.Rho;
import nl.mtvp.suite.world.World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Services die at bad moments: contract-service while offers are being accepted, payment-service while it follows.
 * Afterwards no contract is missing, and none is there twice.
 */
class JourneyIT {

    private static final Rho RHO = World.UNICUM;
    private static final Rho.Region REGION = RHO.regions().get(0);
    private static final Map<String, Boolean> ALL_AFFIRMED =
            Map.of("learningEnvironment", true, "regionalApproach", true, "growthModel", true);
    private static final int SIGNING_AT_ONCE = 4;

    private static Stack stack;
    private static Api api;

    @BeforeAll
    static void start() {
        var options = new Stack.Options(Path.of("target", "journey"), 29180, Instant.parse("2024-01-02T08:00:00Z"));
        stack = Stack.start(Installation.found(), options, sentence -> {});
        api = new Api(stack::address, stack.tokens());
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @Test
    void no_contract_is_lost_or_doubled_when_services_are_killed() throws Exception {
        approveThePlanOfTheRegion();
        admitEverybody();
        var offers = offer();

        acceptWhileServicesAreKilled(offers);

        var contracts = api.as("buyer-3311").all(Service.CONTRACT, "/contracts?uzovi=3311");
        assertEquals(REGION.practices().size(), contracts.size(), "one contract for each practice");
        assertEquals(
                REGION.practices().size(),
                new HashSet<>(texts(contracts, "agb")).size(),
                "and for each another practice");

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertEquals(
                        sorted(texts(contracts, "id")),
                        sorted(texts(
                                api.as("buyer-3311").all(Service.PAYMENT, "/entitlements?uzovi=3311&quarter=2024-Q1"),
                                "contractId"))));
        var accepted = api.as("payment-service").all(Service.CONTRACT, "/events").stream()
                .filter(event -> event.path("type").asText().equals("nl.mtvp.contract-accepted.v1"))
                .toList();
        assertEquals(REGION.practices().size(), accepted.size(), "each acceptance was told once");
    }

    private static void approveThePlanOfTheRegion() {
        var coordinator = api.as("rho-unicum");
        coordinator
                .post(Service.PLAN, "/rhos", Map.of("code", RHO.code(), "name", RHO.name(), "kvk", RHO.kvk()))
                .expect(201);
        coordinator
                .post(Service.PLAN, "/regions", Map.of("code", REGION.code(), "name", REGION.name(), "rho", RHO.code()))
                .expect(201);
        for (var hub : REGION.hubs()) {
            coordinator
                    .post(Service.PLAN, "/regions/" + REGION.code() + "/hubs", Map.of("name", hub.name()))
                    .expect(201);
        }
        var practices = REGION.hubs().stream()
                .flatMap(hub -> hub.practices().stream()
                        .map(practice -> Map.of(
                                "agb", practice.agb(),
                                "name", practice.name(),
                                "hub", hub.name(),
                                "ion", practice.ion())))
                .toList();
        succeed(coordinator.post(
                Service.PLAN, "/regions/" + REGION.code() + "/practices", Map.of("practices", practices)));
        succeed(api.as("buyer-3311")
                .post(Service.PLAN, "/regions/" + REGION.code() + "/preferent-insurers", Map.of("uzovi", "3311")));
        var plan = coordinator
                .post(
                        Service.PLAN,
                        "/regioplannen",
                        Map.of("rho", RHO.code(), "regions", List.of(REGION.code()), "title", "MTVP"))
                .expect(201);
        var versions = "/regioplannen/" + plan.text("id") + "/versions";
        var selected = List.of("AW-01", "AW-02", "AW-08", "GG-01", "GG-02", "SN-01", "SN-02").stream()
                .map(code -> Map.of("code", code, "firstYear", 1))
                .toList();
        var version = coordinator
                .post(Service.PLAN, versions, Map.of("interventions", selected))
                .expect(201);
        succeed(coordinator.post(Service.PLAN, versions + "/1/submissions", Map.of("commitsToLeidraad", true)));
        succeed(api.as("approver-3311")
                .post(
                        Service.PLAN,
                        versions + "/1/decisions",
                        Map.of(
                                "uzovi", "3311",
                                "decision", "APPROVED",
                                "contentHash", version.text("contentHash"))));
    }

    /** In the first quarter of 2024 everybody left is admitted without a draw (D19). */
    private static void admitEverybody() {
        var coordinator = api.as("rho-unicum");
        var round = coordinator
                .post(Service.PLAN, "/admission-rounds", Map.of("region", REGION.code(), "quarter", "2024-Q1"))
                .expect(201);
        succeed(coordinator.post(Service.PLAN, "/admission-rounds/" + round.text("roundId") + "/freezes"));
    }

    private static Map<String, List<String>> offer() {
        var buyer = api.as("buyer-3311");
        buyer.post(Service.CONTRACT, "/insurers", Map.of("uzovi", "3311", "name", "Zilveren Kruis"))
                .expect(201);
        var practices = REGION.hubs().stream()
                .flatMap(hub -> hub.practices().stream()
                        .map(practice -> Map.of(
                                "agb", practice.agb(),
                                "name", practice.name(),
                                "enterprise", Map.of("kvk", hub.kvk(), "name", hub.name()))))
                .toList();
        buyer.post(Service.CONTRACT, "/practices", practices).expect(200);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> api.as("buyer-3311")
                                .all(Service.CONTRACT, "/admissions?region=" + REGION.code())
                                .size()
                        == REGION.practices().size());
        var lines = REGION.practices().stream()
                .map(practice -> Map.of(
                        "uzovi", "3311",
                        "agb", practice.agb(),
                        "startsOn", "2024-01-01",
                        "expiresAt", "2024-03-31T22:00:00Z",
                        "tariffSeries", "MTVP",
                        "textVersion", "1"))
                .toList();
        var offered = api.as("insurer-3311")
                .postLines(Service.CONTRACT, "/contract-offers", lines)
                .expect(200);
        var signatories = new HashMap<String, String>();
        REGION.hubs().forEach(hub -> hub.agbs().forEach(agb -> signatories.put(agb, hub.signatory())));
        var offers = new HashMap<String, List<String>>();
        for (var line : offered.body()) {
            assertEquals("PROPOSED", line.path("outcome").asText(), line.toString());
            offers.computeIfAbsent(signatories.get(line.at("/offer/agb").asText()), who -> new ArrayList<>())
                    .add(line.at("/offer/id").asText());
        }
        return offers;
    }

    /** Each signatory signs the hub's offers; whoever meets a dead service asks what became of the offer and goes on. */
    private static void acceptWhileServicesAreKilled(Map<String, List<String>> offers) throws Exception {
        int all = offers.values().stream().mapToInt(List::size).sum();
        var signed = new AtomicInteger();
        var cut = new AtomicInteger();
        var quarterSigned = new CountDownLatch(all / 4);
        var threads = Executors.newFixedThreadPool(SIGNING_AT_ONCE);
        try {
            var signing = offers.entrySet().stream()
                    .map(hub -> threads.submit(() -> {
                        for (var offer : hub.getValue()) {
                            await().atMost(Duration.ofMinutes(2)).until(() -> {
                                boolean done = sign(hub.getKey(), offer);
                                cut.addAndGet(done ? 0 : 1);
                                return done;
                            });
                            signed.incrementAndGet();
                            quarterSigned.countDown();
                        }
                    }))
                    .toList();
            quarterSigned.await();
            stack.kill(Service.PAYMENT);
            stack.kill(Service.CONTRACT);
            assertTrue(signed.get() < all, "the services were killed while offers were open");
            stack.startAgain(Service.CONTRACT);
            stack.startAgain(Service.PAYMENT);
            stack.kill(Service.PAYMENT);
            for (var each : signing) {
                each.get();
            }
            stack.startAgain(Service.PAYMENT);
        } finally {
            threads.shutdownNow();
        }
        assertEquals(all, signed.get());
        assertTrue(cut.get() > 0, "somebody met the dead service");
    }

    /** Whether the offer is accepted now; false when the service did not answer. */
    private static boolean sign(String signatory, String offer) {
        try {
            var answer = api.as(signatory)
                    .post(
                            Service.CONTRACT,
                            "/contract-offers/" + offer + "/acceptances",
                            Map.of("affirmations", ALL_AFFIRMED));
            if (answer.status() == 409) {
                var state = api.as(signatory).get(Service.CONTRACT, "/contract-offers/" + offer);
                return state.expect(200).text("state").equals("ACCEPTED");
            }
            return answer.expect(201).status() == 201;
        } catch (StoryFailure noAnswer) {
            if (noAnswer.getCause() instanceof java.io.IOException) {
                return false;
            }
            throw noAnswer;
        }
    }

    private static void succeed(Answer answer) {
        assertTrue(answer.status() / 100 == 2, answer.toString());
    }

    private static List<String> texts(List<JsonNode> rows, String property) {
        return rows.stream().map(row -> row.path(property).asText()).toList();
    }

    private static List<String> sorted(List<String> texts) {
        return texts.stream().sorted().toList();
    }
}
