package nl.mtvp.contract.contract.rest;

import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;
import nl.mtvp.contract.contract.ContractUseCases;
import nl.mtvp.contract.contract.domain.Side;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.rest.command.Desk;

/** For which side of a contract the caller speaks. */
@RequestScoped
public class Sides {

    private final ContractUseCases contracts;
    private final Desk desk;

    Sides(ContractUseCases contracts, Desk desk) {
        this.contracts = contracts;
        this.desk = desk;
    }

    /** Only a signatory binds a practice (D26), and only that which holds the contract today. */
    public Side of(UUID contractId) {
        var contract = contracts.withId(contractId, desk.visibility());
        if (desk.has(Roles.SIGNATORY)) {
            desk.actFor(contract.holder(desk.today()));
            return Side.PRACTICE;
        }
        desk.actFor(contract.uzovi());
        return Side.INSURER;
    }

    /** Holds the token against the contract's insurer. */
    public void actForInsurer(UUID contractId) {
        desk.actFor(contracts.withId(contractId, desk.visibility()).uzovi());
    }
}
