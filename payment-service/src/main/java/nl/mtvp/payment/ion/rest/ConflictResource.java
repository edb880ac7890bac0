package nl.mtvp.payment.ion.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import nl.mtvp.kernel.access.Caller;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.rest.PageParameters;
import nl.mtvp.payment.ion.ConflictUseCases;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.threeten.extra.YearQuarter;

/** Patients at two insurers over HTTP, to each insurer its own side (D39). */
@Path("/ion-conflicts")
@Tag(name = "ION conflicts", description = "Patients whom two insurers delivered for one peildatum (D39)")
@Produces(MediaType.APPLICATION_JSON)
public class ConflictResource {

    private final ConflictUseCases conflicts;
    private final Caller caller;

    ConflictResource(ConflictUseCases conflicts, Caller caller) {
        this.conflicts = conflicts;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER})
    @Operation(
            operationId = "listConflicts",
            summary = "Your lines of patients whom another insurer delivered too",
            description = "D39. Roles: insurer, insurer-approver. Each insurer sees its own line and that another"
                    + " insurer has the patient too, no more. Both count until one withdraws it, by a settlement or by a"
                    + " new delivery without the line; then the conflict is gone from this list.")
    @APIResponse(responseCode = "200", description = "Up to limit of them; Link: rel=next when there are more")
    @APIResponse(responseCode = "400", description = "A malformed parameter")
    public RestResponse<List<ConflictResponse>> list(
            @QueryParam("uzovi") Uzovi uzovi,
            @QueryParam("peildatum") @Parameter(description = "A day of the quarter") LocalDate peildatum,
            @Valid @BeanParam PageParameters page) {
        var quarter = peildatum == null ? null : YearQuarter.from(peildatum);
        return page.answer(conflicts.list(uzovi, quarter, caller.visibility(), page.request()), ConflictResponse::of);
    }
}
