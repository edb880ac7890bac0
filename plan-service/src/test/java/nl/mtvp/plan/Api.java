package nl.mtvp.plan;

import static io.restassured.RestAssured.given;
import static io.restassured.http.ContentType.JSON;

import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.rest.command.Idempotency;
import nl.mtvp.kernel.testing.Tokens;

/** The service as a client meets it, for tests: who asks, what they send, and a small world to ask about. */
public final class Api {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private Api() {}

    public static String rho(String code) {
        return Tokens.rho("person-of-" + code, code, Roles.RHO);
    }

    public static String buyer(String uzovi) {
        return Tokens.insurer("buyer-" + uzovi, List.of(uzovi), Roles.INSURER);
    }

    public static String approver(String uzovi) {
        return Tokens.insurer("approver-" + uzovi, List.of(uzovi), Roles.INSURER, Roles.INSURER_APPROVER);
    }

    public static String practice(String agb) {
        return Tokens.practice("gp-" + agb, List.of(agb), "12345678", Roles.PRACTICE);
    }

    public static String notary() {
        return Tokens.of("notary", Roles.NOTARY);
    }

    public static String service() {
        return Tokens.system("contract-service", Map.of(), Roles.SERVICE);
    }

    public static ValidatableResponse post(String token, String path, Object body) {
        return post(token, UUID.randomUUID().toString(), path, body);
    }

    public static ValidatableResponse post(String token, String key, String path, Object body) {
        return given().auth()
                .oauth2(token)
                .header(Idempotency.HEADER, key)
                .contentType(JSON)
                .body(body)
                .post("/v1" + path)
                .then();
    }

    /** Without a body. */
    public static ValidatableResponse post(String token, String path) {
        return given().auth()
                .oauth2(token)
                .header(Idempotency.HEADER, UUID.randomUUID().toString())
                .noContentType()
                .post("/v1" + path)
                .then();
    }

    public static ValidatableResponse get(String token, String path) {
        return given().auth().oauth2(token).get("/v1" + path).then();
    }

    /** A fresh RHO and, with the same code, its one region with these hubs. */
    public static String region(String... hubs) {
        var code = "R" + NUMBER.incrementAndGet() + "-"
                + UUID.randomUUID().toString().substring(0, 8);
        var token = rho(code);
        post(token, "/rhos", Map.of("code", code, "name", "RHO " + code, "kvk", "12345678"))
                .statusCode(201);
        post(token, "/regions", Map.of("code", code, "name", "Region " + code, "rho", code))
                .statusCode(201);
        Stream.of(hubs).forEach(hub -> post(token, "/regions/" + code + "/hubs", Map.of("name", hub))
                .statusCode(201));
        return code;
    }

    /** An AGB code that no other test uses. */
    public static String agb() {
        return "01%06d".formatted(NUMBER.incrementAndGet());
    }

    /** A practice as an RHO declares it. */
    public record Line(String agb, String name, String hub, long ion) {}

    public static Line line(String agb, String hub, long ion) {
        return new Line(agb, "Practice " + agb, hub, ion);
    }

    public static void practices(String region, Line... lines) {
        post(rho(region), "/regions/" + region + "/practices", Map.of("practices", List.of(lines)))
                .statusCode(201);
    }

    public static void preferent(String region, String uzovi) {
        post(buyer(uzovi), "/regions/" + region + "/preferent-insurers", Map.of("uzovi", uzovi))
                .statusCode(201);
    }

    /** The path of the page after this one. */
    public static String next(ValidatableResponse page) {
        String link = page.extract().header("Link");
        return link.substring(link.indexOf("/v1/") + "/v1".length(), link.indexOf('>'));
    }
}
