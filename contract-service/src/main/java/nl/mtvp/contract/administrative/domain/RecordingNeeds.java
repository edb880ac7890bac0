package nl.mtvp.contract.administrative.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.mtvp.contract.admission.domain.Admission;
import nl.mtvp.contract.admission.domain.ApprovedRegioplan;
import nl.mtvp.contract.offer.domain.OfferNeeds;
import nl.mtvp.contract.party.domain.Practice;
import nl.mtvp.kernel.failure.Fault;

/**
 * What must be there before an earlier agreement becomes a contract. Choice: the same as for an offer (D22, D24, D28),
 * since it is paid by the same rules; only the acceptance is missing.
 *
 * @param admissions those in force, of whatever quarter
 * @param regioplan the approved one of the region of the first admission
 */
public record RecordingNeeds(
        boolean insurerRegistered,
        Optional<Practice> practice,
        List<Admission> admissions,
        Optional<ApprovedRegioplan> regioplan) {

    public RecordingNeeds {
        admissions = admissions.stream()
                .sorted(Comparator.comparing(Admission::quarter))
                .toList();
    }

    /** @throws RecordingRefused naming everything that is missing */
    public void require(Agreement agreement) {
        var missing = missing(agreement);
        if (!missing.isEmpty()) {
            throw RecordingRefused.notPossible(missing);
        }
    }

    /** Everything that is missing, at once. */
    public List<Fault> missing(Agreement agreement) {
        var missing = new ArrayList<>(
                OfferNeeds.unregistered(agreement.uzovi(), agreement.agb(), insurerRegistered, practice.isPresent()));
        missing.addAll(OfferNeeds.missingAdmission(agreement.agb(), agreement.startsOn(), admissions));
        if (regioplan.isEmpty()) {
            missing.add(Fault.inState(
                    "practice " + agreement.agb(),
                    "no-approved-regioplan",
                    "no approved regioplan of the practice's region is known here (D24)"));
        }
        return missing;
    }
}
