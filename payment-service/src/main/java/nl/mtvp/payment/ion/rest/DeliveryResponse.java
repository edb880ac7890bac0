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
        @Schema(nullable = true) Instant completedAt,
        @Schema(nullable = true) Long accepted,
        @Schema(nullable = true) Long refused,
        @Schema(nullable = true) Long duplicates,
        @Schema(nullable = true) Instant knownFromAt,
        @Schema(nullable = true) Instant knownUntilAt,
        @Schema(nullable = true) String evidenceDigest,
        @Schema(nullable = true) Instant evidenceRemovedAt,
        @Schema(nullable = true) ProgressResponse progress,
        @Schema(nullable = true) FileFaultResponse fault,
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
    public record RefusalResponse(
            Long line,
            LineCode code,
            String detail,
            @Schema(nullable = true) UUID pseudonym,
            @Schema(nullable = true) Agb agb) {

        static RefusalResponse of(RefusedLine refused) {
            return new RefusalResponse(
                    refused.line(), refused.code(), refused.sentence(), refused.pseudonym(), refused.agb());
        }
    }
}
