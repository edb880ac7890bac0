package nl.mtvp.plan.admission.domain;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.threeten.extra.YearQuarter;

/**
 * How much of a region may have started by a quarter, in percents of its ION (D16). It is cumulative, so room that a
 * round leaves unused stays for the next, and a region that skips a quarter loses none.
 */
public final class Ceilings {

    public static final int ALL = 100;

    private final NavigableMap<YearQuarter, Integer> percentFrom = new TreeMap<>();

    /** @param percentFrom the ceiling from each quarter on; it only rises, up to 100 */
    public Ceilings(Map<YearQuarter, Integer> percentFrom) {
        this.percentFrom.putAll(percentFrom);
        var rising = List.copyOf(this.percentFrom.values());
        if (!rising.equals(rising.stream().sorted().toList())) {
            throw new IllegalArgumentException("a cumulative ceiling only rises: " + this.percentFrom);
        }
    }

    /** The ceiling of a quarter; empty before the scheme begins. At 100 everybody left is admitted without a draw. */
    public Optional<Integer> percentAt(YearQuarter quarter) {
        return Optional.ofNullable(percentFrom.floorEntry(quarter)).map(Map.Entry::getValue);
    }

    /**
     * How much may have started from a quarter on (D16). The regions' share is enforced; the nation's ION are shown.
     *
     * @param admittedIon of all that were admitted, over all regions, for quarters up to the next ceiling
     */
    public record NationalCeiling(YearQuarter fromQuarter, int percent, long nationalIon, long admittedIon) {}
}
