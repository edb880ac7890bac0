package nl.mtvp.kernel.testing;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import nl.mtvp.kernel.access.Roles;
import org.junit.jupiter.api.Test;

/** That what an operation sends to the database is counted, and held to its row. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class StatementsTest {

    @Test
    void an_operation_may_send_what_its_row_says_and_not_one_statement_more() {
        int allowed = Statements.allowed().get("loop");
        assertTrue(allowed > 1, "a row that says something");
        assertEquals(200, asked("/v1/trials/loop?times=" + allowed));
        assertEquals(500, asked("/v1/trials/loop?times=" + (allowed + 1)));
        assertEquals(200, asked("/v1/trials/loop?times=" + allowed), "each request is counted by itself");
    }

    private static int asked(String path) {
        return given().auth()
                .oauth2(Tokens.system("counted", Map.of("uzovi", "3332"), Roles.INSURER))
                .get(path)
                .statusCode();
    }
}
