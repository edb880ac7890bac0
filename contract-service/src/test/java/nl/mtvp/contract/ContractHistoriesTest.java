package nl.mtvp.contract;

import static nl.mtvp.contract.World.approver;
import static nl.mtvp.contract.World.buyer;
import static nl.mtvp.contract.World.getAs;
import static nl.mtvp.contract.World.postAs;
import static nl.mtvp.contract.World.signatory;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import nl.mtvp.contract.contract.ContractUseCases;
import nl.mtvp.contract.contract.domain.Contract;
import nl.mtvp.contract.contract.domain.Contract.ContractFilter;
import nl.mtvp.contract.contract.domain.ContractLife;
import nl.mtvp.contract.contract.domain.Course;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.Scale;
import nl.mtvp.kernel.testing.TestClock;
import nl.mtvp.kernel.testing.TokenResource;
import org.junit.jupiter.api.Test;

/**
 * Random histories of one pair's contracts, through HTTP and the database: whatever is asked in whatever order, the
 * answer is a success or a refusal, evidence never changes, and no two contracts share a day. Run again with the printed
 * seed.
 */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
@WithTestResource(value = NeighbourStub.class, scope = TestResourceScope.MATCHING_RESOURCES)
class ContractHistoriesTest {

    private static final int STEPS = 40;
    private static final String CLAWBACKS = "/v1/clawbacks?contractId=";

    @Inject
    World world;

    @Inject
    ContractUseCases contracts;

    private Random random;
    private TestClock clock;
    private LocalDate today;
    private String agb;
    private final Map<String, String> evidence = new HashMap<>();
    private final Map<String, String> clawbacks = new HashMap<>();
    private final Map<UUID, Course> courses = new HashMap<>();
    private List<String> siblings;

    @Test
    void D28_D29_D34_D35_no_history_leads_to_a_forbidden_state() {
        for (int history = 0; history < Scale.of(6, 100); history++) {
            long seed = Long.getLong("mtvp.test.seed", System.nanoTime()) + history;
            System.out.println("history of contracts with seed " + seed);
            random = new Random(seed);
            today = LocalDate.parse("2023-05-20");
            clock = TestClock.at(today.toString());
            agb = world.admitted("3332", "2023-Q2").agb();
            siblings = List.of(world.sibling(agb), world.sibling(agb));
            evidence.clear();
            courses.clear();
            for (int step = 0; step < STEPS; step++) {
                step();
                var when = "seed " + seed + ", step " + step;
                holds(when);
                if (step % 10 == 9) {
                    decidedClawbacksKeepTheirEvidence(when);
                }
            }
            assertTrue(!evidence.isEmpty(), "a history without a contract shows nothing");
        }
    }

    private void step() {
        var own = own();
        var contract = own.isEmpty() || random.nextInt(6) == 0 ? null : own.get(random.nextInt(own.size()));
        var path = contract == null ? null : "/v1/contracts/" + contract.id();
        if (path == null) {
            make();
            return;
        }
        switch (random.nextInt(13)) {
            case 0 -> {
                today = today.plusDays(random.nextInt(60));
                clock.moveTo(today.toString());
            }
            case 1 -> {
                allowed(postAs(
                        buyer("3332"),
                        path + "/stops",
                        Map.of("stoppedFrom", day(), "hearingOpenedOn", "2023-04-01", "grounds", "breach")));
                one(path + "/stops", "approvals", approver("3332"), Map.of());
            }
            case 2, 3 -> one(path + "/stops", "approvals", approver("3332"), Map.of());
            case 4 -> one(path + "/stops", "withdrawals", approver("3332"), Map.of("reason", "appeal"));
            case 5 -> {
                boolean practice = random.nextBoolean();
                var kind = practice ? random.nextBoolean() ? "NOTICE" : "CLOSING" : "END_DATE";
                allowed(postAs(
                        practice ? signatory(agb) : buyer("3332"),
                        path + "/endings",
                        Map.of("kind", kind, "endedFrom", day(), "grounds", "over")));
            }
            case 6 -> {
                one(path + "/endings", "withdrawals", signatory(agb), Map.of("reason", "not over"));
                one(path + "/endings", "withdrawals", buyer("3332"), Map.of("reason", "not over"));
            }
            case 8 -> {
                allowed(postAs(buyer("3332"), path + "/successions", succession()));
                one(path + "/successions", "confirmations", approver("3332"), Map.of());
            }
            case 9 -> allowed(postAs(buyer("3332"), "/v1/clawbacks", clawback(contract)));
            case 10 -> one(CLAWBACKS + contract.id(), "approvals", approver("3332"), Map.of());
            case 11 -> one(CLAWBACKS + contract.id(), "withdrawals", approver("3332"), Map.of("reason", "appeal"));
            case 7 -> allowed(postAs(buyer("3332"), path + "/annulments", Map.of("reason", "wrong start")));
            default ->
                one(
                        path + "/annulments",
                        random.nextInt(3) == 0 ? "consents" : "withdrawals",
                        random.nextBoolean() ? signatory(agb) : buyer("3332"),
                        Map.of());
        }
    }

    /** By an offer, or by recording an earlier agreement. */
    private void make() {
        var startsOn =
                List.of("2023-04-01", "2023-07-01", "2023-10-01", "2024-01-01").get(random.nextInt(4));
        if (random.nextBoolean()) {
            var offer = world.offer("3332", agb, startsOn);
            offer.put(
                    "expiresAt",
                    today.plusDays(30).atStartOfDay(ZoneOffset.UTC).toInstant().toString());
            var offered = allowed(postAs(buyer("3332"), World.OFFERS, offer));
            if (offered.extract().statusCode() == 201) {
                allowed(world.accept(agb, offered.extract().path("id")));
            }
            return;
        }
        var agreement = new HashMap<String, Object>(
                Map.of("uzovi", "3332", "agb", agb, "startsOn", startsOn, "agreedOn", "2023-03-15", "reference", "r"));
        agreement.putAll(Map.of("grounds", "g", "tariffSeries", "MTVP-2023", "textVersion", "2023-1"));
        String id = allowed(postAs(buyer("3332"), "/v1/administrative-contracts", agreement))
                .statusCode(201)
                .extract()
                .path("id");
        allowed(postAs(approver("3332"), "/v1/administrative-contracts/" + id + "/approvals"));
    }

    private Map<String, Object> succession() {
        var from = List.of("2023-07-01", "2023-10-01", "2024-01-01", "2024-04-01");
        return Map.of(
                "newAgb",
                siblings.get(random.nextInt(siblings.size())),
                "succeedsFrom",
                from.get(random.nextInt(from.size())),
                "grounds",
                "a new AGB code");
    }

    private Map<String, Object> clawback(Contract contract) {
        var period = Map.of("clawedBackFrom", day(), "clawedBackUntil", day());
        var body = new HashMap<String, Object>(Map.of("percentage", "50", "grounds", "unlawful use"));
        body.putAll(period);
        body.put("contractId", contract.id());
        return body;
    }

    /** Does something to one of what a list shows, if it shows anything. */
    private void one(String list, String act, String token, Map<String, ?> body) {
        List<String> ids = getAs(buyer("3332"), list).statusCode(200).extract().path("id");
        if (!ids.isEmpty()) {
            var one = list.replaceAll("\\?.*", "") + "/" + ids.get(random.nextInt(ids.size())) + "/" + act;
            allowed(body.isEmpty() ? postAs(token, one) : postAs(token, one, body));
        }
    }

    private ValidatableResponse allowed(ValidatableResponse answer) {
        int status = answer.extract().statusCode();
        assertTrue(List.of(201, 400, 403, 409).contains(status), "status " + status);
        return answer;
    }

    private String day() {
        return today.plusDays(random.nextInt(300) - 100).toString();
    }

    /** A contract begins with the first AGB, whoever holds it later. */
    private List<Contract> own() {
        var filter = new ContractFilter(null, new Agb(agb), null);
        return contracts
                .list(filter, today, Visibility.EVERYTHING, PageRequest.first(1_000))
                .rows();
    }

    private void holds(String when) {
        var own = own();
        for (var contract : own) {
            var id = contract.id().toString();
            var certificate = contracts.certificate(contract.id(), Visibility.EVERYTHING);
            assertEquals(evidence.computeIfAbsent(id, none -> certificate.digest()), certificate.digest(), when);
            var state = contract.state(today);
            var before = courses.put(contract.id(), contract.course());
            if (before != null) {
                PairOracle.stepsBetween(before, contract.course())
                        .forEach(step -> assertTrue(
                                ContractLife.allows(before, step, today), when + ": " + step + " after " + before));
            }
            var inState = new ContractFilter(null, new Agb(agb), state);
            assertTrue(
                    contracts
                            .list(inState, today, Visibility.EVERYTHING, PageRequest.first(1_000))
                            .rows()
                            .contains(contract),
                    when + ": the database sees another state than " + state);
        }
        assertEquals(evidence.size(), own.size(), when + ": a contract is gone");
        PairOracle.requireNoSharedDay(own, today, when);
    }

    /** What a decision on a clawback was taken on stays as it was. */
    private void decidedClawbacksKeepTheirEvidence(String when) {
        for (var contract : own()) {
            List<Map<String, Object>> decided =
                    getAs(buyer("3332"), CLAWBACKS + contract.id()).extract().path("findAll { it.evidence != null }");
            for (var clawback : decided) {
                var digest = clawback.get("evidence").toString();
                assertEquals(clawbacks.computeIfAbsent(clawback.get("id").toString(), none -> digest), digest, when);
            }
        }
    }
}
