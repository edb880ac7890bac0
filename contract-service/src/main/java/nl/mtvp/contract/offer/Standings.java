package nl.mtvp.contract.offer;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.mtvp.contract.admission.db.AdmissionRepository;
import nl.mtvp.contract.admission.domain.Admission;
import nl.mtvp.contract.agreement.db.AgreementRepository;
import nl.mtvp.contract.agreement.domain.ExistingAgreement;
import nl.mtvp.contract.contract.db.ContractRepository;
import nl.mtvp.contract.offer.db.OfferRepository;
import nl.mtvp.contract.offer.domain.Pair;
import nl.mtvp.contract.offer.domain.Proposal;
import nl.mtvp.contract.offer.domain.Standing;
import nl.mtvp.contract.party.db.InsurerRepository;
import nl.mtvp.contract.party.db.PracticeRepository;
import nl.mtvp.contract.party.domain.Label;
import nl.mtvp.contract.party.domain.SchemePeriod;
import nl.mtvp.kernel.identity.Agb;

/** Looks up what is known of the pairs of many proposals, in one statement per kind of fact. */
@ApplicationScoped
class Standings {

    private final InsurerRepository insurers;
    private final PracticeRepository practices;
    private final AdmissionRepository admissions;
    private final ContractRepository contracts;
    private final OfferRepository offers;
    private final AgreementRepository agreements;

    Standings(
            InsurerRepository insurers,
            PracticeRepository practices,
            AdmissionRepository admissions,
            ContractRepository contracts,
            OfferRepository offers,
            AgreementRepository agreements) {
        this.insurers = insurers;
        this.practices = practices;
        this.admissions = admissions;
        this.contracts = contracts;
        this.offers = offers;
        this.agreements = agreements;
    }

    /** What is known of these pairs, to be asked for each of their proposals. */
    Function<Proposal, Standing> of(Collection<Pair> pairs) {
        var uzovis = pairs.stream().map(Pair::uzovi).collect(Collectors.toSet());
        var agbs = pairs.stream().map(Pair::agb).collect(Collectors.toSet());
        var registered = insurers.registered(uzovis);
        var practicing = practices.registered(agbs);
        var admitted = admissions.of(agbs);
        var approved = admissions.inForce(admitted.values().stream()
                .flatMap(List::stream)
                .map(Admission::region)
                .collect(Collectors.toSet()));
        var held = contracts.holdings(uzovis, agbs).stream()
                .collect(Collectors.groupingBy(days -> new Pair(days.uzovi(), days.agb())));
        var open = offers.open(pairs);
        var brands = insurers.labelsOf(uzovis);
        var had = insurers.schemesOf(uzovis);
        var existing = agreements.of(uzovis, agbs).stream()
                .collect(Collectors.groupingBy(agreement -> new Pair(agreement.uzovi(), agreement.agb())));
        return proposal -> {
            var uzovi = proposal.uzovi();
            var startsOn = proposal.startsOn();
            var pair = proposal.pair();
            var ofPractice = admitted.getOrDefault(proposal.agb(), List.of());
            return new Standing(
                    registered.contains(uzovi),
                    practicing.contains(proposal.agb()),
                    ofPractice,
                    ofPractice.stream().findFirst().map(first -> approved.get(first.region())),
                    held.getOrDefault(pair, List.of()).stream().anyMatch(days -> days.coversAnyDayFrom(startsOn)),
                    open.contains(pair),
                    Label.contractsFor(uzovi, startsOn, brands),
                    SchemePeriod.on(startsOn, had.getOrDefault(uzovi, List.of())),
                    ExistingAgreement.unarranged(existing.getOrDefault(pair, List.of()), startsOn));
        };
    }

    /** The admissions of one practice, as they are now. */
    List<Admission> admissionsOf(Agb agb) {
        return admissions.of(Set.of(agb)).getOrDefault(agb, List.of());
    }
}
