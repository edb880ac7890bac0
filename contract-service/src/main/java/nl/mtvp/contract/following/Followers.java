package nl.mtvp.contract.following;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.mtvp.contract.contract.db.HoldingRepository;
import nl.mtvp.contract.contract.domain.Contract;
import nl.mtvp.contract.contract.domain.Holding;
import nl.mtvp.contract.following.db.FollowingPolicyRepository;
import nl.mtvp.contract.following.domain.FollowingPolicy;
import nl.mtvp.contract.party.db.InsurerFactRepository;
import nl.mtvp.contract.party.db.PartyRepository;
import nl.mtvp.contract.party.domain.Insurer;
import nl.mtvp.contract.party.domain.Label;
import nl.mtvp.contract.party.domain.Scheme;
import nl.mtvp.contract.party.domain.SchemePeriod;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;

/** Finds the insurers that may follow a contract (D30): registered, with the scheme MTVP (D31), under their own code. */
@ApplicationScoped
class Followers {

    private static final int INSURERS_MAX = 1_000;

    private final PartyRepository parties;
    private final InsurerFactRepository insurerFacts;
    private final FollowingPolicyRepository policies;
    private final HoldingRepository holdings;

    Followers(
            PartyRepository parties,
            InsurerFactRepository insurerFacts,
            FollowingPolicyRepository policies,
            HoldingRepository holdings) {
        this.parties = parties;
        this.insurerFacts = insurerFacts;
        this.policies = policies;
        this.holdings = holdings;
    }

    /** The policies of all insurers that follow this contract. */
    List<FollowingPolicy> of(Contract preferent) {
        var others = parties.insurersAfter(null, INSURERS_MAX).stream()
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
        var schemes = insurerFacts.schemes(uzovis).stream().collect(Collectors.groupingBy(SchemePeriod::uzovi));
        var labels = insurerFacts.labels(uzovis);
        var taken = taken(uzovis, preferent.agb(), day);
        var stated = policies.of(uzovis);
        return uzovis.stream()
                .filter(uzovi -> SchemePeriod.on(day, schemes.getOrDefault(uzovi, List.of())) == Scheme.MTVP)
                .filter(uzovi -> Label.contractsFor(uzovi, day, labels).isEmpty())
                .filter(uzovi -> !taken.contains(uzovi))
                .map(stated::get)
                .toList();
    }

    /** The insurers among these with which the practice holds a contract on some day from this one on (D29). */
    Set<Uzovi> taken(Collection<Uzovi> uzovis, Agb agb, LocalDate day) {
        return holdings.holdings(uzovis, Set.of(agb)).stream()
                .filter(holding -> holding.coversAnyDayFrom(day))
                .map(Holding::uzovi)
                .collect(Collectors.toSet());
    }
}
