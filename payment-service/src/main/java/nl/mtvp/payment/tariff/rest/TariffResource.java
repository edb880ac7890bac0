package nl.mtvp.payment.tariff.rest;

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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.rest.body.Csv;
import nl.mtvp.kernel.rest.body.NdJson;
import nl.mtvp.kernel.rest.command.Desk;
import nl.mtvp.kernel.rest.description.Answers;
import nl.mtvp.kernel.rest.parameter.PageParameters;
import nl.mtvp.payment.tariff.TariffUseCases;
import nl.mtvp.payment.tariff.rest.TariffResponse.TariffEffectsResponse;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Tariffs over HTTP (D37). */
@Path("/tariffs")
@Tag(name = "Tariffs", description = "What an insurer pays per ION and quarter, on two time axes (D37)")
@Produces(MediaType.APPLICATION_JSON)
public class TariffResource {

    private final TariffUseCases tariffs;
    private final TariffImport imports;
    private final Desk desk;

    TariffResource(TariffUseCases tariffs, TariffImport imports, Desk desk) {
        this.tariffs = tariffs;
        this.imports = imports;
        this.desk = desk;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.INSURER)
    @Operation(
            summary = "Propose a tariff, or the revision of one",
            description = "D37. Two decimals: a third is refused, never rounded. A revision is a new tariff over the"
                    + " same days, also days long past. It is known once another person approves it.")
    @Answers(invalid = "A malformed field, or above the NZa's maximum")
    public RestResponse<TariffResponse> proposeTariff(@NotNull @Valid TariffRequest request) {
        desk.actFor(request.uzovi());
        return desk.created(
                TariffResponse.class,
                () -> TariffResponse.of(
                        tariffs.propose(request.toDomain(desk.actor().at(desk.now())))),
                TariffResource::path);
    }

    @POST
    @Path("/imports")
    @Consumes({Csv.MEDIA_TYPE, NdJson.MEDIA_TYPE})
    @RolesAllowed(Roles.INSURER)
    @Operation(
            summary = "Propose tariffs by the line, as CSV or NDJSON, up to 1,000",
            description = "D37. Columns and properties are those of a tariff to propose. The answer has a result for"
                    + " each line: a faulty one is refused by itself and says why, the others are proposals. Each of"
                    + " them is known once another person approves it.")
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = Csv.MEDIA_TYPE, schema = @Schema(implementation = String.class)),
                @Content(mediaType = NdJson.MEDIA_TYPE, schema = @Schema(implementation = TariffRequest.class))
            })
    @APIResponseSchema(
            value = TariffImport.Result[].class,
            responseCode = "200",
            responseDescription = "A result for each line")
    @Answers(invalid = "No line at all, more than 1,000, or another header")
    public RestResponse<TariffImport.Result[]> importTariffs(@NotNull byte[] request, @Context HttpHeaders headers) {
        return desk.once(TariffImport.Result[].class, () -> imports.propose(request, headers.getMediaType()));
    }

    @GET
    @Path("/{id}/effects")
    @RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER, Roles.AUDITOR})
    @Operation(
            summary = "What a proposed tariff would change, in euro per quarter",
            description = "D37. What is due now against what would be due with it, over all contracts, in each quarter"
                    + " whose peildatum has come and is one of its days. Nothing is booked.")
    @Answers(conflict = "It is approved already, and so in what is due")
    public TariffEffectsResponse previewTariff(@PathParam("id") UUID id) {
        return TariffEffectsResponse.of(tariffs.effects(id, desk.visibility()));
    }

    @POST
    @Path("/{id}/approvals")
    @RolesAllowed(Roles.INSURER_APPROVER)
    @Operation(
            summary = "Approve a tariff, and so make it known",
            description = "D37. Role: insurer-approver, a person, another one than who proposed it. What it overlaps"
                    + " stays readable as it was known.")
    @Answers(conflict = "It is approved already")
    public RestResponse<TariffResponse> approveTariff(@PathParam("id") UUID id) {
        var approver = desk.person();
        return desk.created(
                TariffResponse.class,
                () -> TariffResponse.of(tariffs.approve(id, desk.visibility(), approver)),
                TariffResource::path);
    }

    @GET
    @RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER, Roles.AUDITOR})
    @Operation(summary = "The tariffs that you may see", description = "D37. In order of proposal.")
    public RestResponse<List<TariffResponse>> listTariffs(
            @QueryParam("uzovi") Uzovi uzovi, @Valid @BeanParam PageParameters page) {
        return page.answer(tariffs.list(uzovi, desk.visibility(), page.request()), TariffResponse::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER, Roles.AUDITOR})
    @Operation(summary = "A tariff with its periods on both time axes", description = "D37.")
    public TariffResponse getTariff(@PathParam("id") UUID id) {
        return TariffResponse.of(tariffs.get(id, desk.visibility()));
    }

    private static String path(TariffResponse tariff) {
        return "/tariffs/" + tariff.id();
    }
}
