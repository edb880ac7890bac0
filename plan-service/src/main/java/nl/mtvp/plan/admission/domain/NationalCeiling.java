package nl.mtvp.plan.admission.domain;

import org.threeten.extra.YearQuarter;

/**
 * How much may have started from a quarter on (D16). The regions' share is enforced; the nation's ION are shown.
 *
 * @param admittedIon of all that were admitted, over all regions, for quarters up to the next ceiling
 */
public record NationalCeiling(YearQuarter fromQuarter, int percent, long nationalIon, long admittedIon) {}
