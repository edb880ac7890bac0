package nl.mtvp.contract.contract.rest;

import jakarta.enterprise.context.RequestScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import nl.mtvp.contract.contract.ContractUseCases;
import nl.mtvp.contract.contract.domain.Side;
import nl.mtvp.kernel.access.Caller;
import nl.mtvp.kernel.access.Roles;

/** For which side of a contract the caller speaks. */
@RequestScoped
public class Sides {

    private final ContractUseCases contracts;
    private final Caller caller;
    private final Clock clock;

    Sides(ContractUseCases contracts, Caller caller, Clock clock) {
        this.contracts = contracts;
        this.caller = caller;
        this.clock = clock;
    }

    /** Only a signatory binds a practice (D26), and only that which holds the contract today. */
    public Side of(UUID contractId) {
        var contract = contracts.withId(contractId, caller.visibility());
        if (caller.has(Roles.SIGNATORY)) {
            caller.actFor(contract.holder(today()));
            return Side.PRACTICE;
        }
        caller.actFor(contract.uzovi());
        return Side.INSURER;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
