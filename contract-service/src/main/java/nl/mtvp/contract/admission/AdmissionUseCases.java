package nl.mtvp.contract.admission;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.mtvp.contract.admission.db.AdmissionRepository;
import nl.mtvp.contract.admission.db.RegioplanRepository;
import nl.mtvp.contract.admission.domain.Admission;
import nl.mtvp.contract.admission.domain.ApprovedRegioplan;
import nl.mtvp.kernel.db.Transactions;
import nl.mtvp.kernel.identity.Agb;
import org.threeten.extra.YearQuarter;

/** What this service knows of plans and admissions. */
@ApplicationScoped
public class AdmissionUseCases {

    private final Transactions transactions;
    private final AdmissionRepository admissions;
    private final RegioplanRepository regioplannen;

    AdmissionUseCases(Transactions transactions, AdmissionRepository admissions, RegioplanRepository regioplannen) {
        this.transactions = transactions;
        this.admissions = admissions;
        this.regioplannen = regioplannen;
    }

    /** An admission with the approved regioplan of its region, if there is one. */
    public record Admitted(Admission admission, Optional<ApprovedRegioplan> regioplan) {}

    public List<Admitted> after(
            Optional<String> region, Optional<YearQuarter> quarter, Optional<Agb> agb, String after, int limit) {
        return transactions.run(tx -> {
            var found = admissions.after(tx, region, quarter, agb, after, limit);
            Map<String, ApprovedRegioplan> inForce = regioplannen.inForce(
                    tx, found.stream().map(Admission::region).collect(Collectors.toSet()));
            return found.stream()
                    .map(admission -> new Admitted(admission, Optional.ofNullable(inForce.get(admission.region()))))
                    .toList();
        });
    }
}
