package nl.mtvp.plan.praktijkplan.domain;

import java.util.List;
import java.util.Objects;
import nl.mtvp.kernel.json.Texts;
import nl.mtvp.plan.catalogue.domain.Intervention;

/**
 * An intervention that a practice plans for an implementation year.
 *
 * @param staff told for an expansion of capacity only (D8)
 * @param development how it is developed further than before (D9), or null
 */
public record Planned(Intervention intervention, Support support, List<Staff> staff, String development) {

    public Planned {
        Objects.requireNonNull(intervention, "intervention");
        Objects.requireNonNull(support, "support");
        staff = List.copyOf(staff);
    }

    public String code() {
        return intervention.code();
    }

    boolean isDeveloped() {
        return development != null && !Texts.isBlank(development);
    }
}
