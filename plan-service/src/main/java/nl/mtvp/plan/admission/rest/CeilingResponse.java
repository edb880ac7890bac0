package nl.mtvp.plan.admission.rest;

import nl.mtvp.plan.admission.domain.NationalCeiling;
import org.threeten.extra.YearQuarter;

/** How much may have started from a quarter on, and how many ION were admitted over all regions. */
public record CeilingResponse(YearQuarter fromQuarter, int percent, long nationalIon, long admittedIon) {

    static CeilingResponse of(NationalCeiling ceiling) {
        return new CeilingResponse(
                ceiling.fromQuarter(), ceiling.percent(), ceiling.nationalIon(), ceiling.admittedIon());
    }
}
