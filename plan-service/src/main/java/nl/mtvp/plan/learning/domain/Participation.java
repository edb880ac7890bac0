package nl.mtvp.plan.learning.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.identity.Agb;

/**
 * That a practice took part in an intervention (D12), with its evidence.
 *
 * @param documentDigest the document's SHA-256, in lower-case hexadecimal
 * @param withdrawnAt when it turned out to be recorded wrongly; null while it stands
 */
public record Participation(
        UUID id,
        Agb agb,
        String code,
        LocalDate tookPlaceOn,
        String document,
        String documentDigest,
        Instant recordedAt,
        Instant withdrawnAt,
        String withdrawnReason) {

    public Participation {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(agb, "agb");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(tookPlaceOn, "tookPlaceOn");
        Objects.requireNonNull(document, "document");
        Objects.requireNonNull(documentDigest, "documentDigest");
        if ((withdrawnAt == null) != (withdrawnReason == null)) {
            throw new IllegalArgumentException("who withdraws says why");
        }
    }

    /** That it is told before it can be; of a day that could not be read nothing is said. */
    public static List<Fault> faults(LocalDate tookPlaceOn, LocalDate today) {
        return tookPlaceOn != null && tookPlaceOn.isAfter(today)
                ? List.of(Fault.inBody("/tookPlaceOn", "in-the-future", "D12: tell of it once it took place"))
                : List.of();
    }

    /** Which participations to look for; each may be null. {@code until} is the day after the last. */
    public record ParticipationFilter(Agb agb, String code, String region, LocalDate from, LocalDate until) {}
}
