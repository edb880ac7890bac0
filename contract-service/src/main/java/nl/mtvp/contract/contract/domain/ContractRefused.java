package nl.mtvp.contract.contract.domain;

import java.util.UUID;
import nl.mtvp.kernel.failure.DomainFailure;
import nl.mtvp.kernel.failure.NotFound;

/** Why something is not done to a contract (D28, D29). */
public final class ContractRefused extends DomainFailure {

    private ContractRefused(String code, String message) {
        super(Kind.CONFLICT, code, message);
    }

    /** Another contract of the same insurer and practice covers some of the same days (D29). */
    public static ContractRefused inTheWay() {
        return new ContractRefused(
                "contract-in-the-way",
                "another contract of this insurer and practice is in force on some of these days;"
                        + " there is at most one at any time (D29). Start after its end, or let it be ended or annulled first");
    }

    /** The contract was undone; nothing more happens to it (D28). */
    public static ContractRefused isAnnulled() {
        return new ContractRefused(
                "contract-is-annulled",
                "the contract was annulled by both parties and counts for no day; make a new offer instead (D28)");
    }

    /** No contract with this id is there for who asks. */
    public static NotFound notFound(UUID id) {
        return new NotFound("contract-not-found", "there is no contract " + id + " for you");
    }

    /** Without its stop or its end the contract would run beside a later one of the same pair (D29, D34, D35). */
    public static ContractRefused laterContractRuns() {
        return new ContractRefused(
                "later-contract-runs",
                "it cannot be withdrawn: a later contract of this insurer and practice runs"
                        + " (D29, D34, D35); let that one be ended or annulled first");
    }
}
