package nl.mtvp.contract;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import nl.mtvp.contract.admission.PlanFeed;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.db.Ids;
import nl.mtvp.kernel.feed.FeedEvent;
import nl.mtvp.kernel.feed.Inbox;
import nl.mtvp.kernel.rest.command.Idempotency;
import nl.mtvp.kernel.testing.Feed;
import nl.mtvp.kernel.testing.Tokens;

/** What the tests over HTTP share: people with tokens, practices nobody used before, and plan-service's news. */
@ApplicationScoped
public class World {

    public static final String PROBLEM = "application/problem+json";
    public static final String OFFERS = "/v1/contract-offers";
    public static final Map<String, Object> ALL_AFFIRMED =
            Map.of("affirmations", Map.of("learningEnvironment", true, "regionalApproach", true, "growthModel", true));

    private static final AtomicInteger NUMBERS = new AtomicInteger(100_000);
    private static final AtomicInteger UZOVIS = new AtomicInteger();

    private final Inbox inbox;
    private final PlanFeed feed;
    private final Clock clock;
    private final ObjectMapper json;

    World(Inbox inbox, PlanFeed feed, Clock clock, ObjectMapper json) {
        this.inbox = inbox;
        this.feed = feed;
        this.clock = clock;
        this.json = json;
    }

    /** A practice with the region that it was admitted in. */
    public record Admitted(String agb, String kvk, String region, UUID roundId, UUID versionId) {}

    public String newAgb() {
        return "01" + NUMBERS.incrementAndGet();
    }

    /** An insurer's code that nobody used before. */
    public String newUzovi() {
        return Integer.toString(8_000 + UZOVIS.incrementAndGet());
    }

    public String newRegion() {
        return "region-" + NUMBERS.incrementAndGet();
    }

    /** Registered, admitted in a region of its own from a quarter on, and that region's plan is approved. */
    public Admitted admitted(String uzovi, String quarter) {
        var agb = newAgb();
        var region = newRegion();
        register(uzovi, agb);
        var versionId = approvedRegioplan(region);
        return new Admitted(agb, kvkOf(agb), region, admission(agb, region, quarter), versionId);
    }

    public void register(String uzovi, String agb) {
        postAs(buyer(uzovi), "/v1/insurers", Map.of("uzovi", uzovi, "name", "Verzekeraar " + uzovi));
        var enterprise = Map.of("kvk", kvkOf(agb), "name", "Maatschap " + agb);
        var practice = Map.of("agb", agb, "name", "Praktijk " + agb, "enterprise", enterprise);
        postAs(buyer(uzovi), "/v1/practices", List.of(practice)).statusCode(200);
    }

    /** Another AGB of the same enterprise, registered. */
    public String sibling(String of) {
        var sibling = newAgb();
        var enterprise = Map.of("kvk", kvkOf(of), "name", "Maatschap " + of);
        var practice = Map.of("agb", sibling, "name", "Praktijk " + sibling, "enterprise", enterprise);
        postAs(buyer("3332"), "/v1/practices", List.of(practice)).statusCode(200);
        return sibling;
    }

    public static String kvkOf(String agb) {
        return "5" + agb.substring(1);
    }

    public UUID approvedRegioplan(String... regions) {
        var versionId = UUID.randomUUID();
        learn(
                "nl.mtvp.regioplan-approved.v1",
                Map.of(
                        "regioplanId",
                        UUID.randomUUID(),
                        "versionId",
                        versionId,
                        "versionNumber",
                        1,
                        "contentHash",
                        "ab".repeat(32),
                        "rho",
                        "VB",
                        "regions",
                        List.of(regions).stream()
                                .map(region -> Map.of("region", region, "preferentInsurers", List.of("3332")))
                                .toList(),
                        "approvedAt",
                        clock.instant()));
        return versionId;
    }

    public UUID admission(String agb, String region, String quarter) {
        var roundId = UUID.randomUUID();
        var data = new HashMap<String, Object>(
                Map.of("agb", agb, "rho", "VB", "region", region, "hub", "hub", "quarter", quarter, "ion", 4_210));
        data.put("roundId", roundId);
        data.put("drawId", null);
        learn("nl.mtvp.practice-admitted.v1", data);
        return roundId;
    }

    /** Plan-service tells something. */
    public FeedEvent learn(String type, Map<String, ?> data) {
        var now = clock.instant();
        var event = new FeedEvent(Ids.at(now), type, "subject", now, json.valueToTree(data));
        inbox.take(feed, last(), List.of(event));
        return event;
    }

    public Optional<UUID> last() {
        return inbox.lastEventId(PlanFeed.NAME);
    }

    public Map<String, Object> offer(String uzovi, String agb, String startsOn) {
        return new HashMap<>(Map.of(
                "uzovi",
                uzovi,
                "agb",
                agb,
                "startsOn",
                startsOn,
                "expiresAt",
                "2023-06-30T22:00:00Z",
                "tariffSeries",
                "MTVP-2023",
                "textVersion",
                "2023-1"));
    }

    public String offered(String uzovi, String agb, String startsOn) {
        return postAs(buyer(uzovi), OFFERS, offer(uzovi, agb, startsOn))
                .statusCode(201)
                .extract()
                .path("id");
    }

    public ValidatableResponse accept(String agb, String offerId) {
        return postAs(signatory(agb), OFFERS + "/" + offerId + "/acceptances", ALL_AFFIRMED);
    }

    /** The id of a contract of an admitted practice. */
    public String contracted(String uzovi, String agb, String startsOn) {
        return accept(agb, offered(uzovi, agb, startsOn))
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** The data of this service's events of a type about a subject, in their order. */
    @SuppressWarnings("unchecked")
    public List<Map<String, Object>> told(String type, String subject) {
        return Feed.events().stream()
                .filter(event -> type.equals(event.get("type")) && subject.equals(event.get("subject")))
                .map(event -> (Map<String, Object>) event.get("data"))
                .toList();
    }

    public static ValidatableResponse postAs(String token, String path, Object body) {
        return as(token).contentType("application/json").body(body).post(path).then();
    }

    /** A POST without a body. */
    public static ValidatableResponse postAs(String token, String path) {
        return as(token).post(path).then();
    }

    public static ValidatableResponse getAs(String token, String path) {
        return given().auth().oauth2(token).get(path).then();
    }

    /** With a new Idempotency-Key. */
    public static RequestSpecification as(String token) {
        return as(token, UUID.randomUUID().toString());
    }

    public static RequestSpecification as(String token, String idempotencyKey) {
        return given().auth().oauth2(token).header(Idempotency.HEADER, idempotencyKey);
    }

    public static String buyer(String uzovi) {
        return Tokens.insurer("buyer-" + uzovi, List.of(uzovi), Roles.INSURER);
    }

    public static String approver(String uzovi) {
        return Tokens.insurer("approver-" + uzovi, List.of(uzovi), Roles.INSURER, Roles.INSURER_APPROVER);
    }

    public static String signatory(String agb) {
        return Tokens.practice("signatory-" + agb, List.of(agb), kvkOf(agb), Roles.PRACTICE, Roles.SIGNATORY);
    }

    public static String service() {
        return Tokens.system("payment-service", Map.of(), Roles.SERVICE);
    }
}
