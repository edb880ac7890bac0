package nl.mtvp.payment.export.rest;

import java.time.Instant;
import java.util.List;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.payment.export.domain.ExportQuery;
import nl.mtvp.payment.export.domain.ExportedChain;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an export is about: its moment, and how far each insurer's chain goes in it (D48, D54). */
public record ExportResponse(
        @Schema(description = "Ask for each part of the export with this moment") Instant knownAt,
        List<Chain> insurers) {

    /** An insurer's chain. */
    public record Chain(
            Uzovi uzovi, Long postings, @Schema(description = "64 zeros when nothing is booked") String head) {}

    static ExportResponse of(ExportQuery asked, List<ExportedChain> chains) {
        return new ExportResponse(
                asked.knownAt(),
                chains.stream()
                        .map(chain -> new Chain(chain.uzovi(), chain.postings(), chain.head()))
                        .toList());
    }
}
