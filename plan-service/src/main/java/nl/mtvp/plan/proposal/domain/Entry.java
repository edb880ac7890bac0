package nl.mtvp.plan.proposal.domain;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.plan.catalogue.domain.Intervention;
import nl.mtvp.plan.catalogue.domain.Kernelement;

/** How an accepted proposal stands in the catalogue (D1, D2). */
@Embeddable
public record Entry(String code, String nameEn, LocalDate usableFrom) {

    public static final String CODE_FORM = "[A-Z]{2}-[0-9]{2}";
    public static final String CODE_RULE = "a code has two capitals, a hyphen and two digits, like AW-10";

    /** What keeps it out of the catalogue; all of it. */
    public List<Fault> faults(Kernelement kernelement, LocalDate decidedOn) {
        var faults = new ArrayList<Fault>();
        if (!code.startsWith(kernelement.codePrefix())) {
            faults.add(Fault.inBody(
                    "/entry/code",
                    "code-of-another-kernelement",
                    "D1: the codes of " + kernelement + " begin with " + kernelement.codePrefix()));
        }
        if (usableFrom.isBefore(decidedOn)) {
            faults.add(Fault.inBody(
                    "/entry/usableFrom",
                    "before-the-decision",
                    "D2: it cannot be usable before " + decidedOn + ", the day of the decision"));
        }
        return faults;
    }

    Intervention joining(Idea idea) {
        return new Intervention(code, idea.kernelement(), idea.name(), nameEn, usableFrom);
    }
}
