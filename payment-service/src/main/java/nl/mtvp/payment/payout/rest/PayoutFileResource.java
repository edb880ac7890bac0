package nl.mtvp.payment.payout.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import nl.mtvp.kernel.access.Caller;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.rest.ClientLimits.Work;
import nl.mtvp.kernel.rest.Streams;
import nl.mtvp.kernel.rest.Takes;
import nl.mtvp.payment.payout.PayoutUseCases;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A payout's file over HTTP (D50): the same bytes every time. */
@Path("/payouts/{id}/pain.001")
@Tag(name = "Payouts")
public class PayoutFileResource {

    private final PayoutUseCases payouts;
    private final Caller caller;
    private final Streams streams;

    PayoutFileResource(PayoutUseCases payouts, Caller caller, Streams streams) {
        this.payouts = payouts;
        this.caller = caller;
        this.streams = streams;
    }

    @GET
    @Produces(MediaType.APPLICATION_XML)
    @Takes(Work.HEAVY)
    @RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER, Roles.AUDITOR})
    @Operation(
            operationId = "getPayoutFile",
            summary = "The payout's file for the bank",
            description =
                    "D50. Roles: insurer, insurer-approver, auditor. pain.001.001.09, made once, when the payout was"
                            + " booked: the same bytes whenever it is fetched. Repr-Digest tells their SHA-256.")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_XML,
                            schema =
                                    @Schema(
                                            type =
                                                    org.eclipse.microprofile.openapi.annotations.enums.SchemaType
                                                            .STRING)))
    @APIResponse(responseCode = "404", description = "There is no such payout for you, or it is not booked")
    public Response get(@PathParam("id") UUID id) {
        var file = payouts.file(id, caller.visibility());
        var digest = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(file.digest()));
        StreamingOutput content = out -> streams.send(to -> payouts.download(id, to), out);
        return Response.ok(content)
                .header("Repr-Digest", "sha-256=:" + digest + ":")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"payout-" + id + ".xml\"")
                .build();
    }
}
