package nl.mtvp.contract.portal.domain;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import nl.mtvp.contract.portal.domain.PortalMessage.Problem;

/**
 * What came of an attempt to deliver a message.
 *
 * @param problem what went wrong; empty when the portal gave its receipt
 * @param isFinal whether no repetition can help
 * @param notBefore how long the portal wants to be left alone
 */
public record Attempt(Optional<Problem> problem, boolean isFinal, Duration notBefore) {

    /** What the portal refuses for good (interface: "refused for good"). */
    private static final Set<Integer> FINAL = Set.of(400, 404, 409, 413, 415);

    public static Attempt delivered() {
        return new Attempt(Optional.empty(), false, Duration.ZERO);
    }

    public static Attempt unanswered(String detail) {
        return new Attempt(Optional.of(new Problem("no-answer", detail)), false, Duration.ZERO);
    }

    public static Attempt refused(int status, String detail, Duration notBefore) {
        var problem = new Problem("answered-" + status, detail);
        return new Attempt(Optional.of(problem), FINAL.contains(status), notBefore);
    }

    public boolean isDelivered() {
        return problem.isEmpty();
    }
}
