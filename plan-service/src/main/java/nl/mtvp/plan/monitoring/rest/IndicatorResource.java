package nl.mtvp.plan.monitoring.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.TreeMap;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.InvalidInput;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.rest.body.Csv;
import nl.mtvp.kernel.rest.command.Desk;
import nl.mtvp.kernel.rest.command.Idempotency;
import nl.mtvp.kernel.rest.description.Answers;
import nl.mtvp.kernel.rest.parameter.PageParameters;
import nl.mtvp.plan.monitoring.MonitoringUseCases;
import nl.mtvp.plan.monitoring.domain.Delivered;
import nl.mtvp.plan.monitoring.domain.StoredValue.ValueFilter;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/")
@Tag(name = "Monitoring", description = "What is measured, to learn from; it never reaches money (D14, D15)")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.PRACTICE, Roles.SIGNATORY, Roles.RHO, Roles.INSURER, Roles.INSURER_APPROVER, Roles.NATIONAL_DESK})
public class IndicatorResource {

    private static final int LINES_MAX = 20_000;

    private final MonitoringUseCases monitoring;
    private final Csv csv;
    private final Desk desk;

    IndicatorResource(MonitoringUseCases monitoring, Csv csv, Desk desk) {
        this.monitoring = monitoring;
        this.csv = csv;
        this.desk = desk;
    }

    @GET
    @Path("/indicators")
    @Operation(summary = "What is measured, with definition, unit and target", description = "D14.")
    @Answers(done = "All of them, by code")
    public List<IndicatorResponse> listIndicators() {
        return monitoring.indicators().stream().map(IndicatorResponse::of).toList();
    }

    @POST
    @Path("/indicator-values")
    @RolesAllowed({Roles.PRACTICE, Roles.SIGNATORY, Roles.RHO})
    @Operation(
            summary = "Deliver a value of an indicator for a year",
            description =
                    "D14. Roles: practice and signatory (their own), rho (its practices' and its regions'). A newer"
                            + " value for the year takes the place of the older one, which stays readable.")
    @Answers(
            done = "The value is kept",
            invalid = "A field is malformed, or the value is not yours to deliver",
            conflict = "Somebody else delivered the same at this moment")
    public RestResponse<ValueLineResult> deliverIndicatorValue(@NotNull @Valid IndicatorValueRequest request) {
        return desk.created(ValueLineResult.class, () -> {
            var outcome = monitoring
                    .deliver(List.of(request.toDomain()), desk.visibility(), desk.actor())
                    .get(0);
            if (!outcome.faults().isEmpty()) {
                throw new InvalidInput(outcome.faults());
            }
            return ValueLineResult.of(1, outcome);
        });
    }

    @POST
    @Path("/indicator-values/imports")
    @Consumes(Csv.MEDIA_TYPE)
    @RolesAllowed({Roles.PRACTICE, Roles.SIGNATORY, Roles.RHO})
    @Operation(
            summary = "Deliver values of indicators by the line, as CSV, up to 20,000",
            description = "D14. The columns are indicator,agb,region,year,numerator,denominator,baseline."
                    + " The answer has a result for each line: a faulty one is refused by itself and says why, the"
                    + " others are kept.")
    @Parameter(name = Idempotency.HEADER, in = ParameterIn.HEADER, required = true)
    @RequestBody(
            required = true,
            content = @Content(mediaType = Csv.MEDIA_TYPE, schema = @Schema(implementation = String.class)))
    @APIResponseSchema(
            value = ValueLineResult[].class,
            responseCode = "200",
            responseDescription = "A result for each line")
    @Answers(invalid = "Another header, no line at all, or more than 20,000")
    public RestResponse<ValueLineResult[]> importIndicatorValues(@NotNull byte[] request) {
        return desk.once(ValueLineResult[].class, () -> deliverLines(request));
    }

    @GET
    @Path("/indicator-values")
    @RolesAllowed({Roles.PRACTICE, Roles.SIGNATORY, Roles.RHO})
    @Operation(
            summary = "The values that you may see",
            description = "D14. As delivered. Roles: practice and signatory (their own), rho (its practices' and its"
                    + " regions').")
    public RestResponse<List<IndicatorValueResponse>> listIndicatorValues(
            @QueryParam("indicator") String indicator,
            @QueryParam("agb") Agb agb,
            @QueryParam("region") String region,
            @QueryParam("year") @Min(2000) @Max(2100) Integer year,
            @QueryParam("replaced") @DefaultValue("false") Boolean replaced,
            @Valid @BeanParam PageParameters page) {
        var filter = new ValueFilter(indicator, agb, region, year, replaced);
        return page.answer(monitoring.values(filter, desk.visibility(), page.request()), IndicatorValueResponse::of);
    }

    @GET
    @Path("/evaluations")
    @Operation(
            summary = "How a region or a practice did in a year",
            description = "D14. For each indicator the value, the baseline, the change, whether the target is met, and"
                    + " the nation beside it; for a practice its region too. A value over several practices is the"
                    + " ratio of their sums. A region: to its RHO, its practices, insurers and the national desk. A"
                    + " practice: to itself and its RHO. Who may not see single practices sees no value over fewer"
                    + " than three (Choice). It settles nothing (D15).")
    @Answers(
            done = "All indicators, by code",
            invalid = "Not just one of region and agb, or a malformed parameter",
            missing = "No region or practice that you may see")
    public List<EvaluationResponse> evaluateYear(
            @QueryParam("region") String region,
            @QueryParam("agb") Agb agb,
            @QueryParam("year") @NotNull @Min(2000) @Max(2100) Integer year) {
        if ((region == null) == (agb == null)) {
            throw new InvalidInput(
                    Fault.inQuery("region", "one-of-two", "ask for a region or for a practice (agb), for one of them"));
        }
        var visibility = desk.visibility();
        var found = agb == null
                ? monitoring.ofRegion(region, year, seesEveryRegion(), visibility)
                : monitoring.ofPractice(agb, year, visibility);
        return found.stream().map(EvaluationResponse::of).toList();
    }

    private boolean seesEveryRegion() {
        return desk.has(Roles.INSURER) || desk.has(Roles.INSURER_APPROVER) || desk.has(Roles.NATIONAL_DESK);
    }

    /** One result for each line that is not blank, in their order: a faulty line is named, the others are kept. */
    private ValueLineResult[] deliverLines(byte[] file) {
        var results = new TreeMap<Integer, ValueLineResult>();
        var values = new TreeMap<Integer, Delivered>();
        csv.read(new ByteArrayInputStream(file), IndicatorValueRequest.class, LINES_MAX, line -> line.value()
                .ifPresentOrElse(
                        value -> values.put(line.number(), value.toDomain()),
                        () -> results.put(line.number(), ValueLineResult.refused(line.number(), line.faults()))));
        var outcomes = monitoring
                .deliver(List.copyOf(values.values()), desk.visibility(), desk.actor())
                .iterator();
        values.keySet().forEach(number -> results.put(number, ValueLineResult.of(number, outcomes.next())));
        return results.values().toArray(ValueLineResult[]::new);
    }
}
