package nl.mtvp.contract.portal.rest;

import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.mtvp.contract.offer.domain.OfferRefused;
import nl.mtvp.contract.offer.domain.PortalAnswer;
import nl.mtvp.contract.offer.domain.PortalAnswer.Signatory;
import nl.mtvp.contract.offer.domain.PortalAnswerKind;
import nl.mtvp.contract.offer.rest.AcceptanceRequest.AffirmationsBody;
import nl.mtvp.contract.portal.PortalInbox;
import nl.mtvp.contract.portal.domain.PortalRefused;
import nl.mtvp.kernel.access.Caller;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.InvalidInput;
import nl.mtvp.kernel.identity.Kvk;
import nl.mtvp.kernel.rest.body.Foreseen;
import nl.mtvp.kernel.rest.constraint.OneLine;
import nl.mtvp.kernel.rest.constraint.SchemeTime;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Takes what the portal says. Only {@link PortalGate} leads here, so the certificate's organisation is known. */
@Path(ListenerResource.PATH)
public class ListenerResource {

    static final String PATH = "/portal/messages";

    private final PortalInbox inbox;
    private final Refusals refusals;
    private final Caller caller;

    ListenerResource(PortalInbox inbox, Refusals refusals, Caller caller) {
        this.inbox = inbox;
        this.refusals = refusals;
        this.caller = caller;
    }

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
                faults.add(
                        Fault.inBody("/" + property, "unknown-property", "a message of kind " + kind + " has no such"));
            }
        }
    }

    /** The portal's message is kept: since when, the same at each repetition. */
    public record ReceiptResponse(UUID messageId, Instant receivedAt) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.PORTAL)
    @Operation(hidden = true, description = "Rules D25, D26, D27, D36; described in openapi/zorginkoopportaal.yaml.")
    public ReceiptResponse sendToContractService(
            @NotNull @Valid IncomingRequest request, @Context RoutingContext routing) {
        var client = caller.actor().client();
        if (!client.equals(routing.get(PortalGate.CLIENT))) {
            refusals.count(Refusals.Reason.TOKEN_OF_ANOTHER_ORGANISATION, client);
            throw PortalRefused.anotherOrganisation();
        }
        var message = request.toDomain();
        return new ReceiptResponse(message.messageId(), inbox.take(message, client));
    }
}
