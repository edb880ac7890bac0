package nl.mtvp.contract.eligibility.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import nl.mtvp.contract.eligibility.EligibilityUseCases;
import nl.mtvp.contract.eligibility.domain.Change;
import nl.mtvp.contract.eligibility.domain.Imported;
import nl.mtvp.contract.eligibility.rest.EligibilityLines.ConditionsLine;
import nl.mtvp.contract.eligibility.rest.EligibilityLines.GpLine;
import nl.mtvp.contract.eligibility.rest.EligibilityLines.Result;
import nl.mtvp.contract.rest.Desk;
import nl.mtvp.contract.rest.Lines;
import nl.mtvp.contract.rest.Lines.Kind;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.rest.Csv;
import nl.mtvp.kernel.rest.Idempotency;
import nl.mtvp.kernel.rest.NdJson;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What practices declared elsewhere of their eligibility, brought by an insurer (D23). */
@Path("/practices")
@Tag(name = "Eligibility", description = "Whether a practice may have a contract, and what falls short (D23)")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.INSURER)
public class EligibilityImportResource {

    private final EligibilityUseCases eligibility;
    private final Lines lines;
    private final Desk desk;

    EligibilityImportResource(EligibilityUseCases eligibility, Lines lines, Desk desk) {
        this.eligibility = eligibility;
        this.lines = lines;
        this.desk = desk;
    }

    @POST
    @Path("/statements/imports")
    @Consumes({Csv.MEDIA_TYPE, NdJson.MEDIA_TYPE})
    @Operation(
            summary = "State waarneemregelingen and exclusions by the line, as CSV or NDJSON, up to 5,000",
            description = "Rule D23. Columns and properties: agb, locumArrangement, exclusions. The GPs stay. What a"
                    + " practice stated here itself stays its own. The answer has a result for each line: a faulty one"
                    + " is refused by itself and says why, the others are done. Role: insurer.")
    @Parameter(name = Idempotency.HEADER, in = ParameterIn.HEADER, required = true)
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = Csv.MEDIA_TYPE, schema = @Schema(implementation = String.class)),
                @Content(mediaType = NdJson.MEDIA_TYPE, schema = @Schema(implementation = ConditionsLine.class))
            })
    @APIResponseSchema(value = Result[].class, responseCode = "200", responseDescription = "A result for each line")
    @APIResponse(responseCode = "400", description = "No line at all, more than 5,000, or another header")
    @APIResponse(responseCode = "412", description = "A practice stated something at the same moment; send it again")
    @APIResponse(responseCode = "413", description = "More than 1 MiB")
    public RestResponse<Result[]> importStatements(@NotNull byte[] request, @Context HttpHeaders headers) {
        return taken(request, headers, EligibilityLines.CONDITIONS);
    }

    @POST
    @Path("/gps/imports")
    @Consumes({Csv.MEDIA_TYPE, NdJson.MEDIA_TYPE})
    @Operation(
            summary = "State the GPs of practices by the line, as CSV or NDJSON, up to 5,000",
            description =
                    "Rule D23. Columns and properties: agb (of the practice), name, big, personalAgb. A GP with the"
                            + " same personal AGB code, or else the same name, is replaced, others stay. A practice's statement"
                            + " is imported first. Role: insurer.")
    @Parameter(name = Idempotency.HEADER, in = ParameterIn.HEADER, required = true)
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = Csv.MEDIA_TYPE, schema = @Schema(implementation = String.class)),
                @Content(mediaType = NdJson.MEDIA_TYPE, schema = @Schema(implementation = GpLine.class))
            })
    @APIResponseSchema(value = Result[].class, responseCode = "200", responseDescription = "A result for each line")
    @APIResponse(responseCode = "400", description = "No line at all, more than 5,000, or another header")
    @APIResponse(responseCode = "412", description = "A practice stated something at the same moment; send it again")
    @APIResponse(responseCode = "413", description = "More than 1 MiB")
    public RestResponse<Result[]> importGps(@NotNull byte[] request, @Context HttpHeaders headers) {
        return taken(request, headers, EligibilityLines.GPS);
    }

    private <L extends Record> RestResponse<Result[]> taken(
            byte[] body, HttpHeaders headers, Kind<L, Change, Imported, Result> kind) {
        return desk.once(Result[].class, () -> lines.results(
                        body, headers.getMediaType(), kind, changes -> eligibility.take(changes, desk.actor()))
                .toArray(Result[]::new));
    }
}
