package nl.mtvp.payment.export.rest;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import nl.mtvp.kernel.access.Caller;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.rest.NdJson;
import nl.mtvp.payment.export.ExportUseCases;
import nl.mtvp.payment.export.domain.ExportQuery;
import nl.mtvp.payment.export.domain.Exported;
import nl.mtvp.payment.ledger.domain.TooManyExports;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Auditor's exports over HTTP: what is needed to compute every euro again (D41-D49, D54). */
@Path("/audit-exports")
@Tag(name = "Audit exports", description = "Everything that is needed to compute again what was paid (D48, D54)")
@RolesAllowed(Roles.AUDITOR)
public class ExportResource {

    private static final int BUFFER = 1 << 16;
    private static final String OPENED =
            "D54. Role: auditor, of the insurers in its token. NDJSON, streamed; docs/audit.md"
                    + " tells its properties. The same moment always gives the same lines.";
    private static final String MOMENT = "As known here at this moment, which getExport gives; without it, all of now";
    private static final String STREAMED = "One JSON object a line";
    private static final String BUSY = "As many exports as are done at once are under way";
    private static final String REFUSED = "A malformed parameter, or knownAt in the future";

    private final ExportUseCases exports;
    private final Caller caller;
    private final CurrentVertxRequest request;

    ExportResource(ExportUseCases exports, Caller caller, CurrentVertxRequest request) {
        this.exports = exports;
        this.caller = caller;
        this.request = request;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getExport",
            summary = "What an export is about",
            description = "D48, D54. Role: auditor, of the insurers in its token. Fixes a moment, as known at which all"
                    + " parts of the export fit together, and tells the head of each insurer's chain at it.")
    @APIResponseSchema(value = ExportResponse.class, responseDescription = "The moment and the heads")
    @APIResponse(responseCode = "400", description = REFUSED)
    public ExportResponse export(
            @QueryParam("uzovi") Uzovi uzovi,
            @QueryParam("knownAt") @Parameter(description = "As known here at this moment") Instant knownAt) {
        var visibility = caller.visibility();
        var asked = exports.fixed(new ExportQuery(uzovi, knownAt), visibility);
        return ExportResponse.of(asked, exports.chains(asked, visibility));
    }

    @GET
    @Path("facts")
    @Produces(NdJson.MEDIA_TYPE)
    @Operation(
            operationId = "exportFacts",
            summary = "Every fact that decides what is due, with both of its dates",
            description = OPENED)
    @APIResponse(responseCode = "200", description = STREAMED)
    @APIResponse(responseCode = "400", description = REFUSED)
    @APIResponse(responseCode = "429", description = BUSY)
    public StreamingOutput facts(
            @QueryParam("uzovi") Uzovi uzovi, @QueryParam("knownAt") @Parameter(description = MOMENT) Instant knownAt) {
        return streamed(Exported.FACTS, uzovi, knownAt);
    }

    @GET
    @Path("runs")
    @Produces(NdJson.MEDIA_TYPE)
    @Operation(operationId = "exportRuns", summary = "The posted runs, by insurer and booking", description = OPENED)
    @APIResponse(responseCode = "200", description = STREAMED)
    @APIResponse(responseCode = "400", description = REFUSED)
    @APIResponse(responseCode = "429", description = BUSY)
    public StreamingOutput runs(
            @QueryParam("uzovi") Uzovi uzovi, @QueryParam("knownAt") @Parameter(description = MOMENT) Instant knownAt) {
        return streamed(Exported.RUNS, uzovi, knownAt);
    }

    @GET
    @Path("lines")
    @Produces(NdJson.MEDIA_TYPE)
    @Operation(
            operationId = "exportLines",
            summary = "The lines of the posted runs, with the facts that they used and their parts",
            description = OPENED)
    @APIResponse(responseCode = "200", description = STREAMED)
    @APIResponse(responseCode = "400", description = REFUSED)
    @APIResponse(responseCode = "429", description = BUSY)
    public StreamingOutput lines(
            @QueryParam("uzovi") Uzovi uzovi, @QueryParam("knownAt") @Parameter(description = MOMENT) Instant knownAt) {
        return streamed(Exported.LINES, uzovi, knownAt);
    }

    @GET
    @Path("postings")
    @Produces(NdJson.MEDIA_TYPE)
    @Operation(operationId = "exportPostings", summary = "The seals of the insurers' chains", description = OPENED)
    @APIResponse(responseCode = "200", description = STREAMED)
    @APIResponse(responseCode = "400", description = REFUSED)
    @APIResponse(responseCode = "429", description = BUSY)
    public StreamingOutput postings(
            @QueryParam("uzovi") Uzovi uzovi, @QueryParam("knownAt") @Parameter(description = MOMENT) Instant knownAt) {
        return streamed(Exported.POSTINGS, uzovi, knownAt);
    }

    @GET
    @Path("entries")
    @Produces(NdJson.MEDIA_TYPE)
    @Operation(
            operationId = "exportEntries",
            summary = "The ledger's entries, by insurer, posting and number",
            description = OPENED)
    @APIResponse(responseCode = "200", description = STREAMED)
    @APIResponse(responseCode = "400", description = REFUSED)
    @APIResponse(responseCode = "429", description = BUSY)
    public StreamingOutput entries(
            @QueryParam("uzovi") Uzovi uzovi, @QueryParam("knownAt") @Parameter(description = MOMENT) Instant knownAt) {
        return streamed(Exported.ENTRIES, uzovi, knownAt);
    }

    /**
     * The moment is fixed and what may be seen is known before the first byte leaves. What breaks off in the middle
     * breaks the connection off: the answer has begun as a success, and only its missing end can tell that it is none.
     */
    private StreamingOutput streamed(Exported data, Uzovi uzovi, Instant knownAt) {
        var visibility = caller.visibility();
        var asked = exports.fixedOrLatest(new ExportQuery(uzovi, knownAt), visibility);
        var connection = request.getCurrent().request().connection();
        return out -> {
            var buffered = new BufferedOutputStream(out, BUFFER);
            try {
                exports.tell(data, asked, visibility, line -> write(buffered, line));
                buffered.flush();
            } catch (TooManyExports refused) {
                throw refused;
            } catch (IOException | RuntimeException failure) {
                connection.close();
                throw failure;
            }
        };
    }

    private static void write(OutputStream out, String line) {
        try {
            out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
