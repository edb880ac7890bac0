package nl.mtvp.contract.party.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import nl.mtvp.contract.party.PartyUseCases;
import nl.mtvp.contract.party.domain.Enterprise;
import nl.mtvp.contract.party.domain.Practice;
import nl.mtvp.contract.party.domain.Registration;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Kvk;
import nl.mtvp.kernel.rest.body.Csv;
import nl.mtvp.kernel.rest.body.Lines;
import nl.mtvp.kernel.rest.body.Lines.Kind;
import nl.mtvp.kernel.rest.body.NdJson;
import nl.mtvp.kernel.rest.command.Desk;
import nl.mtvp.kernel.rest.command.Idempotency;
import nl.mtvp.kernel.rest.constraint.OneLine;
import nl.mtvp.kernel.rest.description.Answers;
import nl.mtvp.kernel.rest.parameter.PageParameters;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Practices and their enterprises (D22). They are facts of public registers: the whole field reads them. */
@Path("/practices")
@Tag(name = "Practices", description = "Practices and the enterprises that they belong to (D22)")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    Roles.INSURER,
    Roles.INSURER_APPROVER,
    Roles.PRACTICE,
    Roles.SIGNATORY,
    Roles.RHO,
    Roles.AUDITOR,
    Roles.SERVICE
})
public class PracticeResource {

    static final int LINES_MAX = 5_000;
    private static final int AT_ONCE_MAX = 2_000;

    private final PartyUseCases parties;
    private final Lines lines;
    private final Desk desk;

    PracticeResource(PartyUseCases parties, Lines lines, Desk desk) {
        this.parties = parties;
        this.lines = lines;
        this.desk = desk;
    }

    /** A practice with its enterprise as one line of an import: the columns of CSV, the properties of NDJSON. */
    public record PracticeLine(
            @NotNull Agb agb,
            @NotBlank @Size(max = 200) @OneLine String name,
            @NotNull Kvk kvk,
            @NotBlank @Size(max = 200) @OneLine String enterpriseName) {

        static final Kind<PracticeLine, Practice, Registration, Result> KIND =
                new Kind<>(PracticeLine.class, LINES_MAX, PracticeLine::toDomain, Result::of, Result::refused);

        Practice toDomain() {
            return new Practice(agb, name, new Enterprise(kvk, enterpriseName));
        }

        /**
         * What became of one line.
         *
         * @param line counts from 1; CSV's header is line 1
         * @param agb the practice, or null where the line could not be read
         * @param errors everything that stood in its way, or nothing
         */
        @Schema(name = "PracticeLineResult")
        public record Result(
                Integer line,
                @Schema(nullable = true) Agb agb,
                Registration.RegistrationOutcome outcome,
                List<Fault> errors) {

            static Result of(int line, Registration registration) {
                return new Result(line, registration.agb(), registration.outcome(), registration.errors());
            }

            static Result refused(int line, List<Fault> errors) {
                return new Result(line, null, Registration.RegistrationOutcome.REFUSED, errors);
            }
        }
    }

    /** A practice, as it is sent and as it is shown. */
    public record PracticeBody(
            @NotNull Agb agb,
            @NotBlank @Size(max = 200) @OneLine String name,
            @NotNull @Valid EnterpriseBody enterprise) {

        /** The enterprise that signs for a practice. */
        public record EnterpriseBody(@NotNull Kvk kvk, @NotBlank @Size(max = 200) @OneLine String name) {}

        Practice toDomain() {
            return new Practice(agb, name, new Enterprise(enterprise.kvk(), enterprise.name()));
        }

        static PracticeBody of(Practice practice) {
            var enterprise = practice.enterprise();
            return new PracticeBody(
                    practice.agb(), practice.name(), new EnterpriseBody(enterprise.kvk(), enterprise.name()));
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.INSURER)
    @Operation(
            summary = "Register practices, up to 2,000 at a time",
            description = "Rule D22. The answer has a result for each, in the order sent: REGISTERED, UNCHANGED (it"
                    + " was on record with the same facts) or REFUSED (with other facts, which stay).")
    @Parameter(name = Idempotency.HEADER, in = ParameterIn.HEADER, required = true)
    @APIResponseSchema(
            value = Registration[].class,
            responseCode = "200",
            responseDescription = "A result for each practice")
    public RestResponse<Registration[]> registerPractices(
            @NotNull @Size(min = 1, max = AT_ONCE_MAX) List<@NotNull @Valid PracticeBody> request) {
        return desk.once(Registration[].class, () -> {
            var practices = request.stream().map(PracticeBody::toDomain).toList();
            return parties.register(practices).toArray(Registration[]::new);
        });
    }

    @POST
    @Path("/imports")
    @Consumes({Csv.MEDIA_TYPE, NdJson.MEDIA_TYPE})
    @RolesAllowed(Roles.INSURER)
    @Operation(
            summary = "Register practices and their enterprises by the line, as CSV or NDJSON, up to 5,000",
            description = "Rule D22. Columns and properties: agb, name, kvk, enterpriseName. The answer has a result"
                    + " for each line: a faulty one is refused by itself and says why, the others are done.")
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = Csv.MEDIA_TYPE, schema = @Schema(implementation = String.class)),
                @Content(mediaType = NdJson.MEDIA_TYPE, schema = @Schema(implementation = PracticeLine.class))
            })
    @APIResponseSchema(
            value = PracticeLine.Result[].class,
            responseCode = "200",
            responseDescription = "A result for each line")
    @Answers(invalid = "No line at all, more than 5,000, or another header")
    public RestResponse<PracticeLine.Result[]> importPractices(@NotNull byte[] request, @Context HttpHeaders headers) {
        return desk.once(PracticeLine.Result[].class, () -> lines.results(
                        request, headers.getMediaType(), PracticeLine.KIND, parties::register)
                .toArray(PracticeLine.Result[]::new));
    }

    @GET
    @Operation(summary = "The registered practices", description = "Rule D22. In the order of their AGB codes.")
    public RestResponse<List<PracticeBody>> listPractices(
            @QueryParam("kvk") Kvk kvk, @Valid @BeanParam PageParameters page) {
        return page.answer(parties.practices(kvk, page.request()), PracticeBody::of);
    }

    @GET
    @Path("/{agb}")
    @Operation(summary = "A registered practice", description = "Rule D22.")
    public PracticeBody getPractice(@PathParam("agb") Agb agb) {
        return PracticeBody.of(parties.practice(agb));
    }
}
