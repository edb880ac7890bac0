package nl.mtvp.plan.catalogue.rest;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.rest.parameter.PageParameters;
import nl.mtvp.plan.catalogue.CatalogueUseCases;
import nl.mtvp.plan.catalogue.domain.Intervention;
import nl.mtvp.plan.catalogue.domain.Kernelement;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/interventions")
@Tag(name = "Interventions", description = "The national catalogue that plans select from")
@RolesAllowed({
    Roles.INSURER,
    Roles.INSURER_APPROVER,
    Roles.RHO,
    Roles.PRACTICE,
    Roles.SIGNATORY,
    Roles.AUDITOR,
    Roles.NATIONAL_DESK,
    Roles.NOTARY,
    Roles.SERVICE
})
public class InterventionResource {

    private final CatalogueUseCases catalogue;

    InterventionResource(CatalogueUseCases catalogue) {
        this.catalogue = catalogue;
    }

    @GET
    @Operation(
            summary = "The interventions that plans may select",
            description = "D1. Every role. The catalogue is effective-dated: an intervention added later is usable"
                    + " from its date on. Ordered by code.")
    public RestResponse<List<InterventionResponse>> listInterventions(
            @QueryParam("usableOn") LocalDate usableOn,
            @QueryParam("kernelement") Kernelement kernelement,
            @Valid @BeanParam PageParameters page) {
        return page.answer(catalogue.usableOn(usableOn, kernelement, page.request()), InterventionResponse::new);
    }

    /** An intervention of the catalogue (D1). */
    @JsonPropertyOrder({"code", "kernelement", "nameNl", "nameEn", "usableFrom"})
    public record InterventionResponse(@JsonUnwrapped Intervention intervention) {}
}
