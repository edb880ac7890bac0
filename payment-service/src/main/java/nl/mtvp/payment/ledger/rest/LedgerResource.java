package nl.mtvp.payment.ledger.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import nl.mtvp.kernel.access.Caller;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.money.Euro;
import nl.mtvp.kernel.rest.answer.Streams;
import nl.mtvp.kernel.rest.body.Csv;
import nl.mtvp.kernel.rest.body.NdJson;
import nl.mtvp.kernel.rest.description.Answers;
import nl.mtvp.kernel.rest.limit.ClientLimits;
import nl.mtvp.kernel.rest.limit.ClientLimits.Work;
import nl.mtvp.kernel.rest.limit.Takes;
import nl.mtvp.kernel.rest.parameter.PageParameters;
import nl.mtvp.kernel.time.SuiteClock;
import nl.mtvp.payment.entitlement.domain.Cause;
import nl.mtvp.payment.entitlement.domain.Component;
import nl.mtvp.payment.ledger.LedgerUseCases;
import nl.mtvp.payment.ledger.LedgerUseCases.View;
import nl.mtvp.payment.ledger.domain.Creditor;
import nl.mtvp.payment.ledger.domain.EntryCause;
import nl.mtvp.payment.ledger.domain.EntryQuery;
import nl.mtvp.payment.ledger.domain.EntryQuery.ExportFormat;
import nl.mtvp.payment.ledger.domain.LedgerEntry;
import nl.mtvp.payment.ledger.domain.Posting;
import nl.mtvp.payment.ledger.rest.LedgerEntryResponse.PaymentResponse;
import nl.mtvp.payment.ledger.rest.VerificationResponse.PostingResponse;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.threeten.extra.YearQuarter;

/** The ledger over HTTP: entries, seals, and their verification (D48). */
@Path("/")
@Tag(name = "Ledger", description = "Append-only entries, sealed in a chain of digests per insurer (D48)")
public class LedgerResource {

    private static final List<MediaType> PAGE_OR_FILE = List.of(
            MediaType.APPLICATION_JSON_TYPE, MediaType.valueOf(Csv.MEDIA_TYPE), MediaType.valueOf(NdJson.MEDIA_TYPE));

    private final LedgerUseCases ledger;
    private final Caller caller;
    private final ClientLimits limits;
    private final Streams streams;

    LedgerResource(LedgerUseCases ledger, Caller caller, ClientLimits limits, Streams streams) {
        this.ledger = ledger;
        this.caller = caller;
        this.limits = limits;
        this.streams = streams;
    }

    @GET
    @Path("ledger-entries")
    @Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE, NdJson.MEDIA_TYPE})
    @RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER, Roles.AUDITOR})
    @Operation(
            summary = "The ledger's entries",
            description = "D48. Each is one transfer, so debits equal credits. In the order of booking. As text/csv or"
                    + " application/x-ndjson the whole selection comes at once, without limit and cursor; if it"
                    + " breaks off, so does the connection.")
    @APIResponse(
            responseCode = "200",
            description = "Up to limit of them; Link: rel=next when there are more. As CSV or NDJSON all of them.",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(type = SchemaType.ARRAY, implementation = LedgerEntryResponse.class)),
                @Content(mediaType = Csv.MEDIA_TYPE, schema = @Schema(implementation = String.class)),
                @Content(mediaType = NdJson.MEDIA_TYPE, schema = @Schema(implementation = LedgerEntryResponse.class))
            })
    @Answers(busy = "Too many exports are under way")
    public Response listLedgerEntries(
            @BeanParam @Valid EntryParameters asked,
            @QueryParam("cause") EntryCause cause,
            @Context HttpHeaders headers,
            @Valid @BeanParam PageParameters page) {
        return answer(asked.query(cause, false), asked.knownAt(), View.ENTRIES, headers, page, LedgerEntryResponse::of);
    }

    @GET
    @Path("postings")
    @RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER, Roles.AUDITOR})
    @Operation(
            summary = "The seals of an insurer's chain",
            description = "D48. In the order of insurer and number. The ETag is over the heads: with If-None-Match"
                    + " somebody who watches a chain hears of new ones only.")
    @Answers(unchanged = "The heads are those of If-None-Match")
    @Parameter(
            name = HttpHeaders.IF_NONE_MATCH,
            in = ParameterIn.HEADER,
            description = "The ETag of an answer that you have",
            schema = @Schema(type = SchemaType.STRING))
    public RestResponse<List<PostingResponse>> listPostings(
            @QueryParam("uzovi") Uzovi uzovi,
            @QueryParam("knownAt") Instant knownAt,
            @Valid @BeanParam PageParameters page) {
        var postings = ledger.postings(uzovi, knownAt, caller.visibility(), page.request());
        var tag = '"' + Posting.digestOfHeads(postings.rows(), postings.next().isPresent()) + '"';
        var answer = page.answer(postings, PostingResponse::of);
        answer.getHeaders().putSingle(HttpHeaders.ETAG, tag);
        return answer;
    }

    @POST
    @Path("postings/verifications")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER, Roles.AUDITOR})
    @Operation(
            summary = "Recompute an insurer's chain from its entries",
            description = "D48. With a head that was published, a tail that was cut off shows too. Changes nothing, so"
                    + " it takes no Idempotency-Key.")
    @APIResponseSchema(value = VerificationResponse.class, responseDescription = "What verifying showed")
    @Takes(Work.HEAVY)
    @Answers(missing = "There is no such insurer for you")
    public VerificationResponse verifyPostings(@NotNull @Valid VerificationRequest request) {
        return VerificationResponse.of(ledger.verify(request.uzovi(), request.head(), caller.visibility()));
    }

    @GET
    @Path("payments")
    @Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE, NdJson.MEDIA_TYPE})
    @RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER, Roles.PRACTICE, Roles.SIGNATORY, Roles.RHO, Roles.AUDITOR})
    @Tag(name = "Payments", description = "What was booked, about which quarter, when and why (D44, D47)")
    @Operation(
            summary = "The payment history",
            description =
                    "D44, D47, D54. Roles: insurer, insurer-approver, practice, signatory, rho, auditor; each sees"
                            + " its own: a practice its own part, an RHO its shares. With knownAt the history is as"
                            + " known here at that moment, and never changes afterwards. In the order of booking. As"
                            + " text/csv or application/x-ndjson the whole selection comes at once, without limit and"
                            + " cursor; if it breaks off, so does the connection.")
    @APIResponse(
            responseCode = "200",
            description = "Up to limit of them; Link: rel=next when there are more. As CSV or NDJSON all of them.",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(type = SchemaType.ARRAY, implementation = PaymentResponse.class)),
                @Content(mediaType = Csv.MEDIA_TYPE, schema = @Schema(implementation = String.class)),
                @Content(mediaType = NdJson.MEDIA_TYPE, schema = @Schema(implementation = PaymentResponse.class))
            })
    @Answers(busy = "Too many exports are under way")
    public Response listPayments(
            @BeanParam @Valid EntryParameters asked,
            @QueryParam("cause") Cause cause,
            @Context HttpHeaders headers,
            @Valid @BeanParam PageParameters page) {
        var query = asked.query(cause == null ? null : EntryCause.valueOf(cause.name()), true);
        return answer(query, asked.knownAt(), View.PAYMENTS, headers, page, PaymentResponse::of);
    }

    /** A page, or the whole selection as a file, as the caller likes it best. */
    private <T> Response answer(
            EntryQuery query,
            Instant knownAt,
            View view,
            HttpHeaders headers,
            PageParameters page,
            Function<LedgerEntry, T> shown) {
        var file = file(headers);
        if (file.isEmpty()) {
            return page.answer(ledger.entries(query, knownAt, caller.visibility(), page.request()), shown)
                    .toResponse();
        }
        limits.take(Work.HEAVY);
        var export = ledger.export(query, knownAt, view, file.get(), caller.visibility());
        return answer(file.get(), export);
    }

    /** The form of file that the caller likes best; empty when that is a page of JSON. */
    private static Optional<ExportFormat> file(HttpHeaders headers) {
        return headers.getAcceptableMediaTypes().stream()
                .flatMap(liked ->
                        PAGE_OR_FILE.stream().filter(liked::isCompatible).limit(1))
                .findFirst()
                .flatMap(type -> switch (PAGE_OR_FILE.indexOf(type)) {
                    case 1 -> Optional.of(ExportFormat.CSV);
                    case 2 -> Optional.of(ExportFormat.NDJSON);
                    default -> Optional.empty();
                });
    }

    private Response answer(ExportFormat format, Consumer<OutputStream> export) {
        var type = format == ExportFormat.CSV ? Csv.MEDIA_TYPE + ";charset=UTF-8" : NdJson.MEDIA_TYPE;
        StreamingOutput lines = out -> streams.send(export::accept, out);
        return Response.ok(lines).header(HttpHeaders.CONTENT_TYPE, type).build();
    }

    /** Whose chain to verify. */
    public record VerificationRequest(
            @NotNull Uzovi uzovi,
            @Pattern(regexp = "[0-9a-f]{64}", message = "a head is 64 lower-case hexadecimal digits") String head) {}

    /** What entries can be asked for by, all of it at once. */
    public record EntryParameters(
            @QueryParam("uzovi") Uzovi uzovi,
            @QueryParam("agb") Agb agb,
            @QueryParam("creditor")
                    @Pattern(
                            regexp = "creditor:[0-9]{4}:(agb:[0-9]{8}|rho:[^:|]+)",
                            message = "a creditor is named by its account")
                    String creditor,
            @QueryParam("quarter") YearQuarter quarter,
            @QueryParam("quarterFrom") YearQuarter quarterFrom,
            @QueryParam("quarterUntil") YearQuarter quarterUntil,
            @QueryParam("component") Component component,
            @QueryParam("runId") UUID runId,
            @QueryParam("amountMin") Euro amountMin,
            @QueryParam("amountMax") Euro amountMax,
            @QueryParam("bookedFrom") LocalDate bookedFrom,
            @QueryParam("bookedUntil") LocalDate bookedUntil,
            @QueryParam("knownAt") Instant knownAt) {

        EntryQuery query(EntryCause cause, boolean ofLines) {
            return new EntryQuery(
                    uzovi,
                    agb,
                    creditor == null ? null : Creditor.of(creditor),
                    later(quarter, quarterFrom),
                    earlier(quarter, quarterUntil),
                    cause,
                    component,
                    runId,
                    amountMin,
                    amountMax,
                    ofLines,
                    start(bookedFrom),
                    start(bookedUntil));
        }

        private static YearQuarter later(YearQuarter one, YearQuarter other) {
            return one == null || other != null && other.isAfter(one) ? other : one;
        }

        private static YearQuarter earlier(YearQuarter one, YearQuarter other) {
            return one == null || other != null && other.isBefore(one) ? other : one;
        }

        private static Instant start(LocalDate day) {
            return day == null ? null : day.atStartOfDay(SuiteClock.ZONE).toInstant();
        }
    }
}
