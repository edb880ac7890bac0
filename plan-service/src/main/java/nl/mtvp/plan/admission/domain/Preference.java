package nl.mtvp.plan.admission.domain;

import org.threeten.extra.YearQuarter;

/**
 * What a practice wants (D17): to take part or not, and to start with its hub or not before a later quarter. A practice
 * that states nothing takes part and starts with its hub; opting out takes a statement.
 *
 * @param laterQuarter the first quarter in which it wants to start, or null for its hub's
 */
public record Preference(boolean takesPart, YearQuarter laterQuarter) {

    public static final Preference UNSTATED = new Preference(true, null);

    public Preference {
        if (!takesPart && laterQuarter != null) {
            throw new IllegalArgumentException("who does not take part has no quarter to start in");
        }
    }

    public boolean letsStartIn(YearQuarter quarter) {
        return takesPart && (laterQuarter == null || !laterQuarter.isAfter(quarter));
    }
}
