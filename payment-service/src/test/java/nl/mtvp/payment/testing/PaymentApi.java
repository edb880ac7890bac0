package nl.mtvp.payment.testing;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.mtvp.kernel.json.Digests;
import nl.mtvp.kernel.testing.Tokens;

/** The API as an insurer's two people and an auditor use it, for tests that tell a story. */
public final class PaymentApi {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final String uzovi;
    private Runnable whileWaiting = () -> {};

    public PaymentApi(String uzovi) {
        this.uzovi = uzovi;
    }

    /** What is done between two looks at something that takes a while, such as moving the clock. */
    public void whileWaiting(Runnable work) {
        whileWaiting = work;
    }

    public String uzovi() {
        return uzovi;
    }

    public RequestSpecification buyer() {
        return as(Tokens.insurer("buyer-" + uzovi, List.of(uzovi), "insurer"));
    }

    public RequestSpecification approver() {
        return as(Tokens.insurer("approver-" + uzovi, List.of(uzovi), "insurer-approver"));
    }

    public RequestSpecification auditor() {
        return as(Tokens.insurer("auditor", List.of("*"), "auditor"));
    }

    public static RequestSpecification as(String token) {
        return as(token, UUID.randomUUID().toString());
    }

    public static RequestSpecification as(String token, String idempotencyKey) {
        return given().auth().oauth2(token).header("Idempotency-Key", idempotencyKey);
    }

    public ValidatableResponse proposeTariff(String validFrom, String euro) {
        var request = new HashMap<String, Object>();
        request.put("uzovi", uzovi);
        request.put("validFrom", validFrom);
        request.put("euroPerIonPerQuarter", euro);
        request.put("ground", "as published");
        return buyer().contentType(ContentType.JSON)
                .body(request)
                .post("/v1/tariffs")
                .then();
    }

    public String tariff(String validFrom, String euro) {
        String id = proposeTariff(validFrom, euro).statusCode(201).extract().path("id");
        approver().post("/v1/tariffs/{id}/approvals", id).then().statusCode(201);
        return id;
    }

    public ValidatableResponse announce(String peildatum, String content, long rows) {
        return announce(peildatum, Digests.hex(Digests.sha256(content.getBytes(StandardCharsets.UTF_8))), rows, uzovi);
    }

    public ValidatableResponse announce(String peildatum, String sha256, long rows, String insurer) {
        return buyer().contentType(ContentType.JSON)
                .body(Map.of("uzovi", insurer, "peildatum", peildatum, "rowCount", rows, "sha256", sha256))
                .post("/v1/ion-deliveries")
                .then();
    }

    public ValidatableResponse send(String delivery, long offset, String content, boolean complete) {
        return send(delivery, offset, content.getBytes(StandardCharsets.UTF_8), complete);
    }

    public ValidatableResponse send(String delivery, long offset, byte[] content, boolean complete) {
        var request = buyer().contentType("application/offset+octet-stream").header("Upload-Offset", offset);
        if (complete) {
            request.header("Upload-Complete", "?1");
        }
        return request.body(content)
                .patch("/v1/ion-deliveries/{id}/content", delivery)
                .then();
    }

    /** Announces and sends content, and waits until it is worked through. */
    public ValidatableResponse deliver(String peildatum, String content) {
        long rows = content.lines().count() - 1;
        String id = announce(peildatum, content, rows).statusCode(201).extract().path("id");
        send(id, 0, content, true).statusCode(204);
        return worked(id);
    }

    public ValidatableResponse worked(String delivery) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).until(() -> {
            String status = delivery(delivery).extract().path("status");
            return status.equals("ACCEPTED") || status.equals("REFUSED");
        });
        return delivery(delivery);
    }

    public ValidatableResponse delivery(String id) {
        return buyer().get("/v1/ion-deliveries/{id}", id).then().statusCode(200);
    }

    /** Makes a run and waits until it is computed; gives it, or the refusal. */
    public ValidatableResponse makeRun(String quarter) {
        var made = startRun(quarter);
        if (made.extract().statusCode() != 201) {
            return made;
        }
        String id = made.extract().path("id");
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> !getRun(id).extract().path("state").equals("COMPUTING"));
        return getRun(id);
    }

    /** The request alone: what it makes is being computed. */
    public ValidatableResponse startRun(String quarter) {
        return buyer().contentType(ContentType.JSON)
                .body(Map.of("uzovi", uzovi, "quarter", quarter))
                .post("/v1/payment-runs")
                .then();
    }

    public ValidatableResponse approveRun(String run, String hash) {
        return approver()
                .contentType(ContentType.JSON)
                .body(Map.of("proposalHash", hash))
                .post("/v1/payment-runs/{id}/approvals", run)
                .then();
    }

    /** Acknowledges whatever the run warns of but mass moves, kind by kind. */
    public void acknowledgeWarnings(String run) {
        var hash = getRun(run).extract().path("proposalHash");
        List<String> kinds = buyer().queryParam("limit", 1_000)
                .get("/v1/payment-runs/{id}/warnings", run)
                .then()
                .statusCode(200)
                .extract()
                .path("findAll { it.acknowledgedBy == null && it.kind != 'MASS_MOVE' }.kind.unique()");
        kinds.forEach(kind -> acknowledge(run, Map.of("proposalHash", hash, "kind", kind, "reason", "looked at"))
                .statusCode(201));
    }

    public ValidatableResponse acknowledge(String run, Map<String, ?> request) {
        return buyer().contentType(ContentType.JSON)
                .body(request)
                .post("/v1/payment-runs/{id}/acknowledgements", run)
                .then();
    }

    public ValidatableResponse warnings(String run) {
        return buyer().get("/v1/payment-runs/{id}/warnings", run).then().statusCode(200);
    }

    public ValidatableResponse preview(String quarter) {
        String id = buyer().contentType(ContentType.JSON)
                .body(Map.of("uzovi", uzovi, "quarter", quarter))
                .post("/v1/payment-run-previews")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> {
            whileWaiting.run();
            return getPreview(id).extract().path("state").equals("COMPUTED");
        });
        return getPreview(id);
    }

    /** A run computed once more, as an auditor asks for it. */
    public ValidatableResponse recomputed(String run) {
        String id = auditor()
                .post("/v1/payment-runs/{id}/recomputations", run)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> {
            whileWaiting.run();
            return getRecomputation(run, id).extract().path("state").equals("COMPUTED");
        });
        return getRecomputation(run, id);
    }

    private ValidatableResponse getRecomputation(String run, String id) {
        return auditor()
                .get("/v1/payment-runs/{run}/recomputations/{id}", run, id)
                .then()
                .statusCode(200);
    }

    public ValidatableResponse getPreview(String id) {
        return buyer().get("/v1/payment-run-previews/{id}", id).then().statusCode(200);
    }

    public ValidatableResponse withdrawRun(String run) {
        return buyer().contentType(ContentType.JSON)
                .body(Map.of("reason", "made too early"))
                .post("/v1/payment-runs/{id}/withdrawals", run)
                .then();
    }

    /** Makes a run, approves it, waits until it is posted, and gives it. */
    public ValidatableResponse run(String quarter) {
        var made = makeRun(quarter).statusCode(200);
        String id = made.extract().path("id");
        acknowledgeWarnings(id);
        approveRun(id, made.extract().path("proposalHash")).statusCode(201);
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> getRun(id).extract().path("state").equals("POSTED"));
        return getRun(id);
    }

    public ValidatableResponse getRun(String id) {
        return buyer().get("/v1/payment-runs/{id}", id).then().statusCode(200);
    }

    public List<Map<String, Object>> lines(String run) {
        return buyer().queryParam("limit", 1_000)
                .get("/v1/payment-runs/{id}/lines", run)
                .then()
                .statusCode(200)
                .extract()
                .path("$");
    }

    public List<Map<String, Object>> payments(Map<String, ?> query) {
        return auditor()
                .queryParams(query)
                .queryParam("limit", 1_000)
                .get("/v1/payments")
                .then()
                .statusCode(200)
                .extract()
                .path("$");
    }
}
