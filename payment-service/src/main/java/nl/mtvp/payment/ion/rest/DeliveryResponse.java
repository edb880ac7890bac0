package nl.mtvp.payment.ion.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.time.Quarters;
import nl.mtvp.payment.ion.domain.Delivery;
import nl.mtvp.payment.ion.domain.Delivery.Accepted;
import nl.mtvp.payment.ion.domain.Delivery.Complete;
import nl.mtvp.payment.ion.domain.Delivery.Compression;
import nl.mtvp.payment.ion.domain.Delivery.DeliveryPhase;
import nl.mtvp.payment.ion.domain.Delivery.DeliveryStatus;
import nl.mtvp.payment.ion.domain.Delivery.Refused;
import nl.mtvp.payment.ion.domain.Delivery.Working;
import nl.mtvp.payment.ion.domain.LineCode;
import nl.mtvp.payment.ion.domain.RefusedLine;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A delivery as announced, and what it came to. */
public record DeliveryResponse(
        UUID id,
        Uzovi uzovi,
        LocalDate peildatum,
        Long rowCount,
        String sha256,
        Compression compression,
        String announcedBy,
        Instant announcedAt,
        DeliveryStatus status,
        Instant completedAt,
        Long accepted,
        Long refused,
        Long duplicates,
        Instant knownFromAt,
        @Schema(description = "Until when it counted, because a newer delivery replaced it; null while it counts")
                Instant knownUntilAt,
        @Schema(description = "SHA-256 of the Parquet file with the accepted lines; null until it counts")
                String evidenceDigest,
        @Schema(
                        description =
                                "When that file was removed, long after it counted; null while it is kept. The counts stay")
                Instant evidenceRemovedAt,
        @Schema(description = "How far the work is; null unless it is worked on") ProgressResponse progress,
        @Schema(description = "Why the whole delivery was refused; null unless it was") FileFaultResponse fault,
        @Schema(description = "How often the work on it failed for a reason of ours; it is tried again")
                Integer failedAttempts) {

    /** What is wrong with the file as a whole. */
    public record FileFaultResponse(String code, String detail) {}

    /** What is being done, and how many lines were read so far. */
    public record ProgressResponse(DeliveryPhase phase, Long linesRead) {}

    static DeliveryResponse of(Delivery delivery) {
        var accepted = delivery.as(Accepted.class);
        return new DeliveryResponse(
                delivery.id(),
                delivery.uzovi(),
                Quarters.peildatum(delivery.quarter()),
                delivery.rowCount(),
                delivery.contentDigest(),
                delivery.compression(),
                delivery.announced().by(),
                delivery.announced().at(),
                delivery.status(),
                delivery.as(Complete.class).map(Complete::completedAt).orElse(null),
                accepted.map(Accepted::accepted).orElse(null),
                accepted.map(Accepted::refused).orElse(null),
                accepted.map(Accepted::duplicate).orElse(null),
                accepted.map(Accepted::knownFrom).orElse(null),
                accepted.flatMap(Accepted::knownUntil).orElse(null),
                accepted.map(Accepted::evidenceDigest).orElse(null),
                accepted.flatMap(Accepted::evidenceRemovedAt).orElse(null),
                delivery.as(Working.class)
                        .flatMap(work -> work.phase().map(phase -> new ProgressResponse(phase, work.linesRead())))
                        .orElse(null),
                delivery.as(Refused.class)
                        .map(refused -> new FileFaultResponse(refused.faultCode(), refused.faultDetail()))
                        .orElse(null),
                delivery.attempts());
    }

    /** A line of a delivery that does not count, and why. */
    public record RefusalResponse(Long line, LineCode code, String detail, UUID pseudonym, Agb agb) {

        static RefusalResponse of(RefusedLine refused) {
            return new RefusalResponse(
                    refused.line(), refused.code(), refused.sentence(), refused.pseudonym(), refused.agb());
        }
    }
}
