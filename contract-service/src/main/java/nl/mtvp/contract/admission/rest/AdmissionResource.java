package nl.mtvp.contract.admission.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import nl.mtvp.contract.admission.AdmissionUseCases;
import nl.mtvp.contract.admission.AdmissionUseCases.Admitted;
import nl.mtvp.contract.admission.domain.ApprovedRegioplan;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.rest.parameter.PageParameters;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.threeten.extra.YearQuarter;

/** The admitted practices as this service knows them, from plan-service's feed (D21, D24). */
@Path("/admissions")
@Tag(
        name = "Admissions",
        description = "What this service learned from plan-service: who may start when, on which plan")
@RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER, Roles.AUDITOR, Roles.SERVICE})
public class AdmissionResource {

    private final AdmissionUseCases admissions;

    AdmissionResource(AdmissionUseCases admissions) {
        this.admissions = admissions;
    }

    /** An admission, with the approved regioplan that an offer would stand on. */
    public record AdmissionResponse(
            Agb agb,
            UUID roundId,
            String rho,
            String region,
            String hub,
            YearQuarter quarter,
            @Schema(nullable = true) UUID regioplanVersionId) {

        static AdmissionResponse of(Admitted admitted) {
            var admission = admitted.admission();
            return new AdmissionResponse(
                    admission.agb(),
                    admission.roundId(),
                    admission.rho(),
                    admission.region(),
                    admission.hub(),
                    admission.quarter(),
                    admitted.regioplan().map(ApprovedRegioplan::versionId).orElse(null));
        }
    }

    @GET
    @Operation(
            summary = "The admitted practices that are known here",
            description = "Rules D21, D24. It follows plan-service's feed, so it may be a moment behind. Every insurer"
                    + " reads the same tranche list. By AGB code and round.")
    public RestResponse<List<AdmissionResponse>> listAdmissions(
            @QueryParam("region") String region,
            @QueryParam("quarter") YearQuarter quarter,
            @QueryParam("agb") Agb agb,
            @Valid @BeanParam PageParameters page) {
        return page.answer(admissions.list(region, quarter, agb, page.request()), AdmissionResponse::of);
    }
}
