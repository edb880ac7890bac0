package nl.mtvp.contract.eligibility.domain;

import java.util.List;

/**
 * One condition of eligibility, and how a practice meets it (D23).
 *
 * @param warnings what looks odd and stands in nobody's way
 */
public record Check(Name name, List<Shortfall> shortfalls, List<String> warnings) {

    /** The conditions. */
    public enum Name {
        /** The practice's AGB code is of kind 01 (huisarts) or 37 (gezondheidscentrum). */
        PRACTICE_AGB_KIND,
        /** Its GPs are stated. */
        GPS_STATED,
        /** Each GP has a BIG number. */
        GP_BIG_NUMBERS,
        /** Each GP has a personal AGB code. */
        GP_PERSONAL_AGBS,
        /** There is a waarneemregeling. */
        LOCUM_ARRANGEMENT,
        /** The practice stated which exclusions apply to it, and none does. */
        NO_EXCLUSIONS
    }

    /**
     * One thing that falls short.
     *
     * @param subject what or whom it is about
     * @param mend what would mend it
     */
    public record Shortfall(String subject, String reason, String mend) {}

    public Check {
        shortfalls = List.copyOf(shortfalls);
        warnings = List.copyOf(warnings);
    }

    public boolean isMet() {
        return shortfalls.isEmpty();
    }
}
