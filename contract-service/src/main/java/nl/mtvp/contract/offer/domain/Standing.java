package nl.mtvp.contract.offer.domain;

import java.util.List;
import java.util.Optional;
import nl.mtvp.contract.admission.domain.Admission;
import nl.mtvp.contract.admission.domain.ApprovedRegioplan;
import nl.mtvp.contract.agreement.domain.ExistingAgreement;
import nl.mtvp.contract.contract.domain.Basis;
import nl.mtvp.contract.party.domain.Scheme;
import nl.mtvp.kernel.identity.Uzovi;

/**
 * What this service knows of an insurer and a practice when an offer is made.
 *
 * @param admissions those in force, of whatever quarter
 * @param regioplan the approved one of the region of the first admission
 * @param contractInTheWay whether a contract of the pair covers days on or after the intended start
 * @param labelOf the insurer that contracts for the code on the start, if the code is its label
 * @param scheme the insurer's on the start
 * @param unarranged existing agreements that the contract would overlap, with nothing arranged for them
 */
public record Standing(
        boolean insurerRegistered,
        boolean practiceRegistered,
        List<Admission> admissions,
        Optional<ApprovedRegioplan> regioplan,
        boolean contractInTheWay,
        boolean offerOpen,
        Optional<Uzovi> labelOf,
        Scheme scheme,
        List<ExistingAgreement> unarranged) {

    public Standing {
        admissions = List.copyOf(admissions);
        unarranged = List.copyOf(unarranged);
    }

    /** What an offer stands on where nothing is missing. */
    public Basis basis() {
        var approved = regioplan.orElseThrow();
        return new Basis(approved.rho(), admissions.get(0).region(), approved.versionId(), approved.contentHash());
    }
}
