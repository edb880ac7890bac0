package nl.mtvp.payment.ion.rest;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.mtvp.kernel.access.Caller;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.InvalidInput;
import nl.mtvp.kernel.rest.ClientLimits.Work;
import nl.mtvp.kernel.rest.Takes;
import nl.mtvp.payment.ion.IonUseCases;
import nl.mtvp.payment.ion.IonUseCases.Received;
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

/** A delivery's content, sent in one or more pieces, of any size (D38). */
@Path("/ion-deliveries/{id}/content")
@Tag(name = "ION deliveries")
public class ContentResource {

    private static final String OFFSET = "Upload-Offset";
    private static final String COMPLETE = "Upload-Complete";
    private static final String MEDIA_TYPE = "application/offset+octet-stream";

    private final IonUseCases ion;
    private final Uploads uploads;
    private final Caller caller;

    ContentResource(IonUseCases ion, Uploads uploads, Caller caller) {
        this.ion = ion;
        this.uploads = uploads;
        this.caller = caller;
    }

    @HEAD
    @RolesAllowed(Roles.INSURER)
    @Operation(
            operationId = "getContentOffset",
            summary = "How much of the content has come in",
            description = "D38. Role: insurer. The header Upload-Offset tells from which byte to go on.")
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
    @APIResponse(responseCode = "404", description = "There is no such delivery for you")
    public RestResponse<Void> offset(@PathParam("id") UUID id) {
        return answer(ResponseBuilder.ok(), ion.received(id, caller.visibility()));
    }

    @PATCH
    @Blocking
    @Takes(Work.UPLOAD)
    @Consumes(MEDIA_TYPE)
    @RolesAllowed(Roles.INSURER)
    @Operation(
            operationId = "sendContent",
            summary = "Send content from an offset on",
            description = "D38. Role: insurer. What came in stays, also when the request breaks off: ask HEAD and go on"
                    + " from there. The last piece carries Upload-Complete: ?1, and may be empty; then the work"
                    + " begins.")
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
    @APIResponse(responseCode = "400", description = "Upload-Offset is missing or no number")
    @APIResponse(responseCode = "404", description = "There is no such delivery for you")
    @APIResponse(responseCode = "408", description = "It comes too slowly; what came in stays")
    @APIResponse(responseCode = "409", description = "Another offset, complete already, or another upload under way")
    @APIResponse(responseCode = "413", description = "More than a delivery's content may have")
    @APIResponse(responseCode = "415", description = "The content is sent as application/offset+octet-stream")
    @RequestBody(
            content = @Content(mediaType = MEDIA_TYPE, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Uni<RestResponse<Void>> send(
            @PathParam("id") UUID id,
            @HeaderParam(OFFSET) @Parameter(description = "The byte at which this piece begins", required = true)
                    String offset,
            @HeaderParam(COMPLETE) @Parameter(description = "?1 with the last piece") String complete) {
        InvalidInput.ifAny(faults(offset, complete));
        var visibility = caller.visibility();
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
                .header(COMPLETE, received.delivery().contentBytes() == null ? "?0" : "?1")
                .build();
    }
}
