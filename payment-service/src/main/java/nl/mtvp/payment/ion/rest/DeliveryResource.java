package nl.mtvp.payment.ion.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.mtvp.kernel.access.Caller;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.db.Ids;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.rest.Idempotency;
import nl.mtvp.kernel.rest.PageParameters;
import nl.mtvp.payment.ion.IonUseCases;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.threeten.extra.YearQuarter;

/** ION deliveries over HTTP (D38, D39); their content is {@link ContentResource}'s. */
@Path("/ion-deliveries")
@Tag(name = "ION deliveries", description = "Registrations on a peildatum, one line per patient (D38, D39)")
@Produces(MediaType.APPLICATION_JSON)
public class DeliveryResource {

    private final IonUseCases ion;
    private final Caller caller;
    private final Idempotency idempotency;
    private final Clock clock;

    DeliveryResource(IonUseCases ion, Caller caller, Idempotency idempotency, Clock clock) {
        this.ion = ion;
        this.caller = caller;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.INSURER)
    @Operation(
            operationId = "announceDelivery",
            summary = "Announce a delivery of registrations (ION)",
            description =
                    "D38. Role: insurer. Then send the content with PATCH to /ion-deliveries/{id}/content: CSV in"
                            + " UTF-8 with the header pseudonym,agb,registered_on, fields in quotes or not, LF or CRLF, plain or"
                            + " packed with gzip. A pseudonym is a UUID, never a BSN. A newer delivery for a peildatum replaces the older one.")
    @APIResponseSchema(value = DeliveryResponse.class, responseCode = "201", responseDescription = "Announced")
    @APIResponse(responseCode = "400", description = "A malformed field, or a peildatum that is none")
    @APIResponse(responseCode = "409", description = "The peildatum lies in the future, or the key is reused")
    public RestResponse<DeliveryResponse> announce(@NotNull @Valid DeliveryRequest request) {
        caller.actFor(request.uzovi());
        return idempotency.once(DeliveryResponse.class, () -> {
            var now = clock.instant();
            var delivery = request.toDomain(Ids.at(now), caller.actor().subject(), now);
            return ResponseBuilder.create(RestResponse.Status.CREATED, DeliveryResponse.of(ion.announce(delivery)))
                    .location(URI.create("/ion-deliveries/" + delivery.id()))
                    .build();
        });
    }

    @GET
    @RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER, Roles.AUDITOR})
    @Operation(
            operationId = "listDeliveries",
            summary = "The deliveries that you may see",
            description = "D38. Roles: insurer, insurer-approver, auditor. In order of announcement.")
    @APIResponse(responseCode = "200", description = "Up to limit of them; Link: rel=next when there are more")
    @APIResponse(responseCode = "400", description = "A malformed parameter")
    public RestResponse<List<DeliveryResponse>> list(
            @QueryParam("uzovi") Uzovi uzovi,
            @QueryParam("peildatum") @Parameter(description = "A day of the quarter") LocalDate peildatum,
            @Valid @BeanParam PageParameters page) {
        var quarter = peildatum == null ? null : YearQuarter.from(peildatum);
        return page.answer(ion.list(uzovi, quarter, caller.visibility(), page.request()), DeliveryResponse::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER, Roles.AUDITOR})
    @Operation(
            operationId = "getDelivery",
            summary = "A delivery and what came of it",
            description = "D38. Roles: insurer, insurer-approver, auditor. Poll it until it is ACCEPTED or REFUSED.")
    @APIResponseSchema(value = DeliveryResponse.class, responseDescription = "The delivery")
    @APIResponse(responseCode = "404", description = "There is no such delivery for you")
    public DeliveryResponse get(@PathParam("id") UUID id) {
        return DeliveryResponse.of(ion.get(id, caller.visibility()));
    }

    @GET
    @Path("/{id}/refusals")
    @RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER})
    @Operation(
            operationId = "listRefusals",
            summary = "The lines that do not count, with the reason",
            description = "D38, D39. Roles: insurer, insurer-approver. In the order of the file.")
    @APIResponse(responseCode = "200", description = "Up to limit of them; Link: rel=next when there are more")
    @APIResponse(responseCode = "404", description = "There is no such delivery for you")
    public RestResponse<List<RefusalResponse>> refusals(
            @PathParam("id") UUID id, @Valid @BeanParam PageParameters page) {
        return page.answer(ion.refusals(id, caller.visibility(), page.request()), RefusalResponse::of);
    }

    @GET
    @Path("/{id}/counts")
    @RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER, Roles.AUDITOR})
    @Operation(
            operationId = "listCounts",
            summary = "The patients that count, per practice",
            description = "D38, D39. Roles: insurer, insurer-approver, auditor. In the order of AGB codes.")
    @APIResponse(responseCode = "200", description = "Up to limit of them; Link: rel=next when there are more")
    @APIResponse(responseCode = "404", description = "There is no such delivery for you")
    public RestResponse<List<CountResponse>> counts(@PathParam("id") UUID id, @Valid @BeanParam PageParameters page) {
        return page.answer(
                ion.counts(id, caller.visibility(), page.request()),
                count -> new CountResponse(count.agb(), count.ion()));
    }
}
