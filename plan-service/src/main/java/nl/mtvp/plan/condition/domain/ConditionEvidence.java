package nl.mtvp.plan.condition.domain;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import nl.mtvp.kernel.failure.Fault;

/**
 * What an RHO shows of a condition (D5): a document, and for a mandate the numbers that it proves.
 *
 * @param documentDigest SHA-256 of the document, in lower-case hexadecimal
 * @param region of a mandate, else null
 * @param mandatedGps how many of the region's GPs gave the mandate, or null
 * @param gps how many GPs the region has, or null
 */
@Embeddable
public record ConditionEvidence(
        UUID id,
        @Enumerated(EnumType.STRING) Condition condition,
        String document,
        String documentDigest,
        String region,
        Integer mandatedGps,
        Integer gps,
        Instant recordedAt) {

    private static final Fault NOT_ITS_REGION =
            Fault.inBody("/region", "not-its-region", "D5: a mandate is for one of the RHO's regions");

    public ConditionEvidence {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(condition, "condition");
        Objects.requireNonNull(document, "document");
        Objects.requireNonNull(documentDigest, "documentDigest");
        Objects.requireNonNull(recordedAt, "recordedAt");
    }

    /** Why it cannot be taken; all of it. @param regions those of the RHO */
    public List<Fault> faults(Collection<String> regions) {
        var faults = new ArrayList<>(faults(condition, region, mandatedGps, gps));
        if (condition == Condition.GP_MANDATE && region != null && !regions.contains(region)) {
            faults.add(0, NOT_ITS_REGION);
        }
        return faults;
    }

    /** Why it can be taken of no RHO; what could not be read is null. */
    public static List<Fault> faults(Condition condition, String region, Integer mandatedGps, Integer gps) {
        var faults = new ArrayList<Fault>();
        if (condition == Condition.ION_100000) {
            faults.add(Fault.inBody(
                    "/condition", "counted-here", "D5: the ION are counted from the practices; they take no evidence"));
        } else if (condition == Condition.GP_MANDATE) {
            faults.addAll(mandateFaults(region, mandatedGps, gps));
        } else if (condition != null && Stream.of(region, mandatedGps, gps).anyMatch(Objects::nonNull)) {
            faults.add(Fault.inBody(
                    "/region", "no-mandate", "D5: only a mandate (GP_MANDATE) tells a region and its GPs"));
        }
        return faults;
    }

    private static List<Fault> mandateFaults(String region, Integer mandatedGps, Integer gps) {
        var faults = new ArrayList<Fault>();
        if (region == null) {
            faults.add(NOT_ITS_REGION);
        }
        if (gps == null) {
            faults.add(Fault.inBody("/gps", "not-told", "D5: a mandate tells how many GPs the region has"));
        }
        if (mandatedGps == null) {
            faults.add(Fault.inBody("/mandatedGps", "not-told", "D5: a mandate tells how many GPs gave it"));
        }
        if (gps != null && mandatedGps != null && mandatedGps > gps) {
            faults.add(Fault.inBody("/mandatedGps", "more-than-there-are", "D5: no more GPs give it than there are"));
        }
        return faults;
    }

    /** Whether it proves a mandate of at least 80 %, in integers. */
    boolean provesMandate() {
        return 100L * mandatedGps >= (long) Shortfall.MANDATE_PERCENT_MIN * gps;
    }
}
