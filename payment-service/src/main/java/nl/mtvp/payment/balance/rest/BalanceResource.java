package nl.mtvp.payment.balance.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.InvalidInput;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.money.Euro;
import nl.mtvp.kernel.rest.body.Foreseen;
import nl.mtvp.kernel.rest.command.Desk;
import nl.mtvp.kernel.rest.constraint.OneLine;
import nl.mtvp.kernel.rest.constraint.SchemeTime;
import nl.mtvp.kernel.rest.description.Answers;
import nl.mtvp.kernel.rest.parameter.PageParameters;
import nl.mtvp.payment.balance.BalanceUseCases;
import nl.mtvp.payment.balance.BalanceUseCases.Due;
import nl.mtvp.payment.entitlement.domain.ClawbackEstimate.ConsideredClawback;
import nl.mtvp.payment.entitlement.domain.ContractQuarter.EntitlementQuery;
import nl.mtvp.payment.entitlement.rest.FactsResponse;
import nl.mtvp.payment.entitlement.rest.FactsResponse.AmountsResponse;
import nl.mtvp.payment.ledger.domain.Creditor;
import nl.mtvp.payment.ledger.domain.CreditorBalance;
import nl.mtvp.payment.ledger.domain.CreditorBalance.BalanceQuery;
import nl.mtvp.payment.receivable.ReceivableUseCases;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.threeten.extra.YearQuarter;

/** Creditors' balances, what is due, and what a clawback would take of it, over HTTP (D34, D41, D48, D50, D54). */
@Path("/")
@Tag(name = "Balances", description = "What is owed to each creditor, as known at a moment (D48, D50, D54)")
public class BalanceResource {

    private final BalanceUseCases balances;
    private final ReceivableUseCases receivables;
    private final Desk desk;

    BalanceResource(BalanceUseCases balances, ReceivableUseCases receivables, Desk desk) {
        this.balances = balances;
        this.receivables = receivables;
        this.desk = desk;
    }

    @GET
    @Path("balances")
    @RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER, Roles.AUDITOR, Roles.PRACTICE, Roles.SIGNATORY, Roles.RHO})
    @Operation(
            summary = "Creditors' balances",
            description =
                    "D48, D50, D54. Roles: insurer, insurer-approver, auditor, practice, signatory, rho; each sees its"
                            + " own. With knownAt a balance is as known here at that moment, and never changes"
                            + " afterwards.")
    public RestResponse<List<BalanceResponse>> listBalances(
            @QueryParam("uzovi") Uzovi uzovi,
            @QueryParam("agb") Agb agb,
            @QueryParam("rho") String rho,
            @QueryParam("knownAt") Instant knownAt,
            @Valid @BeanParam PageParameters page) {
        var asked = new BalanceQuery(uzovi, agb, rho);
        return page.answer(balances.balances(asked, knownAt, desk.visibility(), page.request()), BalanceResponse::of);
    }

    @GET
    @Path("entitlements")
    @RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER, Roles.PRACTICE, Roles.SIGNATORY, Roles.AUDITOR})
    @Tag(name = "Entitlements", description = "What is due for a contract and quarter, as known at a moment (D41, D54)")
    @Operation(
            summary = "What is due in a quarter, beside what is booked",
            description = "D41, D42, D54. With knownAt the answer is as known here at that moment, and never changes"
                    + " afterwards. Example: 4,210 ION x 2.88 = 12,124.80. In the order of contracts.")
    @Answers(invalid = "No quarter, a malformed parameter, or knownAt in the future")
    public RestResponse<List<EntitlementResponse>> listEntitlements(
            @QueryParam("quarter") @NotNull @SchemeTime YearQuarter quarter,
            @QueryParam("uzovi") Uzovi uzovi,
            @QueryParam("agb") Agb agb,
            @QueryParam("knownAt") Instant knownAt,
            @Valid @BeanParam PageParameters page) {
        var asked = new EntitlementQuery(uzovi, agb, quarter);
        return page.answer(
                balances.entitlements(asked, knownAt, desk.visibility(), page.request()), EntitlementResponse::of);
    }

    @GET
    @Path("clawback-estimates")
    @RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER, Roles.SERVICE})
    @Tag(name = "Clawback estimates", description = "What a clawback would take, before it is decided (D34)")
    @Operation(
            summary = "What a clawback would take from practice and RHO",
            description = "D34, D42. Roles: insurer and insurer-approver of the contract's insurer, service. For each"
                    + " quarter that it changes and whose peildatum has come: what is due now, and what would be due"
                    + " with this clawback besides all that are known. Nothing is ordered. Example: all of 2023-10-01"
                    + " up to the stop of 2023-11-15 takes 6,146.90 (worked example 5).")
    @Answers(
            missing = "There is no such contract for you",
            invalid = "A parameter is missing or malformed, or the period has no day")
    public ClawbackEstimateResponse estimateClawback(
            @QueryParam("contractId") @NotNull UUID contractId,
            @QueryParam("from") @NotNull @SchemeTime @Parameter(description = "The first day that it is about")
                    LocalDate from,
            @QueryParam("until") @NotNull @SchemeTime @Parameter(description = "The first day that it leaves alone")
                    LocalDate until,
            @QueryParam("percentage")
                    @NotNull
                    @Parameter(description = "Above 0, at most 100, with at most two decimals", example = "33.33")
                    String percentage) {
        var considered = ConsideredClawback.of(from, until, percentage);
        return ClawbackEstimateResponse.of(balances.estimate(contractId, considered, desk.visibility()));
    }

    @GET
    @Path("receivables")
    @RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER, Roles.AUDITOR, Roles.PRACTICE, Roles.SIGNATORY, Roles.RHO})
    @Tag(name = "Receivables", description = "What creditors owe, settled oldest first by later runs (D50)")
    @Operation(
            summary = "The creditors that owe, with what is open of which posting",
            description = "D50. Roles: insurer, insurer-approver, auditor, practice, signatory, rho; each sees its own."
                    + " Oldest first: later runs settle it in that order. What is open at the end of the fourth quarter"
                    + " after the quarter of its posting is handed over for collection.")
    public RestResponse<List<ReceivableResponse>> listReceivables(
            @QueryParam("uzovi") Uzovi uzovi,
            @QueryParam("agb") Agb agb,
            @QueryParam("rho") String rho,
            @QueryParam("knownAt") Instant knownAt,
            @Valid @BeanParam PageParameters page) {
        var asked = new BalanceQuery(uzovi, agb, rho);
        return page.answer(receivables.list(asked, knownAt, desk.visibility(), page.request()), ReceivableResponse::of);
    }

    @POST
    @Path("receivables/collection-returns")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.INSURER)
    @Tag(name = "Receivables", description = "What creditors owe, settled oldest first by later runs (D50)")
    @Operation(
            summary = "Take a receivable back from collection",
            description = "D50. It is netted again from now on, and has four quarters anew. It lowers what is paid"
                    + " out, so one pair of eyes suffices; the payout has four.")
    @Answers(
            done = "What the creditor owes now",
            invalid = "A malformed field, no creditor or two, or no amount",
            conflict = "More than is in collection")
    public RestResponse<ReceivableResponse> returnFromCollection(@NotNull @Valid CollectionReturnRequest request) {
        desk.actFor(request.uzovi());
        var creditor = request.creditor(desk.now());
        return desk.created(
                ReceivableResponse.class,
                () -> ReceivableResponse.of(
                        receivables.takeBack(creditor, request.amount(), request.reason(), desk.actor())));
    }

    /** What to take back from collection: of a practice or of an RHO. */
    public record CollectionReturnRequest(
            @NotNull Uzovi uzovi,
            Agb agb,
            @Pattern(regexp = "[^:|]{1,100}", message = "an RHO is named without : and |") @OneLine String rho,
            @NotNull Euro amount,
            @NotBlank @Size(max = 2_000) String reason)
            implements Foreseen {

        @Override
        public List<Fault> foreseen(Instant now) {
            var faults = new ArrayList<Fault>();
            if (amount != null && !amount.isPositive()) {
                faults.add(Fault.inBody("/amount", "not-positive", "what comes back is more than 0.00 (D50)"));
            }
            return faults;
        }

        Creditor creditor(Instant now) {
            var faults = foreseen(now);
            if ((agb == null) == (rho == null)) {
                faults.add(Fault.inBody("/agb", "one-creditor", "a creditor is a practice or an RHO: say which (D50)"));
            }
            InvalidInput.ifAny(faults);
            return new Creditor(uzovi, agb, rho);
        }
    }

    /** What is due for a contract in a quarter and what is booked, as known at the moment that was asked for. */
    public record EntitlementResponse(
            UUID contractId,
            Uzovi uzovi,
            Agb agb,
            YearQuarter quarter,
            AmountsResponse due,
            AmountsResponse booked,
            FactsResponse inputs) {

        static EntitlementResponse of(Due due) {
            var contract = due.contract();
            return new EntitlementResponse(
                    contract.contractId(),
                    contract.uzovi(),
                    contract.agb(),
                    contract.facts().quarter(),
                    AmountsResponse.of(due.due()),
                    AmountsResponse.of(due.booked()),
                    FactsResponse.of(contract.facts()));
        }
    }

    /** What the ledger says of a creditor: balance = booked - paidOut + inCollection + moved (D48, D50). */
    @Schema(name = "Balance")
    public record BalanceResponse(
            Uzovi uzovi,
            @Schema(nullable = true) Agb agb,
            @Schema(nullable = true) String rho,
            @Schema(description = "What is owed to it, in euro; below zero it owes") Euro balance,
            @Schema(description = "What runs booked, in euro") Euro booked,
            @Schema(description = "What was transferred and did not come back, in euro") Euro paidOut,
            @Schema(description = "What was handed over for collection and did not come back, in euro")
                    Euro inCollection,
            @Schema(description = "What came from an AGB that it succeeds, less what went to its successor, in euro")
                    Euro moved) {

        static BalanceResponse of(CreditorBalance balance) {
            return new BalanceResponse(
                    balance.creditor().uzovi(),
                    balance.creditor().agb(),
                    balance.creditor().rho(),
                    new Euro(balance.balance()),
                    new Euro(balance.booked()),
                    new Euro(balance.paidOut()),
                    new Euro(balance.inCollection()),
                    new Euro(balance.moved()));
        }
    }
}
