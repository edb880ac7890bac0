package nl.mtvp.payment.statement.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Variant;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.mtvp.kernel.access.Caller;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.rest.description.Answers;
import nl.mtvp.kernel.rest.parameter.PageParameters;
import nl.mtvp.payment.explanation.rest.ExplanationResponse;
import nl.mtvp.payment.statement.StatementUseCases;
import nl.mtvp.payment.statement.domain.Statement.StatementQuery;
import nl.mtvp.payment.statement.rest.StatementPage.PageLanguage;
import nl.mtvp.payment.statement.rest.StatementPage.StatementStyle;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.threeten.extra.YearQuarter;

/** Statements over HTTP (D52): for a machine, for a spreadsheet and for paper; and the explanation of a line (D53). */
@Path("/")
@Tag(name = "Statements", description = "What a run booked for a practice or an RHO, and why (D52)")
public class StatementResource {

    private static final String CSV = "text/csv";
    private static final String DESCRIBED_BY = "</v1/schemas/explanation.json>; rel=\"describedby\"";
    private static final List<Variant> FORMS = Variant.mediaTypes(
                    MediaType.APPLICATION_JSON_TYPE,
                    MediaType.valueOf(CSV).withCharset("UTF-8"),
                    MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
            .build();

    private final StatementUseCases statements;
    private final Caller caller;

    StatementResource(StatementUseCases statements, Caller caller) {
        this.statements = statements;
        this.caller = caller;
    }

    @GET
    @Path("statements")
    @RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER, Roles.PRACTICE, Roles.SIGNATORY, Roles.RHO, Roles.AUDITOR})
    @Operation(
            summary = "The statements that you may see",
            description = "D52, D54. Roles: insurer, insurer-approver, practice, signatory, rho, auditor; each sees"
                    + " its own. One for each run and practice, also where nothing was booked, and for each run and RHO"
                    + " that got a share. In the order of booking.")
    public RestResponse<List<StatementResponse.Listed>> listStatements(
            @QueryParam("uzovi") Uzovi uzovi,
            @QueryParam("agb") Agb agb,
            @QueryParam("rho") String rho,
            @QueryParam("quarter") YearQuarter quarter,
            @QueryParam("knownAt") Instant knownAt,
            @Valid @BeanParam PageParameters page) {
        var asked = new StatementQuery(uzovi, agb, rho, quarter);
        return page.answer(
                statements.list(asked, knownAt, caller.visibility(), page.request()), StatementResponse.Listed::of);
    }

    @GET
    @Path("statements/{runId}/{creditor}")
    @Produces({MediaType.APPLICATION_JSON, CSV, MediaType.TEXT_HTML})
    @RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER, Roles.PRACTICE, Roles.SIGNATORY, Roles.RHO, Roles.AUDITOR})
    @Operation(
            summary = "A statement (specificatie): every line with its explanation",
            description = "D52-D54. Roles: insurer, insurer-approver, practice, signatory, rho, auditor; each its own."
                    + " JSON, CSV with a row for each part, or a page to print, by Accept; the page is in Dutch, or in"
                    + " English by Accept-Language or language. It carries the head of the insurer's chain. Example:"
                    + " 4,210 x 2.88 = 12,124.80 for 2023-Q2, booked by the run of 2023-Q3.")
    @APIResponse(
            responseCode = "200",
            description = "The statement, which never changes",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = StatementResponse.class)),
                @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING))
            })
    @Answers(missing = "There is no such statement for you, or there was none then")
    @APIResponse(responseCode = "406", description = "None of these forms is acceptable")
    public RestResponse<Object> getStatement(
            @PathParam("runId") UUID runId,
            @PathParam("creditor") @Parameter(description = "agb:<AGB> or rho:<RHO>", example = "agb:01999901")
                    String creditor,
            @QueryParam("knownAt") Instant knownAt,
            @QueryParam("language") @Parameter(description = "The language of the page; goes before `Accept-Language`")
                    PageLanguage language,
            @Context Request request,
            @Context HttpHeaders headers) {
        var form = request.selectVariant(FORMS);
        if (form == null) {
            throw new NotAcceptableException();
        }
        var specified = statements.get(runId, creditor, knownAt, caller.visibility());
        var type = form.getMediaType();
        if (type.isCompatible(MediaType.TEXT_HTML_TYPE)) {
            var in = PageLanguage.of(language, headers.getAcceptableLanguages());
            return ResponseBuilder.<Object>ok(StatementPage.html(specified, in), type)
                    .header("Content-Security-Policy", StatementStyle.POLICY)
                    .header(HttpHeaders.CONTENT_LANGUAGE, in.tag())
                    .build();
        }
        if (type.isCompatible(MediaType.valueOf(CSV))) {
            return ResponseBuilder.<Object>ok(StatementCsv.of(specified), type).build();
        }
        return ResponseBuilder.<Object>ok(StatementResponse.of(specified), type).build();
    }

    @GET
    @Path("explanations/{lineId}")
    @RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER, Roles.PRACTICE, Roles.SIGNATORY, Roles.RHO, Roles.AUDITOR})
    @Tag(name = "Explanations", description = "Why a line is what it is, from its inputs to its cents (D53)")
    @Operation(
            summary = "Explain a line",
            description = "D53, D54. Practice and RHO see it once the line is posted, each with the parts of its own"
                    + " money. Each correction is explained by the one fact that it replaced (D44). Its JSON Schema"
                    + " is at /v1/schemas/explanation.json, without login.")
    @APIResponse(
            responseCode = "200",
            description = "The explanation",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ExplanationResponse.class)),
            headers =
                    @Header(
                            name = HttpHeaders.LINK,
                            description = "Its JSON Schema, as rel=\"describedby\"",
                            schema = @Schema(implementation = String.class)))
    @Answers(
            invalid = "knownAt is malformed or in the future",
            missing = "There is no such line for you, or there was none then")
    public RestResponse<ExplanationResponse> getExplanation(
            @PathParam("lineId") UUID lineId, @QueryParam("knownAt") Instant knownAt) {
        var explained = statements.explain(lineId, knownAt, caller.visibility());
        var answer = ExplanationResponse.of(explained.line(), explained.explanation());
        return ResponseBuilder.ok(answer).header(HttpHeaders.LINK, DESCRIBED_BY).build();
    }
}
