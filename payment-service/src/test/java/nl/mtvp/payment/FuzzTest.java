package nl.mtvp.payment;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import nl.mtvp.kernel.testing.Fuzz;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TokenResource;
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
        Fuzz.tryEverything();
    }
}
