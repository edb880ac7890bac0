package nl.mtvp.contract.portal.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.mtvp.contract.offer.domain.OfferRefused;
import nl.mtvp.contract.offer.domain.PortalAnswer;
import nl.mtvp.contract.offer.domain.PortalAnswer.Signatory;
import nl.mtvp.contract.offer.domain.PortalAnswerKind;
import nl.mtvp.contract.offer.rest.AcceptanceRequest.AffirmationsBody;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.InvalidInput;
import nl.mtvp.kernel.identity.Kvk;
import nl.mtvp.kernel.rest.Foreseen;
import nl.mtvp.kernel.rest.OneLine;
import nl.mtvp.kernel.rest.SchemeTime;

/** A message of the portal as it comes in: {@code openapi/zorginkoopportaal.yaml} describes it. */
public record IncomingRequest(
        @NotNull UUID messageId,
        @NotNull PortalAnswerKind kind,
        @NotNull UUID offerId,
        @NotNull @Min(1) @Max(1_000_000) Integer offerVersion,
        @NotNull @SchemeTime Instant sentAt,
        @NotNull @SchemeTime Instant closedAt,
        @Valid SignatoryBody signatory,
        @Pattern(regexp = "^[0-9a-f]{64}$", message = "a SHA-256 has 64 lower-case hexadecimal digits")
                String offerDigest,
        AffirmationsBody affirmations,
        Boolean othersMayFollow,
        @Size(min = 1, max = 1_000) String reason)
        implements Foreseen {

    /** Who signed in the portal. */
    public record SignatoryBody(
            @NotBlank @Size(max = 200) @OneLine String subject,
            @NotBlank @Size(max = 200) @OneLine String name,
            @NotNull Kvk kvk) {}

    @Override
    public List<Fault> foreseen(Instant now) {
        return kind == null ? List.of() : faults();
    }

    private List<Fault> faults() {
        var faults = new ArrayList<Fault>();
        check(faults, "signatory", signatory, kind.isSigned());
        check(faults, "offerDigest", offerDigest, kind.isSigned());
        check(faults, "affirmations", affirmations, kind == PortalAnswerKind.ACCEPTED);
        check(faults, "reason", reason, kind == PortalAnswerKind.REFUSED);
        if (kind != PortalAnswerKind.ACCEPTED) {
            check(faults, "othersMayFollow", othersMayFollow, false);
        }
        return faults;
    }

    /**
     * @throws InvalidInput if it lacks what its kind has, or has what its kind lacks
     * @throws OfferRefused if it accepts without affirming all three conditions
     */
    PortalAnswer toDomain() {
        InvalidInput.ifAny(faults());
        var affirmed = affirmations == null ? null : affirmations.toDomain();
        if (affirmed != null) {
            affirmed.requireAll();
        }
        return new PortalAnswer(
                messageId,
                kind,
                offerId,
                offerVersion,
                sentAt,
                closedAt,
                signatory == null ? null : new Signatory(signatory.subject(), signatory.name(), signatory.kvk()),
                offerDigest,
                affirmed,
                Boolean.TRUE.equals(othersMayFollow),
                reason);
    }

    private void check(List<Fault> faults, String property, Object value, boolean wanted) {
        if (wanted && value == null) {
            faults.add(Fault.inBody("/" + property, "not-null", "a message of kind " + kind + " has this"));
        } else if (!wanted && value != null) {
            faults.add(Fault.inBody("/" + property, "unknown-property", "a message of kind " + kind + " has no such"));
        }
    }
}
