package nl.mtvp.contract.portal.rest;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.mtvp.contract.portal.PortalMessageUseCases;
import nl.mtvp.contract.portal.domain.Direction;
import nl.mtvp.contract.portal.domain.MessageState;
import nl.mtvp.contract.portal.domain.PortalMessage;
import nl.mtvp.contract.portal.domain.PortalMessage.MessageFilter;
import nl.mtvp.kernel.access.NotYours;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.json.KeptJson;
import nl.mtvp.kernel.rest.command.Desk;
import nl.mtvp.kernel.rest.description.Answers;
import nl.mtvp.kernel.rest.parameter.PageParameters;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What goes to the Zorginkoopportaal and comes from it, for the insurer whose offers it is about (D36). */
@Path("/portal-messages")
@Tag(
        name = "Portal messages",
        description = "What went to the Zorginkoopportaal, what came from it, what is stuck (D36)")
@RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER, Roles.AUDITOR})
public class PortalMessageResource {

    private final PortalMessageUseCases messages;
    private final Desk desk;
    private final KeptJson json;

    PortalMessageResource(PortalMessageUseCases messages, Desk desk, KeptJson json) {
        this.messages = messages;
        this.desk = desk;
        this.json = json;
    }

    /** Why a dead letter is tried again. */
    public record ReplayRequest(@NotBlank @Size(max = 1_000) String reason) {}

    /** A message to or from the Zorginkoopportaal, with what became of it (D36). */
    @Schema(name = "PortalMessage")
    public record PortalMessageResponse(
            UUID id,
            Direction direction,
            @Schema(description = "The sender's id of the message") UUID messageId,
            @Schema(examples = "OFFER") String kind,
            UUID offerId,
            Integer offerVersion,
            @Schema(nullable = true) Uzovi uzovi,
            @Schema(nullable = true) Agb agb,
            MessageState state,
            @Schema(description = "How often its delivery was tried") Integer attempts,
            Instant recordedAt,
            @Schema(nullable = true) Instant nextAttemptAt,
            @Schema(nullable = true) Instant settledAt,
            @Schema(nullable = true, examples = "contract-in-the-way") String problemCode,
            @Schema(nullable = true) String problem,
            @Schema(type = SchemaType.OBJECT, description = "The message, as openapi/zorginkoopportaal.yaml has it")
                    Object content) {

        static PortalMessageResponse of(PortalMessage message, JsonNode content) {
            return new PortalMessageResponse(
                    message.id(),
                    message.direction(),
                    message.messageId(),
                    message.kind(),
                    message.offerId(),
                    message.offerVersion(),
                    message.uzovi().orElse(null),
                    message.agb().orElse(null),
                    message.state(),
                    message.attempts(),
                    message.recordedAt(),
                    message.nextAttemptAt().orElse(null),
                    message.settledAt().orElse(null),
                    message.problemCode().orElse(null),
                    message.problem().orElse(null),
                    content);
        }
    }

    @GET
    @Operation(
            summary = "Messages to and from the portal about your offers",
            description = "Rule D36. In the order in which they were recorded. A DEAD_LETTER could not be delivered or"
                    + " not be applied, and says why.")
    public RestResponse<List<PortalMessageResponse>> listPortalMessages(
            @QueryParam("state") MessageState state,
            @QueryParam("direction") Direction direction,
            @QueryParam("offerId") UUID offerId,
            @Valid @BeanParam PageParameters page) {
        var filter = new MessageFilter(state, direction, offerId);
        return page.answer(messages.list(filter, desk.visibility(), page.request()), this::shown);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "A message to or from the portal", description = "Rule D36.")
    public PortalMessageResponse getPortalMessage(@PathParam("id") UUID id) {
        return shown(messages.withId(id, desk.visibility()));
    }

    @POST
    @Path("/{id}/replays")
    @RolesAllowed(Roles.INSURER)
    @Operation(
            summary = "Have a dead letter tried again, with the reason",
            description =
                    "Rule D36. A message to the portal is sent again as it is; one from the portal is applied now."
                            + " Role: insurer, a logged-in person, with the offer's UZOVI in its token.")
    @Answers(
            done = "The message: PENDING, or APPLIED",
            conflict = "It is no dead letter, or still cannot be applied: then it stays one, and nothing happened")
    public RestResponse<PortalMessageResponse> replayPortalMessage(
            @PathParam("id") UUID id, @NotNull @Valid ReplayRequest request) {
        var person = desk.person();
        var visibility = desk.visibility();
        var message = messages.withId(id, visibility);
        desk.actFor(message.uzovi().orElseThrow(() -> new NotYours("no insurer's message", "insurers")));
        return desk.created(
                PortalMessageResponse.class, () -> shown(messages.replay(id, request.reason(), visibility, person)));
    }

    private PortalMessageResponse shown(PortalMessage message) {
        return PortalMessageResponse.of(message, json.tree(message.content()));
    }
}
