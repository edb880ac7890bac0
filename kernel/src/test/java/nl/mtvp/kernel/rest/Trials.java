package nl.mtvp.kernel.rest;

import static io.restassured.RestAssured.given;
import static io.restassured.http.ContentType.JSON;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.mtvp.kernel.rest.command.Idempotency;
import nl.mtvp.kernel.testing.Tokens;

/** Asks the {@link TrialResource}. */
public final class Trials {

    public static final String PROBLEM = "application/problem+json";

    private Trials() {}

    public static Map<String, Object> body(String uzovi, String agb) {
        return new HashMap<>(Map.of("uzovi", uzovi, "agb", agb, "amount", "12124.80", "quarter", "2023-Q2"));
    }

    public static ValidatableResponse post(String asUzovi, Map<String, Object> body, String key) {
        return asking(asUzovi)
                .header(Idempotency.HEADER, key)
                .contentType(JSON)
                .body(body)
                .post("/v1/trials")
                .then();
    }

    public static RequestSpecification asking(String uzovi) {
        return given().auth().oauth2(Tokens.insurer("buyer", List.of(uzovi), "insurer"));
    }

    public static String key() {
        return UUID.randomUUID().toString();
    }
}
