package nl.mtvp.contract.party.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import nl.mtvp.contract.party.domain.Label;
import nl.mtvp.contract.party.domain.Period;
import nl.mtvp.kernel.access.Caller;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.rest.Foreseen;
import nl.mtvp.kernel.rest.Idempotency;
import nl.mtvp.kernel.rest.OneLine;
import nl.mtvp.kernel.rest.PageParameters;
import nl.mtvp.kernel.rest.SchemeTime;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The labels of an insurer: brands with a code of their own that it contracts for (D22). */
@Path("/insurers/{uzovi}/labels")
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
public class LabelResource {

    private final InsurerFactUseCases facts;
    private final Caller caller;
    private final Idempotency idempotency;

    LabelResource(InsurerFactUseCases facts, Caller caller, Idempotency idempotency) {
        this.facts = facts;
        this.caller = caller;
        this.idempotency = idempotency;
    }

    /** A label to be recorded. */
    public record LabelRequest(
            @NotNull Uzovi label,
            @NotBlank @Size(max = 200) @OneLine String name,
            @NotNull @SchemeTime(from = "2006-01-01") LocalDate validFrom,
            @Schema(nullable = true) @SchemeTime(from = "2023-04-02") LocalDate validUntil)
            implements Foreseen {

        @Override
        public List<Fault> foreseen(Instant now) {
            return Period.faultsOnPeildata(validFrom, Optional.ofNullable(validUntil));
        }
    }

    /** A label as it is shown. */
    @Schema(name = "Label")
    public record LabelResponse(
            UUID id,
            Uzovi uzovi,
            Uzovi label,
            String name,
            LocalDate validFrom,
            @Schema(nullable = true) LocalDate validUntil) {

        static LabelResponse of(Label label) {
            return new LabelResponse(
                    label.id(),
                    label.uzovi(),
                    label.label(),
                    label.name(),
                    label.valid().from(),
                    label.valid().until().orElse(null));
        }
    }

    @POST
    @RolesAllowed(Roles.INSURER)
    @Operation(
            operationId = "recordLabel",
            summary = "Record that a label belongs to an insurer",
            description = "Rule D22. On any day there is one; end the earlier one first. Role: insurer, with this"
                    + " UZOVI in its token.")
    @APIResponseSchema(value = LabelResponse.class, responseCode = "201", responseDescription = "Recorded")
    @APIResponse(responseCode = "400", description = "A field is missing or malformed, or the period has no day")
    @APIResponse(responseCode = "404", description = "The insurer is not registered")
    @APIResponse(responseCode = "409", description = "The label belongs to an insurer on some of these days")
    public RestResponse<LabelResponse> create(@PathParam("uzovi") Uzovi uzovi, @NotNull @Valid LabelRequest request) {
        caller.actFor(uzovi);
        return idempotency.once(LabelResponse.class, () -> {
            var valid = Period.onPeildata(request.validFrom(), Optional.ofNullable(request.validUntil()));
            return created(facts.addLabel(uzovi, request.label(), request.name(), valid, caller.actor()));
        });
    }

    @POST
    @Path("/{id}/endings")
    @RolesAllowed(Roles.INSURER)
    @Operation(
            operationId = "endLabel",
            summary = "End an insurer having a label",
            description = "Rule D22. An end only moves forward. Role: insurer, with this UZOVI in its token.")
    @APIResponseSchema(value = LabelResponse.class, responseCode = "201", responseDescription = "Ended")
    @APIResponse(responseCode = "400", description = "The day is missing, or leaves no day")
    @APIResponse(responseCode = "404", description = "The insurer has no such label")
    @APIResponse(responseCode = "409", description = "It ends on or before that day already")
    public RestResponse<LabelResponse> end(
            @PathParam("uzovi") Uzovi uzovi, @PathParam("id") UUID id, @NotNull @Valid PeriodEndRequest request) {
        caller.actFor(uzovi);
        return idempotency.once(
                LabelResponse.class, () -> created(facts.endLabel(uzovi, id, request.validUntil(), caller.actor())));
    }

    @GET
    @Operation(
            operationId = "listLabels",
            summary = "The labels of an insurer, of all days",
            description = "Rule D22. In the order in which they were recorded. Roles: everybody of the field.")
    @APIResponse(responseCode = "200", description = "A page of labels")
    @APIResponse(responseCode = "404", description = "The insurer is not registered")
    public RestResponse<List<LabelResponse>> list(
            @PathParam("uzovi") Uzovi uzovi, @Valid @BeanParam PageParameters page) {
        return page.answer(facts.labels(uzovi, page.request()), LabelResponse::of);
    }

    private static RestResponse<LabelResponse> created(Label label) {
        return ResponseBuilder.create(RestResponse.Status.CREATED, LabelResponse.of(label))
                .build();
    }
}
