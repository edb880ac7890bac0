package nl.mtvp.plan.regioplan.domain;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.identity.Uzovi;

/**
 * That a party approved a plan elsewhere, as the pushing portal states it (D7).
 *
 * @param documentDigest SHA-256 of the signed document, in lower-case hexadecimal
 */
@Embeddable
public record Evidence(Uzovi uzovi, String approvedBy, LocalDate approvedOn, String documentDigest) {

    /**
     * What is wrong with the evidence of a pushed plan: doubled, of a stranger, of the future, or missing. Whose cannot be
     * read has a null, and none is missing then.
     */
    public static List<Fault> faults(List<Evidence> evidence, Collection<Party> parties, LocalDate today) {
        var faults = new ArrayList<Fault>();
        var seen = new HashSet<Uzovi>();
        var preferent = parties.stream().map(Party::uzovi).collect(Collectors.toCollection(TreeSet::new));
        for (int line = 0; line < evidence.size(); line++) {
            var stated = evidence.get(line);
            if (stated.uzovi() != null && !seen.add(stated.uzovi())) {
                faults.add(Fault.inBody(
                        "/approvals/" + line + "/uzovi",
                        "named-twice",
                        "D7: insurer " + stated.uzovi() + " approves once"));
            }
            if (stated.uzovi() != null && !preferent.contains(stated.uzovi())) {
                faults.add(Fault.inBody(
                        "/approvals/" + line + "/uzovi",
                        "not-preferent",
                        "D7: insurer " + stated.uzovi() + " is not preferent in a region of this plan"));
            }
            if (stated.approvedOn() != null && stated.approvedOn().isAfter(today)) {
                faults.add(Fault.inBody(
                        "/approvals/" + line + "/approvedOn", "in-the-future", "D7: it cannot be approved yet"));
            }
        }
        boolean all = evidence.stream().allMatch(stated -> stated.uzovi() != null);
        preferent.stream()
                .filter(uzovi -> all && !seen.contains(uzovi))
                .forEach(uzovi -> faults.add(Fault.inBody(
                        "/approvals",
                        "approval-missing",
                        "D7: the evidence of preferent insurer " + uzovi + " is missing")));
        return faults;
    }
}
