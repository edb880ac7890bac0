package nl.mtvp.payment;

import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import nl.mtvp.payment.contract.ContractProjection;
import org.jboss.logging.Logger;

/** Serves until it is stopped; or does the one administrative command that it was started with, and ends. */
@ApplicationScoped
@Unremovable
class AdministrativeCommand implements QuarkusApplication {

    /** Rebuilds what contract-service told from the inbox; see docs/operating.md. */
    static final String REBUILD = "rebuild-contract-facts";

    private static final Logger LOG = Logger.getLogger(AdministrativeCommand.class);
    private static final int USAGE = 2;

    private final ContractProjection projection;

    AdministrativeCommand(ContractProjection projection) {
        this.projection = projection;
    }

    @Override
    public int run(String... arguments) {
        if (arguments.length == 0) {
            Quarkus.waitForExit();
            return 0;
        }
        if (!List.of(arguments).equals(List.of(REBUILD))) {
            LOG.errorf("the only command is %s", REBUILD);
            return USAGE;
        }
        for (var rebuilt : projection.rebuild()) {
            LOG.infof(
                    "%s: %d rows, %s",
                    rebuilt.table(),
                    rebuilt.rows(),
                    rebuilt.same() ? "the same as before" : "other than the " + rebuilt.rowsBefore() + " before");
        }
        return 0;
    }
}
