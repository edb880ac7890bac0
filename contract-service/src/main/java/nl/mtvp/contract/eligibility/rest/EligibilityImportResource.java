package nl.mtvp.contract.eligibility.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.mtvp.contract.eligibility.EligibilityUseCases;
import nl.mtvp.contract.eligibility.domain.Change;
import nl.mtvp.contract.eligibility.domain.Exclusion;
import nl.mtvp.contract.eligibility.domain.Gp;
import nl.mtvp.contract.eligibility.domain.Imported;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Big;
import nl.mtvp.kernel.rest.body.Csv;
import nl.mtvp.kernel.rest.body.Lines;
import nl.mtvp.kernel.rest.body.Lines.Kind;
import nl.mtvp.kernel.rest.body.NdJson;
import nl.mtvp.kernel.rest.command.Desk;
import nl.mtvp.kernel.rest.constraint.OneLine;
import nl.mtvp.kernel.rest.description.Answers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What practices declared elsewhere of their eligibility, brought by an insurer (D23). */
@Path("/practices")
@Tag(name = "Eligibility", description = "Whether a practice may have a contract, and what falls short (D23)")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.INSURER)
public class EligibilityImportResource {

    static final int LINES_MAX = 5_000;

    private static final Kind<ConditionsLine, Change, Imported, Result> CONDITIONS =
            new Kind<>(ConditionsLine.class, LINES_MAX, ConditionsLine::toDomain, Result::of, Result::refused);
    private static final Kind<GpLine, Change, Imported, Result> GPS =
            new Kind<>(GpLine.class, LINES_MAX, GpLine::toDomain, Result::of, Result::refused);

    private final EligibilityUseCases eligibility;
    private final Lines lines;
    private final Desk desk;

    EligibilityImportResource(EligibilityUseCases eligibility, Lines lines, Desk desk) {
        this.eligibility = eligibility;
        this.lines = lines;
        this.desk = desk;
    }

    /** What a practice declared of its waarneemregeling and its exclusions. */
    public record ConditionsLine(
            @NotNull Agb agb,
            @NotNull Boolean locumArrangement,
            @NotNull
                    @Pattern(
                            regexp = ConditionsLine.EXCLUSIONS,
                            message =
                                    "NONE, or those that apply, with a space between them, like \"UNPAID_TAXES MORATORIUM\"")
                    @Schema(examples = "NONE")
                    String exclusions) {

        static final String EXCLUSIONS = "^(NONE|" + ConditionsLine.ONE + "( " + ConditionsLine.ONE + "){0,5})$";
        static final String ONE = "(BANKRUPTCY|MORATORIUM|LIQUIDATION|UNPAID_TAXES|FALSE_STATEMENTS|INTEGRITY_FINDING)";

        Change toDomain() {
            Set<Exclusion> declared = exclusions.equals("NONE")
                    ? Set.of()
                    : Arrays.stream(exclusions.split(" "))
                            .map(Exclusion::valueOf)
                            .collect(Collectors.toSet());
            return new Change.Conditions(agb, locumArrangement, declared);
        }
    }

    /** A GP of a practice; what is left away is named as a shortfall. */
    public record GpLine(
            @NotNull Agb agb,
            @NotBlank @Size(max = 200) @OneLine String name,
            @Pattern(regexp = "^\\S{1,40}$", message = "1 to 40 characters without spaces") @Schema(nullable = true)
                    String big,
            @Schema(nullable = true) Agb personalAgb) {

        Change toDomain() {
            return new Change.OneGp(
                    agb, new Gp(name, Optional.ofNullable(big).map(Big::new), Optional.ofNullable(personalAgb)));
        }
    }

    /**
     * What became of one line.
     *
     * @param line counts from 1; CSV's header is line 1
     * @param agb the practice, or null where the line could not be read
     * @param errors everything that stood in its way, or nothing
     */
    @Schema(name = "EligibilityLineResult")
    public record Result(
            Integer line, @Schema(nullable = true) Agb agb, Imported.StatementOutcome outcome, List<Fault> errors) {

        static Result of(int line, Imported imported) {
            return new Result(line, imported.agb(), imported.outcome(), imported.errors());
        }

        static Result refused(int line, List<Fault> errors) {
            return new Result(line, null, Imported.StatementOutcome.REFUSED, errors);
        }
    }

    @POST
    @Path("/statements/imports")
    @Consumes({Csv.MEDIA_TYPE, NdJson.MEDIA_TYPE})
    @Operation(
            summary = "State waarneemregelingen and exclusions by the line, as CSV or NDJSON, up to 5,000",
            description = "Rule D23. Columns and properties: agb, locumArrangement, exclusions. The GPs stay. What a"
                    + " practice stated here itself stays its own. The answer has a result for each line: a faulty"
                    + " one is refused by itself and says why, the others are done.")
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = Csv.MEDIA_TYPE, schema = @Schema(implementation = String.class)),
                @Content(mediaType = NdJson.MEDIA_TYPE, schema = @Schema(implementation = ConditionsLine.class))
            })
    @APIResponseSchema(value = Result[].class, responseCode = "200", responseDescription = "A result for each line")
    @Answers(
            invalid = "No line at all, more than 5,000, or another header",
            changed = "A practice stated something at the same moment; send it again")
    public RestResponse<Result[]> importStatements(@NotNull byte[] request, @Context HttpHeaders headers) {
        return taken(request, headers, CONDITIONS);
    }

    @POST
    @Path("/gps/imports")
    @Consumes({Csv.MEDIA_TYPE, NdJson.MEDIA_TYPE})
    @Operation(
            summary = "State the GPs of practices by the line, as CSV or NDJSON, up to 5,000",
            description = "Rule D23. Columns and properties: agb (of the practice), name, big, personalAgb. A GP with"
                    + " the same personal AGB code, or else the same name, is replaced, others stay. A practice's"
                    + " statement is imported first.")
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = Csv.MEDIA_TYPE, schema = @Schema(implementation = String.class)),
                @Content(mediaType = NdJson.MEDIA_TYPE, schema = @Schema(implementation = GpLine.class))
            })
    @APIResponseSchema(value = Result[].class, responseCode = "200", responseDescription = "A result for each line")
    @Answers(
            invalid = "No line at all, more than 5,000, or another header",
            changed = "A practice stated something at the same moment; send it again")
    public RestResponse<Result[]> importGps(@NotNull byte[] request, @Context HttpHeaders headers) {
        return taken(request, headers, GPS);
    }

    private <L extends Record> RestResponse<Result[]> taken(
            byte[] body, HttpHeaders headers, Kind<L, Change, Imported, Result> kind) {
        return desk.once(Result[].class, () -> lines.results(
                        body, headers.getMediaType(), kind, changes -> eligibility.take(changes, desk.actor()))
                .toArray(Result[]::new));
    }
}
