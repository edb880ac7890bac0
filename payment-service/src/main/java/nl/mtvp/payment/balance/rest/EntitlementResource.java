package nl.mtvp.payment.balance.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import nl.mtvp.kernel.access.Caller;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.rest.PageParameters;
import nl.mtvp.kernel.rest.SchemeTime;
import nl.mtvp.payment.balance.BalanceUseCases;
import nl.mtvp.payment.entitlement.domain.EntitlementQuery;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.threeten.extra.YearQuarter;

/** Entitlements over HTTP (D41, D54). */
@Path("/entitlements")
@Tag(name = "Entitlements", description = "What is due for a contract and quarter, as known at a moment (D41, D54)")
@Produces(MediaType.APPLICATION_JSON)
public class EntitlementResource {

    private final BalanceUseCases entitlements;
    private final Caller caller;

    EntitlementResource(BalanceUseCases entitlements, Caller caller) {
        this.entitlements = entitlements;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER, Roles.PRACTICE, Roles.SIGNATORY, Roles.AUDITOR})
    @Operation(
            operationId = "listEntitlements",
            summary = "What is due in a quarter, beside what is booked",
            description = "D41, D42, D54. Roles: insurer, insurer-approver, practice, signatory, auditor. With knownAt"
                    + " the answer is as known here at that moment, and never changes afterwards. Example: 4,210 ION x"
                    + " 2.88 = 12,124.80. In the order of contracts.")
    @APIResponse(responseCode = "200", description = "Up to limit of them; Link: rel=next when there are more")
    @APIResponse(responseCode = "400", description = "No quarter, a malformed parameter, or knownAt in the future")
    public RestResponse<List<EntitlementResponse>> list(
            @QueryParam("quarter") @NotNull @SchemeTime YearQuarter quarter,
            @QueryParam("uzovi") Uzovi uzovi,
            @QueryParam("agb") Agb agb,
            @QueryParam("knownAt") @Parameter(description = "As known here at this moment") Instant knownAt,
            @Valid @BeanParam PageParameters page) {
        var asked = new EntitlementQuery(uzovi, agb, quarter);
        return page.answer(
                entitlements.list(asked, knownAt, caller.visibility(), page.request()), EntitlementResponse::of);
    }
}
