package nl.mtvp.contract.contract.domain;

/**
 * A contract came about. It is told within the transaction that makes it, to the features that have a stake in it:
 * what fails there undoes the contract too.
 *
 * @param othersMayFollow whether the practice lets other insurers follow (D30)
 */
public record ContractMade(Contract contract, boolean othersMayFollow) {

    public ContractMade {
        Present.all(contract);
    }
}
