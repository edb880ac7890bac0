package nl.mtvp.payment.export.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import nl.mtvp.kernel.access.Caller;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.rest.answer.Streams;
import nl.mtvp.kernel.rest.body.NdJson;
import nl.mtvp.kernel.rest.description.Answers;
import nl.mtvp.kernel.rest.limit.ClientLimits.Work;
import nl.mtvp.kernel.rest.limit.Takes;
import nl.mtvp.payment.export.ExportUseCases;
import nl.mtvp.payment.export.domain.ExportQuery;
import nl.mtvp.payment.export.domain.ExportQuery.Exported;
import nl.mtvp.payment.export.domain.ExportQuery.ExportedChain;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Auditor's exports over HTTP: what is needed to compute every euro again (D41-D49, D54). */
@Path("/audit-exports")
@Tag(name = "Audit exports", description = "Everything that is needed to compute again what was paid (D48, D54)")
@RolesAllowed(Roles.AUDITOR)
public class ExportResource {

    private static final String OPENED =
            "D54. Role: auditor, of the insurers in its token. NDJSON, streamed; docs/audit.md"
                    + " tells its properties. The same moment always gives the same lines.";
    private static final String STREAMED = "One JSON object a line";
    private static final String BUSY = "As many files as are made at once, for you or for all, are under way";
    private static final String REFUSED = "A malformed parameter, or knownAt in the future";

    private final ExportUseCases exports;
    private final Caller caller;
    private final Streams streams;

    ExportResource(ExportUseCases exports, Caller caller, Streams streams) {
        this.exports = exports;
        this.caller = caller;
        this.streams = streams;
    }

    @GET
    @Operation(
            summary = "What an export is about",
            description = "D48, D54. Role: auditor, of the insurers in its token. Fixes a moment, as known at which all"
                    + " parts of the export fit together, and tells the head of each insurer's chain at it.")
    @Answers(invalid = REFUSED)
    public ExportResponse getExport(@QueryParam("uzovi") Uzovi uzovi, @QueryParam("knownAt") Instant knownAt) {
        var visibility = caller.visibility();
        var asked = exports.fixed(new ExportQuery(uzovi, knownAt), visibility);
        return ExportResponse.of(asked, exports.chains(asked, visibility));
    }

    @GET
    @Path("facts")
    @Takes(Work.HEAVY)
    @Produces(NdJson.MEDIA_TYPE)
    @Operation(summary = "Every fact that decides what is due, with both of its dates", description = OPENED)
    @Answers(done = STREAMED, invalid = REFUSED, busy = BUSY)
    public StreamingOutput exportFacts(@QueryParam("uzovi") Uzovi uzovi, @QueryParam("knownAt") Instant knownAt) {
        return streamed(Exported.FACTS, uzovi, knownAt);
    }

    @GET
    @Path("runs")
    @Takes(Work.HEAVY)
    @Produces(NdJson.MEDIA_TYPE)
    @Operation(summary = "The posted runs, by insurer and booking", description = OPENED)
    @Answers(done = STREAMED, invalid = REFUSED, busy = BUSY)
    public StreamingOutput exportRuns(@QueryParam("uzovi") Uzovi uzovi, @QueryParam("knownAt") Instant knownAt) {
        return streamed(Exported.RUNS, uzovi, knownAt);
    }

    @GET
    @Path("lines")
    @Takes(Work.HEAVY)
    @Produces(NdJson.MEDIA_TYPE)
    @Operation(
            summary = "The lines of the posted runs, with the facts that they used and their parts",
            description = OPENED)
    @Answers(done = STREAMED, invalid = REFUSED, busy = BUSY)
    public StreamingOutput exportLines(@QueryParam("uzovi") Uzovi uzovi, @QueryParam("knownAt") Instant knownAt) {
        return streamed(Exported.LINES, uzovi, knownAt);
    }

    @GET
    @Path("postings")
    @Takes(Work.HEAVY)
    @Produces(NdJson.MEDIA_TYPE)
    @Operation(summary = "The seals of the insurers' chains", description = OPENED)
    @Answers(done = STREAMED, invalid = REFUSED, busy = BUSY)
    public StreamingOutput exportPostings(@QueryParam("uzovi") Uzovi uzovi, @QueryParam("knownAt") Instant knownAt) {
        return streamed(Exported.POSTINGS, uzovi, knownAt);
    }

    @GET
    @Path("entries")
    @Takes(Work.HEAVY)
    @Produces(NdJson.MEDIA_TYPE)
    @Operation(summary = "The ledger's entries, by insurer, posting and number", description = OPENED)
    @Answers(done = STREAMED, invalid = REFUSED, busy = BUSY)
    public StreamingOutput exportEntries(@QueryParam("uzovi") Uzovi uzovi, @QueryParam("knownAt") Instant knownAt) {
        return streamed(Exported.ENTRIES, uzovi, knownAt);
    }

    /** The moment is fixed and what may be seen is known before the first byte leaves. */
    private StreamingOutput streamed(Exported data, Uzovi uzovi, Instant knownAt) {
        var visibility = caller.visibility();
        var asked = exports.fixedOrLatest(new ExportQuery(uzovi, knownAt), visibility);
        return out -> streams.send(to -> exports.tell(data, asked, visibility, line -> write(to, line)), out);
    }

    private static void write(OutputStream out, String line) {
        try {
            out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** What an export is about: its moment, and how far each insurer's chain goes in it (D48, D54). */
    public record ExportResponse(
            @Schema(description = "Ask for each part of the export with this moment") Instant knownAt,
            List<Chain> insurers) {

        /** An insurer's chain. */
        public record Chain(Uzovi uzovi, Long postings, String head) {}

        static ExportResponse of(ExportQuery asked, List<ExportedChain> chains) {
            return new ExportResponse(
                    asked.knownAt(),
                    chains.stream()
                            .map(chain -> new Chain(chain.uzovi(), chain.postings(), chain.head()))
                            .toList());
        }
    }
}
