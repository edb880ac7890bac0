package nl.mtvp.payment.bankaccount.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.rest.command.Desk;
import nl.mtvp.kernel.rest.description.Answers;
import nl.mtvp.kernel.rest.parameter.PageParameters;
import nl.mtvp.payment.bankaccount.BankAccountUseCases;
import nl.mtvp.payment.bankaccount.BankAccountUseCases.KnownAccount;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Bank accounts over HTTP (D51). An IBAN stands in bodies only, never in a URL. */
@Path("/bank-accounts")
@Tag(name = "Bank accounts", description = "Where creditors are paid, and from where: four eyes and evidence (D51)")
public class BankAccountResource {

    private final BankAccountUseCases accounts;
    private final Desk desk;

    BankAccountResource(BankAccountUseCases accounts, Desk desk) {
        this.accounts = accounts;
        this.desk = desk;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.INSURER)
    @Operation(
            summary = "Propose a creditor's bank account, or your own",
            description = "D51. On evidence; it is known once another person approves it, and a creditor is not paid"
                    + " on it before the cooling time is over. A change is a new proposal; an account is ended by"
                    + " proposing it once more with validUntil.")
    @Answers(invalid = "A malformed field, or an IBAN that is none of SEPA's, or whose check digits do not hold")
    public RestResponse<BankAccountResponse> proposeBankAccount(@NotNull @Valid BankAccountRequest request) {
        desk.actFor(request.uzovi());
        return once(() -> accounts.propose(request.toDomain(desk.actor().at(desk.now()))));
    }

    @POST
    @Path("/{id}/approvals")
    @RolesAllowed(Roles.INSURER_APPROVER)
    @Operation(
            summary = "Approve a bank account, and so make it known",
            description = "D51. Role: insurer-approver, a person, another one than who proposed it. What it replaces"
                    + " stays readable as it was known.")
    @Answers(conflict = "It is approved already")
    public RestResponse<BankAccountResponse> approveBankAccount(@PathParam("id") UUID id) {
        var approver = desk.person();
        return once(() -> accounts.approve(id, desk.visibility(), approver));
    }

    /** No IBAN is kept with an answer: when it is given again, the IBAN comes from the account. */
    private RestResponse<BankAccountResponse> once(Supplier<KnownAccount> step) {
        return desk.created(
                BankAccountResponse.class,
                () -> BankAccountResponse.of(step.get(), true),
                made -> "/bank-accounts/" + made.id(),
                answer -> answer.withIban(null),
                kept -> kept.withIban(BankAccountResponse.of(accounts.get(kept.id(), desk.visibility()), true)
                        .iban()));
    }

    @GET
    @RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER, Roles.AUDITOR, Roles.PRACTICE, Roles.SIGNATORY, Roles.RHO})
    @Operation(
            summary = "The bank accounts that you may see",
            description = "D51. Roles: insurer, insurer-approver, auditor; practice, signatory and rho see their own,"
                    + " masked. In order of proposal.")
    public RestResponse<List<BankAccountResponse>> listBankAccounts(
            @QueryParam("uzovi") Uzovi uzovi,
            @QueryParam("agb") Agb agb,
            @QueryParam("rho") String rho,
            @Valid @BeanParam PageParameters page) {
        boolean whole = seesWhole();
        return page.answer(
                accounts.list(uzovi, agb, rho, desk.visibility(), page.request()),
                row -> BankAccountResponse.of(row, whole));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER, Roles.AUDITOR, Roles.PRACTICE, Roles.SIGNATORY, Roles.RHO})
    @Operation(
            summary = "A bank account with its periods on both time axes",
            description = "D51. Roles: insurer, insurer-approver, auditor; practice, signatory and rho see their own,"
                    + " masked.")
    public BankAccountResponse getBankAccount(@PathParam("id") UUID id) {
        return BankAccountResponse.of(accounts.get(id, desk.visibility()), seesWhole());
    }

    /** Who is also a practice or an RHO may see an account in that part only, so it is masked. */
    private boolean seesWhole() {
        return !desk.has(Roles.PRACTICE) && !desk.has(Roles.SIGNATORY) && !desk.has(Roles.RHO);
    }
}
