package nl.mtvp.contract.following;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.mtvp.contract.contract.db.ContractRepository;
import nl.mtvp.contract.contract.domain.Contract;
import nl.mtvp.contract.contract.domain.Holding;
import nl.mtvp.contract.following.db.FollowingRepository;
import nl.mtvp.contract.following.domain.FollowingPolicy;
import nl.mtvp.contract.party.db.InsurerRepository;
import nl.mtvp.contract.party.domain.Insurer;
import nl.mtvp.contract.party.domain.Label;
import nl.mtvp.contract.party.domain.Scheme;
import nl.mtvp.contract.party.domain.SchemePeriod;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;

/** Finds the insurers that may follow a contract (D30): registered, with the scheme MTVP (D31), under their own code. */
@ApplicationScoped
class Followers {

    private static final int INSURERS_MAX = 1_000;

    private final InsurerRepository insurers;
    private final FollowingRepository proposals;
    private final ContractRepository contracts;

    Followers(InsurerRepository insurers, FollowingRepository proposals, ContractRepository contracts) {
        this.insurers = insurers;
        this.proposals = proposals;
        this.contracts = contracts;
    }

    /** The policies of all insurers that follow this contract. */
    List<FollowingPolicy> of(Contract preferent) {
        var others = insurers.list(PageRequest.first(INSURERS_MAX)).rows().stream()
                .map(Insurer::uzovi)
                .filter(uzovi -> !uzovi.equals(preferent.uzovi()))
                .toList();
        return among(others, preferent).stream()
                .filter(FollowingPolicy::follows)
                .toList();
    }

    /** The policies of those among these insurers that could follow this contract, whether they want to or not. */
    List<FollowingPolicy> among(Collection<Uzovi> uzovis, Contract preferent) {
        var day = preferent.startsOn();
        var had = insurers.schemesOf(uzovis);
        var brands = insurers.labelsOf(uzovis);
        var taken = taken(uzovis, preferent.agb(), day);
        var stated = proposals.policies(uzovis);
        return uzovis.stream()
                .filter(uzovi -> SchemePeriod.on(day, had.getOrDefault(uzovi, List.of())) == Scheme.MTVP)
                .filter(uzovi -> Label.contractsFor(uzovi, day, brands).isEmpty())
                .filter(uzovi -> !taken.contains(uzovi))
                .map(stated::get)
                .toList();
    }

    /** The insurers among these with which the practice holds a contract on some day from this one on (D29). */
    Set<Uzovi> taken(Collection<Uzovi> uzovis, Agb agb, LocalDate day) {
        return contracts.holdings(uzovis, Set.of(agb)).stream()
                .filter(holding -> holding.coversAnyDayFrom(day))
                .map(Holding::uzovi)
                .collect(Collectors.toSet());
    }
}
