package nl.mtvp.plan;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import nl.mtvp.kernel.testing.Fuzz;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.kernel.testing.Tokens;
import org.junit.jupiter.api.Test;

/** On a database of its own: what it makes there is nobody else's. */
@QuarkusTest
@QuarkusTestResource(value = FuzzTest.Database.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = TokenResource.class, restrictToAnnotatedClass = true)
class FuzzTest {

    /** Another class than the other tests' database, so that it is another one. */
    public static class Database extends PostgresResource {}

    @Test
    void whatever_is_asked_the_answer_is_one_of_the_api() throws IOException {
        Fuzz.tryEverything(Map.of(
                "insurer", Tokens.insurer("buyer", List.of("3332"), "insurer"),
                "insurer-approver", Tokens.insurer("approver", List.of("3332"), "insurer-approver"),
                "practice", Tokens.practice("doctor", List.of("01999901"), "12345678", "practice"),
                "signatory", Tokens.practice("signatory", List.of("01999901"), "12345678", "signatory"),
                "rho", Tokens.rho("region", "unicum", "rho"),
                "national-desk", Tokens.of("desk", "national-desk"),
                "auditor", Tokens.sign(Tokens.person("auditor", "auditor").claim("uzovi", "*")),
                "service", Tokens.system("neighbour", Map.of(), "service"),
                "nobody", Tokens.of("nobody", "insurer"),
                "stranger", "a.b.c"));
    }
}
