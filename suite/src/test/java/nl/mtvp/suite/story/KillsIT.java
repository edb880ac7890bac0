package nl.mtvp.suite.story;

import static nl.mtvp.suite.stack.Service.CONTRACT;
import static nl.mtvp.suite.stack.Service.PAYMENT;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import nl.mtvp.suite.stack.Installation;
import nl.mtvp.suite.stack.Service;
import nl.mtvp.suite.stack.Stack;
import nl.mtvp.suite.world.World;
import org.junit.jupiter.api.Test;

/**
 * Services die at the worst moment, with kill -9: contract-service while offers are being accepted, payment-service
 * while it follows. Each contract takes effect exactly once all the same.
 */
class KillsIT {

    /** Each is accepted with both services killed once meanwhile. */
    private static final int HALVES = 2;

    private static final Duration LONG = Duration.ofMinutes(3);
    private static final Map<String, Object> AFFIRMED =
            Map.of("affirmations", Map.of("learningEnvironment", true, "regionalApproach", true, "growthModel", true));

    private final StringWriter told = new StringWriter();
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger repeated = new AtomicInteger();
    private Api api;

    @Test
    void after_restarts_no_contract_is_missing_or_doubled_in_payment_service() throws Exception {
        var options = new Stack.Options(Path.of("target", "kills-stack"), 30180, Story.BEGINS_AT);
        try (var stack = Stack.start(Installation.found(), options, sentence -> {})) {
            var plot = Plot.of(stack, new Seeds(Seeds.DEFAULT), new Screen(new PrintWriter(told), false));
            api = plot.api();
            var offers = offers(plot);

            for (int half = 0; half < HALVES; half++) {
                int from = half * offers.size() / HALVES;
                int until = (half + 1) * offers.size() / HALVES;
                var accepting =
                        CompletableFuture.runAsync(() -> Parallel.map(offers.subList(from, until), this::accept));
                killOnce(stack, CONTRACT, from + (until - from) / 3);
                killOnce(stack, PAYMENT, from + (until - from) / 3 + 10);
                accepting.join();
            }

            assertTrue(repeated.get() > 0, "no acceptance was under way when contract-service was killed");
            var contracts = ids(CONTRACT, "/contracts?uzovi=", "id");
            assertEquals(offers.size(), contracts.size());
            await().atMost(LONG)
                    .untilAsserted(() -> assertEquals(
                            contracts, ids(PAYMENT, "/entitlements?quarter=2024-Q1&uzovi=", "contractId")));
        }
    }

    private List<JsonNode> offers(Plot plot) {
        new Registering(plot).everybody();
        var planning = new Planning(plot);
        planning.refusedVersion();
        planning.approvedVersion();
        new Drawing(plot).rounds("2023-05-15", World.UNICUM, Quarter.Q3_2023);
        var insurers = World.INSURERS.stream().map(World.Insurer::uzovi).toList();
        new Contracting(plot).offers(World.UNICUM.regions().stream(), Quarter.Q3_2023, insurers);
        assertEquals(0, plot.checks().failed(), told::toString);
        var offers = new ArrayList<JsonNode>();
        insurers.forEach(
                uzovi -> offers.addAll(api.as("buyer-" + uzovi).all(CONTRACT, "/contract-offers?state=PROPOSED")));
        return offers;
    }

    /** Kills the service once so many offers are accepted, and starts it again. */
    private void killOnce(Stack stack, Service service, int afterAcceptances) throws InterruptedException {
        await().atMost(LONG).pollInterval(Duration.ofMillis(5)).until(() -> accepted.get() >= afterAcceptances);
        stack.kill(service);
        stack.startAgain(service);
    }

    /** As a careful client does: the same request with the same key until it is answered. */
    private String accept(JsonNode offer) {
        var path = "/contract-offers/" + offer.path("id").asText() + "/acceptances";
        var key = UUID.randomUUID().toString();
        var signatory = SIGNATORIES.get(offer.path("agb").asText());
        var answer = await().atMost(LONG)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> tried(signatory, path, key), each -> each != null);
        accepted.incrementAndGet();
        return answer.expect(201).text("id");
    }

    /** Null when no answer came, or that of a service on its way up or down. */
    private Answer tried(String signatory, String path, String key) {
        try {
            var answer = api.as(signatory).post(CONTRACT, path, AFFIRMED, key);
            if (answer.status() < 500) {
                return answer;
            }
        } catch (StoryFailure noAnswer) {
            assertTrue(noAnswer.getCause() instanceof java.io.IOException, noAnswer.getMessage());
        }
        repeated.incrementAndGet();
        return null;
    }

    /** All ids over the insurers' lists, sorted, so that one that is missing or doubled shows. */
    private List<String> ids(Service service, String list, String property) {
        return World.INSURERS.stream()
                .flatMap(insurer -> api.as("buyer-" + insurer.uzovi()).all(service, list + insurer.uzovi()).stream())
                .map(row -> row.path(property).asText())
                .sorted()
                .toList();
    }

    private static final Map<String, String> SIGNATORIES = signatories();

    private static Map<String, String> signatories() {
        var signatories = new HashMap<String, String>();
        World.hubs().forEach(hub -> hub.agbs().forEach(agb -> signatories.put(agb, hub.signatory())));
        return signatories;
    }
}
