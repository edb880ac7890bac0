package nl.mtvp.contract.admission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.mtvp.contract.admission.db.AdmissionRepository;
import nl.mtvp.contract.admission.domain.Admission;
import nl.mtvp.contract.admission.domain.ApprovedRegioplan;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.identity.Agb;
import org.threeten.extra.YearQuarter;

/** What this service knows of plans and admissions. */
@ApplicationScoped
public class AdmissionUseCases {

    private final AdmissionRepository admissions;

    AdmissionUseCases(AdmissionRepository admissions) {
        this.admissions = admissions;
    }

    /** An admission with the approved regioplan of its region, if there is one. */
    public record Admitted(Admission admission, Optional<ApprovedRegioplan> regioplan) {}

    @Transactional
    public Page<Admitted> list(String region, YearQuarter quarter, Agb agb, PageRequest asked) {
        var found = admissions.list(region, quarter, agb, asked);
        Map<String, ApprovedRegioplan> inForce =
                admissions.inForce(found.rows().stream().map(Admission::region).collect(Collectors.toSet()));
        return found.map(admission -> new Admitted(admission, Optional.ofNullable(inForce.get(admission.region()))));
    }
}
