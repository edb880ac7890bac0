package nl.mtvp.plan.monitoring.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.identity.Agb;

/**
 * A value of an indicator for a year, as somebody delivers it (D14).
 *
 * @param agb of the practice, for an indicator of practices; else null
 * @param region for an indicator of regions; else null
 * @param baseline whether it is what it was before the scheme
 */
public record Delivered(
        String indicator,
        Agb agb,
        String region,
        int year,
        BigDecimal numerator,
        BigDecimal denominator,
        boolean baseline) {

    /** What has one value: a newer one takes the older one's place. */
    public record Key(String indicator, String subject, int year) {}

    /** What has one baseline. */
    public record Subject(String indicator, String subject) {}

    /** Whose value it is; a region's code may look like an AGB. */
    public record Measured(Agb agb, String region) {}

    public Measured measured() {
        return new Measured(agb, agb == null ? region : null);
    }

    public Key key() {
        return new Key(indicator, subject(), year);
    }

    /** The practice's AGB, or null. */
    public String agbCode() {
        return agb == null ? null : agb.code();
    }

    /** The practice's AGB or the region's code. */
    public String subject() {
        return agb == null ? region : agb.code();
    }

    /** What is wrong with it in itself; the indicator is null when there is none of its code. */
    public List<Fault> faults(Indicator known, int thisYear) {
        var faults = new ArrayList<Fault>();
        if (known == null) {
            faults.add(Fault.inBody(
                    "/indicator", "unknown-indicator", "D14: there is no such indicator; see GET /indicators"));
        } else if (known.level() == Indicator.Level.PRACTICE && (agb == null || region != null)) {
            faults.add(Fault.inBody(
                    "/agb", "of-a-practice", "D14: " + indicator + " is a practice's: name its AGB, and no region"));
        } else if (known.level() == Indicator.Level.REGION && (region == null || agb != null)) {
            faults.add(Fault.inBody(
                    "/region", "of-a-region", "D14: " + indicator + " is a region's: name the region, and no AGB"));
        }
        faults.addAll(faults(year, thisYear));
        return faults;
    }

    /** What is wrong with its year, whatever is measured. */
    public static List<Fault> faults(int year, int thisYear) {
        return year > thisYear
                ? List.of(Fault.inBody("/year", "in-the-future", "D14: " + thisYear + " is the last year with values"))
                : List.of();
    }
}
