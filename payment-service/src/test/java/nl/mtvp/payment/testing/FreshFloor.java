package nl.mtvp.payment.testing;

import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import java.sql.SQLException;
import nl.mtvp.kernel.testing.Sql;

/**
 * Before every test, nobody asked yet about all insurers (D54). Such a question lifts the clocks of all who come after it,
 * and so a test with an insurer of its own would book at moments, and in quarters, that another test's question decided.
 */
public class FreshFloor implements QuarkusTestBeforeEachCallback {

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        try {
            Sql.execute(Sql.APP, "update fact_clock_floor set last_known = '-infinity'");
        } catch (SQLException failure) {
            throw new IllegalStateException("the clocks' floor is not to be reset", failure);
        }
    }
}
