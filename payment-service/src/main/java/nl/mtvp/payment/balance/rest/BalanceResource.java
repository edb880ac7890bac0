package nl.mtvp.payment.balance.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
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
import nl.mtvp.payment.balance.BalanceUseCases;
import nl.mtvp.payment.ledger.domain.BalanceQuery;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Creditors' balances over HTTP (D48, D50, D54). */
@Path("/balances")
@Tag(name = "Balances", description = "What is owed to each creditor, as known at a moment (D48, D50, D54)")
@Produces(MediaType.APPLICATION_JSON)
public class BalanceResource {

    private final BalanceUseCases balances;
    private final Caller caller;

    BalanceResource(BalanceUseCases balances, Caller caller) {
        this.balances = balances;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER, Roles.AUDITOR, Roles.PRACTICE, Roles.SIGNATORY, Roles.RHO})
    @Operation(
            operationId = "listBalances",
            summary = "Creditors' balances",
            description =
                    "D48, D50, D54. Roles: insurer, insurer-approver, auditor, practice, signatory, rho; each sees"
                            + " its own. With knownAt a balance is as known here at that moment, and never changes afterwards.")
    @APIResponse(responseCode = "200", description = "Up to limit of them; Link: rel=next when there are more")
    @APIResponse(responseCode = "400", description = "A malformed parameter, or knownAt in the future")
    public RestResponse<List<BalanceResponse>> list(
            @QueryParam("uzovi") Uzovi uzovi,
            @QueryParam("agb") Agb agb,
            @QueryParam("rho") String rho,
            @QueryParam("knownAt") @Parameter(description = "As known here at this moment") Instant knownAt,
            @Valid @BeanParam PageParameters page) {
        var asked = new BalanceQuery(uzovi, agb, rho, knownAt);
        return page.answer(balances.balances(asked, caller.visibility(), page.request()), BalanceResponse::of);
    }
}
