package nl.mtvp.contract.party.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.contract.party.InsurerFactUseCases;
import nl.mtvp.contract.party.domain.Period;
import nl.mtvp.contract.party.domain.Scheme;
import nl.mtvp.contract.party.domain.SchemePeriod;
import nl.mtvp.kernel.access.Caller;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.rest.Foreseen;
import nl.mtvp.kernel.rest.Idempotency;
import nl.mtvp.kernel.rest.PageParameters;
import nl.mtvp.kernel.rest.SchemeTime;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The scheme that an insurer has: with ZORGZWAARTE it makes no MTVP offers, and practices read why (D31). */
@Path("/insurers/{uzovi}/schemes")
@Tag(name = "Insurers")
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
public class SchemeResource {

    private final InsurerFactUseCases facts;
    private final Caller caller;
    private final Idempotency idempotency;

    SchemeResource(InsurerFactUseCases facts, Caller caller, Idempotency idempotency) {
        this.facts = facts;
        this.caller = caller;
        this.idempotency = idempotency;
    }

    /** A scheme to be recorded. */
    public record SchemeRequest(
            @NotNull Scheme scheme,
            @NotNull @SchemeTime LocalDate validFrom,
            @Schema(nullable = true) @SchemeTime(from = "2023-04-02") LocalDate validUntil)
            implements Foreseen {

        @Override
        public List<Fault> foreseen(Instant now) {
            return Period.faultsOnPeildata(validFrom, Optional.ofNullable(validUntil));
        }
    }

    /** A scheme as it is shown. */
    @Schema(name = "InsurerScheme")
    public record SchemeResponse(
            UUID id,
            Uzovi uzovi,
            Scheme scheme,
            @Schema(description = "What it means for a practice") String explanation,
            LocalDate validFrom,
            @Schema(nullable = true) LocalDate validUntil) {

        static SchemeResponse of(SchemePeriod scheme) {
            return new SchemeResponse(
                    scheme.id(),
                    scheme.uzovi(),
                    scheme.scheme(),
                    scheme.scheme().meaning(),
                    scheme.valid().from(),
                    scheme.valid().until().orElse(null));
        }
    }

    @POST
    @RolesAllowed(Roles.INSURER)
    @Operation(
            operationId = "recordScheme",
            summary = "Record which scheme an insurer has",
            description = "Rule D31. On any day there is one; end the earlier one first. Role: insurer, with this"
                    + " UZOVI in its token.")
    @APIResponseSchema(value = SchemeResponse.class, responseCode = "201", responseDescription = "Recorded")
    @APIResponse(responseCode = "400", description = "A field is missing or malformed, or the period has no day")
    @APIResponse(responseCode = "404", description = "The insurer is not registered")
    @APIResponse(responseCode = "409", description = "The insurer has a scheme on some of these days")
    public RestResponse<SchemeResponse> create(@PathParam("uzovi") Uzovi uzovi, @NotNull @Valid SchemeRequest request) {
        caller.actFor(uzovi);
        return idempotency.once(SchemeResponse.class, () -> {
            var valid = Period.onPeildata(request.validFrom(), Optional.ofNullable(request.validUntil()));
            return created(facts.addScheme(uzovi, request.scheme(), valid, caller.actor()));
        });
    }

    @POST
    @Path("/{id}/endings")
    @RolesAllowed(Roles.INSURER)
    @Operation(
            operationId = "endScheme",
            summary = "End a scheme of an insurer",
            description = "Rule D31. An end only moves forward. Role: insurer, with this UZOVI in its token.")
    @APIResponseSchema(value = SchemeResponse.class, responseCode = "201", responseDescription = "Ended")
    @APIResponse(responseCode = "400", description = "The day is missing, or leaves no day")
    @APIResponse(responseCode = "404", description = "The insurer has no such scheme")
    @APIResponse(responseCode = "409", description = "It ends on or before that day already")
    public RestResponse<SchemeResponse> end(
            @PathParam("uzovi") Uzovi uzovi, @PathParam("id") UUID id, @NotNull @Valid PeriodEndRequest request) {
        caller.actFor(uzovi);
        return idempotency.once(
                SchemeResponse.class, () -> created(facts.endScheme(uzovi, id, request.validUntil(), caller.actor())));
    }

    @GET
    @Operation(
            operationId = "listSchemes",
            summary = "The schemes of an insurer, of all days",
            description = "Rule D31. In the order in which they were recorded. Roles: everybody of the field.")
    @APIResponse(responseCode = "200", description = "A page of schemes")
    @APIResponse(responseCode = "404", description = "The insurer is not registered")
    public RestResponse<List<SchemeResponse>> list(
            @PathParam("uzovi") Uzovi uzovi, @Valid @BeanParam PageParameters page) {
        return page.answer(facts.schemes(uzovi, page.request()), SchemeResponse::of);
    }

    private static RestResponse<SchemeResponse> created(SchemePeriod scheme) {
        return ResponseBuilder.create(RestResponse.Status.CREATED, SchemeResponse.of(scheme))
                .build();
    }
}
