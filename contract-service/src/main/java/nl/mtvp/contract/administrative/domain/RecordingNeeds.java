package nl.mtvp.contract.administrative.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.mtvp.contract.admission.domain.Admission;
import nl.mtvp.contract.admission.domain.ApprovedRegioplan;
import nl.mtvp.contract.party.domain.Practice;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.time.Quarters;

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
        var missing = new ArrayList<Fault>();
        if (!insurerRegistered) {
            missing.add(Fault.inState(
                    "insurer " + agreement.uzovi(), "insurer-unknown", "the insurer is not registered here (D22)"));
        }
        var subject = "practice " + agreement.agb();
        if (practice.isEmpty()) {
            missing.add(Fault.inState(subject, "practice-unknown", "the practice is not registered here (D22)"));
        }
        if (admissions.isEmpty()) {
            missing.add(Fault.inState(subject, "not-admitted", "the practice is not admitted in any quarter (D24)"));
        } else if (Quarters.peildatum(admissions.get(0).quarter()).isAfter(agreement.startsOn())) {
            missing.add(Fault.inState(
                    subject,
                    "admitted-later",
                    "the practice is admitted from " + admissions.get(0).quarter()
                            + " on; a contract cannot start earlier (D24, D28)"));
        }
        if (regioplan.isEmpty()) {
            missing.add(Fault.inState(
                    subject,
                    "no-approved-regioplan",
                    "no approved regioplan of the practice's region is known here (D24)"));
        }
        return missing;
    }
}
