package nl.mtvp.plan.admission.domain;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.mtvp.kernel.json.CanonicalJson;
import nl.mtvp.kernel.json.Digests;
import org.threeten.extra.YearQuarter;

/**
 * What a round draws from, as frozen (D18, D20): it and its hash never change afterwards.
 *
 * <p>Its canonical form is the RFC 8785 JSON of exactly these seven properties ({@code ceilingPercent}, {@code lots},
 * {@code quarter}, {@code region}, {@code roundId}, {@code totalIon}, {@code usedIon}); a lot has {@code id},
 * {@code ion}, {@code kind} and {@code members}, a member {@code agb} and {@code ion}. Lots are ordered by id as
 * unsigned UTF-8 bytes, members by AGB. The {@code poolHash} is the SHA-256 of that form's UTF-8 bytes.
 *
 * @param totalIon all ION of the region's practices at the freeze, opted out or not: the denominator
 * @param usedIon the ION, at the freeze too, of those that earlier rounds admitted
 */
public record Pool(
        UUID roundId,
        String region,
        YearQuarter quarter,
        int ceilingPercent,
        long totalIon,
        long usedIon,
        List<Lot> lots) {

    public Pool {
        Objects.requireNonNull(roundId, "roundId");
        Objects.requireNonNull(region, "region");
        Objects.requireNonNull(quarter, "quarter");
        lots = List.copyOf(lots);
        if (!lots.equals(lots.stream().sorted(Lot.BY_ID).toList())) {
            throw new IllegalArgumentException("the lots of a pool are ordered by id");
        }
        if (usedIon < 0 || usedIon + lots.stream().mapToLong(Lot::ion).sum() > totalIon) {
            throw new IllegalArgumentException("a region has no less ION than its admitted practices and its lots");
        }
    }

    public byte[] canonical() {
        return CanonicalJson.bytes(this);
    }

    public byte[] hash() {
        return Digests.sha256(canonical());
    }

    /** In the last round everybody left is admitted, without a draw (D19). */
    public boolean needsDraw() {
        return ceilingPercent < Ceilings.ALL;
    }

    /** Whether so many ION used lift the region above the ceiling: {@code 100 x used > ceiling x total} (D19). */
    boolean isExceededBy(long used) {
        return Math.multiplyExact(100L, used) > Math.multiplyExact((long) ceilingPercent, totalIon);
    }
}
