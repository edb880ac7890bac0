package nl.mtvp.kernel.rest.parameter;

import static io.restassured.RestAssured.given;
import static nl.mtvp.kernel.rest.Trials.PROBLEM;
import static nl.mtvp.kernel.rest.Trials.asking;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.kernel.testing.Tokens;
import org.junit.jupiter.api.Test;

/** What is wrong with the parameters of a request is named, all of it at once. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class ParameterCheckTest {

    @Test
    void a_parameter_out_of_bounds_or_form_is_named() {
        asking("3332").get("/v1/trials?limit=0").then().statusCode(400).body("errors.location", contains("limit"));
        asking("3332")
                .get("/v1/trials?agb=123")
                .then()
                .statusCode(400)
                .contentType(PROBLEM)
                .body("errors.detail", hasItem(containsString("8 digits")));
        asking("3332").get("/v1/trials/123").then().statusCode(400).contentType(PROBLEM);
        asking("3332").get("/v1/trials?cursor=~").then().statusCode(400).body("errors.location", contains("cursor"));
    }

    /** Java reads all of these. */
    @Test
    void numbers_and_ids_are_written_in_one_way() {
        for (var limit : List.of("٥", "+5", "05", "0x5", " 5", "5.0", "99999999999")) {
            asking("3332")
                    .queryParam("limit", limit)
                    .get("/v1/trials")
                    .then()
                    .statusCode(400)
                    .body("errors.location", contains("limit"));
        }
        asking("3332").get("/v1/trials/1-2-3-4-5").then().statusCode(400).body("errors.location", contains("id"));
        asking("3332").get("/v1/trials/" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void everything_wrong_with_the_parameters_is_named_at_once() {
        asking("3332")
                .get("/v1/trials?limit=many&agb=123&agbs=12345678&cursor=a&cursor=b")
                .then()
                .statusCode(400)
                .contentType(PROBLEM)
                .body("errors.in", everyItem(is("query")))
                .body("errors.location", contains("agb", "agbs", "cursor", "limit"))
                .body("errors.code", contains("malformed", "unknown-parameter", "repeated", "malformed"))
                .body(
                        "errors.detail[1]",
                        containsString("There are agb, amountMax, amountMin, cursor, from, limit, name, quarter"));
        asking("3332")
                .get("/v1/trials/123?id=4")
                .then()
                .statusCode(400)
                .body("errors.in", contains("path", "query"))
                .body("errors.location", contains("id", "id"));
    }

    /** An empty list would be the answer, and would look like one about what there is. */
    @Test
    void a_range_in_which_nothing_lies_is_refused() {
        for (var empty : Map.of(
                        "amountMin=10.00&amountMax=9.99", "amountMax",
                        "quarterFrom=2024-Q1&quarterUntil=2023-Q4", "quarterUntil",
                        "quarter=2024-Q1&quarterUntil=2023-Q4", "quarterUntil",
                        "quarter=2023-Q1&quarterFrom=2023-Q4", "quarter",
                        "from=2024-01-02&until=2024-01-01", "until",
                        "from=2024-01-01&until=2024-01-01", "until")
                .entrySet()) {
            asking("3332")
                    .get("/v1/trials?" + empty.getKey())
                    .then()
                    .statusCode(400)
                    .contentType(PROBLEM)
                    .body("errors.code", contains("empty-range"))
                    .body("errors.location", contains(empty.getValue()));
        }
        asking("3332")
                .get("/v1/trials?amountMin=10.00&amountMax=10.00&quarterFrom=2024-Q1&quarterUntil=2024-Q1"
                        + "&quarter=2024-Q1&from=2024-01-01&until=2024-01-02")
                .then()
                .statusCode(200);
    }

    @Test
    void a_parameter_out_of_bounds_is_named_where_it_stands() {
        asking("3332")
                .get("/v1/trials?limit=0&name=ab")
                .then()
                .statusCode(400)
                .body("errors.in", everyItem(is("query")))
                .body("errors.location", contains("limit", "name"));
        asking("3332")
                .get("/v1/trials/" + UUID.randomUUID() + "/parts/0")
                .then()
                .statusCode(400)
                .body("errors.in", contains("path"))
                .body("errors.location", contains("number"));
    }

    @Test
    void who_may_not_ask_learns_nothing_of_the_parameters() {
        given().get("/v1/trials?agb=123").then().statusCode(401);
        given().auth()
                .oauth2(Tokens.of("p", "rho"))
                .get("/v1/trials?agb=123")
                .then()
                .statusCode(403);
    }
}
