package nl.mtvp.payment.ion.rest;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.InvalidInput;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.rest.command.Desk;
import nl.mtvp.kernel.rest.description.Answers;
import nl.mtvp.kernel.rest.limit.ClientLimits.Work;
import nl.mtvp.kernel.rest.limit.Takes;
import nl.mtvp.kernel.rest.parameter.PageParameters;
import nl.mtvp.payment.ion.IonUseCases;
import nl.mtvp.payment.ion.IonUseCases.Received;
import nl.mtvp.payment.ion.domain.Delivery.Receiving;
import nl.mtvp.payment.ion.rest.DeliveryResponse.RefusalResponse;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.threeten.extra.YearQuarter;

/** ION deliveries over HTTP (D38, D39), and their content, sent in one or more pieces, of any size. */
@Path("/ion-deliveries")
@Tag(name = "ION deliveries", description = "Registrations on a peildatum, one line per patient (D38, D39)")
@Produces(MediaType.APPLICATION_JSON)
public class DeliveryResource {

    private static final String OFFSET = "Upload-Offset";
    private static final String COMPLETE = "Upload-Complete";
    private static final String MEDIA_TYPE = "application/offset+octet-stream";

    private final IonUseCases ion;
    private final Uploads uploads;
    private final Desk desk;

    DeliveryResource(IonUseCases ion, Uploads uploads, Desk desk) {
        this.ion = ion;
        this.uploads = uploads;
        this.desk = desk;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.INSURER)
    @Operation(
            summary = "Announce a delivery of registrations (ION)",
            description = "D38. Then send the content with PATCH to /ion-deliveries/{id}/content: CSV in UTF-8 with"
                    + " the header pseudonym,agb,registered_on, fields in quotes or not, LF or CRLF, plain or packed"
                    + " with gzip. A pseudonym is a UUID, never a BSN. A newer delivery for a peildatum replaces the"
                    + " older one.")
    @Answers(
            invalid = "A malformed field, or a peildatum that is none",
            conflict = "The peildatum lies in the future, or the key is reused")
    public RestResponse<DeliveryResponse> announceDelivery(@NotNull @Valid DeliveryRequest request) {
        desk.actFor(request.uzovi());
        return desk.created(
                DeliveryResponse.class,
                () -> DeliveryResponse.of(
                        ion.announce(request.toDomain(desk.actor().at(desk.now())))),
                made -> "/ion-deliveries/" + made.id());
    }

    @GET
    @RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER, Roles.AUDITOR})
    @Operation(summary = "The deliveries that you may see", description = "D38. In order of announcement.")
    public RestResponse<List<DeliveryResponse>> listDeliveries(
            @QueryParam("uzovi") Uzovi uzovi,
            @QueryParam("peildatum") LocalDate peildatum,
            @Valid @BeanParam PageParameters page) {
        var quarter = peildatum == null ? null : YearQuarter.from(peildatum);
        return page.answer(ion.list(uzovi, quarter, desk.visibility(), page.request()), DeliveryResponse::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER, Roles.AUDITOR})
    @Operation(
            summary = "A delivery and what came of it",
            description = "D38. Poll it until it is ACCEPTED or REFUSED.")
    public DeliveryResponse getDelivery(@PathParam("id") UUID id) {
        return DeliveryResponse.of(ion.get(id, desk.visibility()));
    }

    @GET
    @Path("/{id}/refusals")
    @RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER})
    @Operation(
            summary = "The lines that do not count, with the reason",
            description = "D38, D39. In the order of the file.")
    public RestResponse<List<RefusalResponse>> listRefusals(
            @PathParam("id") UUID id, @Valid @BeanParam PageParameters page) {
        return page.answer(ion.refusals(id, desk.visibility(), page.request()), RefusalResponse::of);
    }

    @GET
    @Path("/{id}/counts")
    @RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER, Roles.AUDITOR})
    @Operation(summary = "The patients that count, per practice", description = "D38, D39. In the order of AGB codes.")
    public RestResponse<List<CountResponse>> listCounts(
            @PathParam("id") UUID id, @Valid @BeanParam PageParameters page) {
        return page.answer(
                ion.counts(id, desk.visibility(), page.request()),
                count -> new CountResponse(count.agb(), count.ion()));
    }

    @HEAD
    @Path("/{id}/content")
    @RolesAllowed(Roles.INSURER)
    @Operation(
            summary = "How much of the content has come in",
            description = "D38. The header Upload-Offset tells from which byte to go on.")
    @APIResponse(
            responseCode = "200",
            description = "See the headers Upload-Offset and Upload-Complete",
            headers = {
                @Header(
                        name = OFFSET,
                        description = "From which byte to go on",
                        schema = @Schema(type = SchemaType.INTEGER)),
                @Header(
                        name = COMPLETE,
                        description = "?1 when nothing more is expected",
                        schema = @Schema(type = SchemaType.STRING))
            })
    public RestResponse<Void> getContentOffset(@PathParam("id") UUID id) {
        return answer(ResponseBuilder.ok(), ion.received(id, desk.visibility()));
    }

    @PATCH
    @Path("/{id}/content")
    @Blocking
    @Takes(Work.UPLOAD)
    @Consumes(MEDIA_TYPE)
    @RolesAllowed(Roles.INSURER)
    @Operation(
            summary = "Send content from an offset on",
            description = "D38. What came in stays, also when the request breaks off: ask HEAD and go on from there."
                    + " The last piece carries Upload-Complete: ?1, and may be empty; then the work begins.")
    @APIResponse(
            responseCode = "204",
            description = "Taken in up to the answer's Upload-Offset",
            headers = {
                @Header(
                        name = OFFSET,
                        description = "From which byte to go on",
                        schema = @Schema(type = SchemaType.INTEGER)),
                @Header(
                        name = COMPLETE,
                        description = "?1 when nothing more is expected",
                        schema = @Schema(type = SchemaType.STRING))
            })
    @Answers(
            invalid = "Upload-Offset is missing or no number",
            conflict = "Another offset, complete already, or another upload under way",
            large = "More than a delivery's content may have")
    @APIResponse(responseCode = "408", description = "It comes too slowly; what came in stays")
    @APIResponse(responseCode = "415", description = "The content is sent as application/offset+octet-stream")
    @RequestBody(
            content = @Content(mediaType = MEDIA_TYPE, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Uni<RestResponse<Void>> sendContent(
            @PathParam("id") UUID id,
            @HeaderParam(OFFSET) @Parameter(description = "The byte at which this piece begins", required = true)
                    String offset,
            @HeaderParam(COMPLETE) @Parameter(description = "?1 with the last piece") String complete) {
        InvalidInput.ifAny(faults(offset, complete));
        var visibility = desk.visibility();
        var intake = ion.begin(id, Long.parseLong(offset), visibility);
        return uploads.take(intake)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(taken -> answer(ResponseBuilder.noContent(), ion.end(id, "?1".equals(complete), visibility)))
                .onTermination()
                .invoke(intake.over()::run);
    }

    private static List<Fault> faults(String offset, String complete) {
        var faults = new ArrayList<Fault>();
        if (offset == null || !offset.matches("[0-9]{1,18}")) {
            faults.add(Fault.inHeader(
                    OFFSET, offset == null ? "missing" : "malformed", "say at which byte this piece begins"));
        }
        if (complete != null && !complete.matches("\\?[01]")) {
            faults.add(Fault.inHeader(
                    COMPLETE, "malformed", "say ?1 with the last piece; before it say ?0, or leave the header away"));
        }
        return faults;
    }

    private static RestResponse<Void> answer(ResponseBuilder<Void> answer, Received received) {
        return answer.header(OFFSET, received.offset())
                .header(COMPLETE, received.delivery().state() instanceof Receiving ? "?0" : "?1")
                .build();
    }

    /** The patients of one practice that count on the delivery's peildatum. */
    public record CountResponse(Agb agb, Long ion) {}
}
