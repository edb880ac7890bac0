package nl.mtvp.contract.offer.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.mtvp.contract.offer.domain.Proposal;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.rest.body.Foreseen;
import nl.mtvp.kernel.rest.constraint.SchemeTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An offer to be made. */
public record OfferRequest(
        @NotNull Uzovi uzovi,
        @NotNull Agb agb,
        @NotNull @Schema(examples = "2023-04-01") @SchemeTime LocalDate startsOn,
        @NotNull @Schema(examples = "2023-06-30T22:00:00Z") @SchemeTime Instant expiresAt,
        @NotNull @Pattern(regexp = OfferRequest.NAME, message = OfferRequest.NAME_RULE) @Schema(examples = "MTVP-2023")
                String tariffSeries,
        @NotNull @Pattern(regexp = OfferRequest.NAME, message = OfferRequest.NAME_RULE) @Schema(examples = "2023-1")
                String textVersion)
        implements Foreseen {

    static final String NAME = "^[A-Za-z0-9._-]{1,40}$";
    static final String NAME_RULE = "1 to 40 letters, digits, dots, dashes or underscores";

    @Override
    public List<Fault> foreseen(Instant now) {
        return Proposal.faults(startsOn, expiresAt, now);
    }

    Proposal toDomain() {
        return new Proposal(uzovi, agb, startsOn, expiresAt, tariffSeries, textVersion);
    }
}
