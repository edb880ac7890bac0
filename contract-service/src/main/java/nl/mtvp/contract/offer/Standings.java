package nl.mtvp.contract.offer;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.mtvp.contract.admission.db.AdmissionRepository;
import nl.mtvp.contract.admission.db.RegioplanRepository;
import nl.mtvp.contract.admission.domain.Admission;
import nl.mtvp.contract.admission.domain.ApprovedRegioplan;
import nl.mtvp.contract.agreement.db.AgreementRepository;
import nl.mtvp.contract.agreement.domain.ExistingAgreement;
import nl.mtvp.contract.contract.db.HoldingRepository;
import nl.mtvp.contract.contract.domain.Holding;
import nl.mtvp.contract.offer.db.OfferRepository;
import nl.mtvp.contract.offer.domain.Pair;
import nl.mtvp.contract.offer.domain.Proposal;
import nl.mtvp.contract.offer.domain.Standing;
import nl.mtvp.contract.party.db.InsurerRepository;
import nl.mtvp.contract.party.db.LabelRepository;
import nl.mtvp.contract.party.db.PracticeRepository;
import nl.mtvp.contract.party.db.SchemeRepository;
import nl.mtvp.contract.party.domain.Label;
import nl.mtvp.contract.party.domain.SchemePeriod;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;

/** Looks up what is known of the pairs of many proposals, in one statement per kind of fact. */
@ApplicationScoped
class Standings {

    private final InsurerRepository insurers;
    private final PracticeRepository practices;
    private final AdmissionRepository admissions;
    private final RegioplanRepository regioplannen;
    private final HoldingRepository holdings;
    private final OfferRepository offers;
    private final LabelRepository labels;
    private final SchemeRepository schemes;
    private final AgreementRepository agreements;

    Standings(
            InsurerRepository insurers,
            PracticeRepository practices,
            AdmissionRepository admissions,
            RegioplanRepository regioplannen,
            HoldingRepository holdings,
            OfferRepository offers,
            LabelRepository labels,
            SchemeRepository schemes,
            AgreementRepository agreements) {
        this.insurers = insurers;
        this.practices = practices;
        this.admissions = admissions;
        this.regioplannen = regioplannen;
        this.holdings = holdings;
        this.offers = offers;
        this.labels = labels;
        this.schemes = schemes;
        this.agreements = agreements;
    }

    /** What is known, to be asked for each proposal. */
    record Known(
            Set<Uzovi> insurers,
            Set<Agb> practices,
            Map<Agb, List<Admission>> admissions,
            Map<String, ApprovedRegioplan> regioplannen,
            Map<Pair, List<Holding>> holdings,
            Set<Pair> open,
            List<Label> labels,
            Map<Uzovi, List<SchemePeriod>> schemes,
            Map<Pair, List<ExistingAgreement>> agreements) {

        Standing at(Proposal proposal) {
            var admitted = admissions.getOrDefault(proposal.agb(), List.of());
            var regioplan = admitted.stream().findFirst().map(first -> regioplannen.get(first.region()));
            boolean inTheWay = holdings.getOrDefault(proposal.pair(), List.of()).stream()
                    .anyMatch(days -> days.coversAnyDayFrom(proposal.startsOn()));
            return new Standing(
                    insurers.contains(proposal.uzovi()),
                    practices.contains(proposal.agb()),
                    admitted,
                    regioplan,
                    inTheWay,
                    open.contains(proposal.pair()),
                    Label.contractsFor(proposal.uzovi(), proposal.startsOn(), labels),
                    SchemePeriod.on(proposal.startsOn(), schemes.getOrDefault(proposal.uzovi(), List.of())),
                    ExistingAgreement.unarranged(
                            agreements.getOrDefault(proposal.pair(), List.of()), proposal.startsOn()));
        }
    }

    Known of(Collection<Pair> pairs) {
        var uzovis = pairs.stream().map(Pair::uzovi).collect(Collectors.toSet());
        var agbs = pairs.stream().map(Pair::agb).collect(Collectors.toSet());
        var admitted = admissions.of(agbs);
        var regions = new HashSet<String>();
        admitted.values().forEach(several -> several.forEach(admission -> regions.add(admission.region())));
        return new Known(
                insurers.registered(uzovis),
                practices.registered(agbs),
                admitted,
                regioplannen.inForce(regions),
                holdings.holdings(uzovis, agbs).stream()
                        .collect(Collectors.groupingBy(days -> new Pair(days.uzovi(), days.agb()))),
                offers.open(pairs),
                labels.withCodes(uzovis),
                schemes.of(uzovis).stream().collect(Collectors.groupingBy(SchemePeriod::uzovi)),
                agreements.of(uzovis, agbs).stream()
                        .collect(Collectors.groupingBy(agreement -> new Pair(agreement.uzovi(), agreement.agb()))));
    }

    /** The admissions of one practice, as they are now. */
    List<Admission> admissionsOf(Agb agb) {
        return Optional.ofNullable(admissions.of(Set.of(agb)).get(agb)).orElse(List.of());
    }
}
