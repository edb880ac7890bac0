package nl.mtvp.contract.contract;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.mtvp.contract.contract.db.ContractRepository;
import nl.mtvp.contract.contract.domain.Certificate;
import nl.mtvp.contract.contract.domain.Contract;
import nl.mtvp.contract.contract.domain.ContractAccepted;
import nl.mtvp.contract.contract.domain.ContractFilter;
import nl.mtvp.contract.contract.domain.ContractInTheWay;
import nl.mtvp.contract.contract.domain.ContractMade;
import nl.mtvp.contract.contract.domain.ContractNotFound;
import nl.mtvp.contract.contract.domain.Origin;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.db.Transactions;
import nl.mtvp.kernel.feed.Events;
import nl.mtvp.kernel.feed.FeedEvent;
import nl.mtvp.kernel.feed.NewEvent;

/** Concludes contracts and shows them with their evidence (D27, D29). */
@ApplicationScoped
public class ContractUseCases {

    private final Transactions transactions;
    private final ContractRepository contracts;
    private final Events events;
    private final Event<ContractMade> made;

    ContractUseCases(Transactions transactions, ContractRepository contracts, Events events, Event<ContractMade> made) {
        this.transactions = transactions;
        this.contracts = contracts;
        this.events = events;
        this.made = made;
    }

    /** Concludes a contract that no other insurer may follow. */
    public void conclude(Contract contract, Certificate certificate) {
        conclude(contract, certificate, false, contract.acceptedAt());
    }

    /**
     * Records a contract, its evidence and its event; joins the transaction of the acceptance, and so does every
     * feature that listens for a {@link ContractMade}.
     *
     * @param othersMayFollow whether the practice lets other insurers follow (D30)
     * @param now when we record it; it may have been signed earlier
     * @throws ContractInTheWay if the pair has a contract on some of the same days
     */
    public void conclude(Contract contract, Certificate certificate, boolean othersMayFollow, Instant now) {
        transactions.perform(tx -> {
            contracts.add(tx, contract, certificate);
            var accepted = ContractAccepted.of(contract, certificate);
            boolean followed = contract.origin().kind() == Origin.Kind.FOLLOWING;
            var type = followed ? ContractAccepted.FOLLOWED : ContractAccepted.TYPE;
            events.publish(tx, new NewEvent(type, contract.id().toString(), accepted), now);
            made.fire(new ContractMade(contract, othersMayFollow));
        });
    }

    public Contract withId(UUID id, Visibility visibility) {
        return transactions.run(tx -> contracts.withId(tx, id, visibility)).orElseThrow(() -> new ContractNotFound(id));
    }

    public Certificate certificate(UUID contractId, Visibility visibility) {
        return transactions.run(tx -> contracts
                .withId(tx, contractId, visibility)
                .flatMap(contract -> contracts.certificate(tx, contract.id()))
                .orElseThrow(() -> new ContractNotFound(contractId)));
    }

    /** What was told of the contract and of what it comes from, in its order. */
    public List<FeedEvent> timeline(UUID contractId, Visibility visibility) {
        return transactions.run(tx -> {
            var contract =
                    contracts.withId(tx, contractId, visibility).orElseThrow(() -> new ContractNotFound(contractId));
            var subjects = List.of(contractId.toString(), contract.origin().id().toString());
            return events.about(tx, subjects);
        });
    }

    /** A state is the one of this day. */
    public List<Contract> after(ContractFilter filter, LocalDate today, Visibility visibility, UUID after, int limit) {
        return transactions.run(tx -> contracts.after(tx, filter, today, visibility, after, limit));
    }
}
