package nl.mtvp.contract.contract;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.mtvp.contract.contract.db.ContractRepository;
import nl.mtvp.contract.contract.domain.Certificate;
import nl.mtvp.contract.contract.domain.Contract;
import nl.mtvp.contract.contract.domain.Contract.ContractFilter;
import nl.mtvp.contract.contract.domain.ContractAccepted;
import nl.mtvp.contract.contract.domain.ContractMade;
import nl.mtvp.contract.contract.domain.ContractRefused;
import nl.mtvp.contract.contract.domain.Origin;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.feed.Events;
import nl.mtvp.kernel.feed.FeedEvent;
import nl.mtvp.kernel.feed.NewEvent;

/** Concludes contracts and shows them with their evidence (D27, D29). */
@ApplicationScoped
public class ContractUseCases {

    private final ContractRepository contracts;
    private final Events events;
    private final Event<ContractMade> made;

    ContractUseCases(ContractRepository contracts, Events events, Event<ContractMade> made) {
        this.contracts = contracts;
        this.events = events;
        this.made = made;
    }

    /**
     * Records a contract, its evidence and its event; joins the transaction of the acceptance, and so does every
     * feature that listens for a {@link ContractMade}.
     *
     * @param othersMayFollow whether the practice lets other insurers follow (D30)
     * @param now when we record it; it may have been signed earlier
     * @throws ContractRefused if the pair has a contract on some of the same days
     */
    @Transactional
    public void conclude(Contract contract, Certificate certificate, boolean othersMayFollow, Instant now) {
        contracts.add(contract, certificate);
        var accepted = ContractAccepted.of(contract, certificate);
        boolean followed = contract.origin().kind() == Origin.OriginKind.FOLLOWING;
        var type = followed ? ContractAccepted.FOLLOWED : ContractAccepted.TYPE;
        events.publish(new NewEvent(type, contract.id().toString(), accepted), now);
        made.fire(new ContractMade(contract, othersMayFollow));
    }

    @Transactional
    public Contract withId(UUID id, Visibility visibility) {
        return contracts.find(id, visibility).orElseThrow(() -> ContractRefused.notFound(id));
    }

    @Transactional
    public Certificate certificate(UUID contractId, Visibility visibility) {
        withId(contractId, visibility);
        return contracts.findCertificate(contractId).orElseThrow();
    }

    /** What was told of the contract and of what it comes from, in its order. */
    @Transactional
    public List<FeedEvent> timeline(UUID contractId, Visibility visibility) {
        var contract = withId(contractId, visibility);
        var subjects = List.of(contractId.toString(), contract.origin().id().toString());
        return events.about(subjects);
    }

    /** A state is the one of this day. */
    @Transactional
    public Page<Contract> list(ContractFilter filter, LocalDate today, Visibility visibility, PageRequest asked) {
        return contracts.list(filter, today, visibility, asked);
    }
}
