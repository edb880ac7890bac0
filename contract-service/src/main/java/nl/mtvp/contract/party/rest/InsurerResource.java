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
import java.net.URI;
import java.util.List;
import nl.mtvp.contract.party.PartyUseCases;
import nl.mtvp.contract.party.domain.Insurer;
import nl.mtvp.kernel.access.Caller;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.rest.Idempotency;
import nl.mtvp.kernel.rest.OneLine;
import nl.mtvp.kernel.rest.PageParameters;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Health insurers that contract here (D22). They are facts of a public register: the whole field reads them. */
@Path("/insurers")
@Tag(name = "Insurers", description = "Health insurers that contract here (D22)")
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
public class InsurerResource {

    private final PartyUseCases parties;
    private final Caller caller;
    private final Idempotency idempotency;

    InsurerResource(PartyUseCases parties, Caller caller, Idempotency idempotency) {
        this.parties = parties;
        this.caller = caller;
        this.idempotency = idempotency;
    }

    /** An insurer, as it is sent and as it is shown. */
    public record InsurerBody(@NotNull Uzovi uzovi, @NotBlank @Size(max = 200) @OneLine String name) {

        static InsurerBody of(Insurer insurer) {
            return new InsurerBody(insurer.uzovi(), insurer.name());
        }
    }

    @POST
    @RolesAllowed(Roles.INSURER)
    @Operation(
            operationId = "registerInsurer",
            summary = "Register an insurer",
            description = "Rule D22. Role: insurer, with this UZOVI in its token.")
    @APIResponseSchema(value = InsurerBody.class, responseCode = "201", responseDescription = "Registered")
    @APIResponse(responseCode = "400", description = "A field is missing or malformed")
    @APIResponse(responseCode = "409", description = "The insurer is registered already")
    public RestResponse<InsurerBody> create(@NotNull @Valid InsurerBody request) {
        caller.actFor(request.uzovi());
        return idempotency.once(InsurerBody.class, () -> {
            parties.register(new Insurer(request.uzovi(), request.name()));
            return ResponseBuilder.create(RestResponse.Status.CREATED, request)
                    .location(URI.create("/insurers/" + request.uzovi()))
                    .build();
        });
    }

    @GET
    @Operation(
            operationId = "listInsurers",
            summary = "The registered insurers",
            description = "Rule D22. In the order of their UZOVI codes. Roles: everybody of the field.")
    @APIResponse(responseCode = "200", description = "A page of insurers")
    @APIResponse(responseCode = "400", description = "A parameter is out of bounds")
    public RestResponse<List<InsurerBody>> list(@Valid @BeanParam PageParameters page) {
        return page.answer(parties.insurers(page.request()), InsurerBody::of);
    }

    @GET
    @Path("/{uzovi}")
    @Operation(
            operationId = "getInsurer",
            summary = "A registered insurer",
            description = "Rule D22. Roles: everybody of the field.")
    @APIResponseSchema(value = InsurerBody.class, responseDescription = "The insurer")
    @APIResponse(responseCode = "404", description = "No such insurer is registered")
    public InsurerBody get(@PathParam("uzovi") Uzovi uzovi) {
        return InsurerBody.of(parties.insurer(uzovi));
    }
}
