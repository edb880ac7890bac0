package nl.mtvp.contract.share.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.contract.contract.rest.Sides;
import nl.mtvp.contract.measure.domain.Percentage;
import nl.mtvp.contract.measure.rest.ClawbackRequest;
import nl.mtvp.contract.share.ShareUseCases;
import nl.mtvp.contract.share.domain.Part;
import nl.mtvp.contract.share.domain.RhoShare;
import nl.mtvp.contract.share.rest.ShareResource.ShareRequest.ShareEndRequest;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.InvalidInput;
import nl.mtvp.kernel.money.Euro;
import nl.mtvp.kernel.rest.body.Foreseen;
import nl.mtvp.kernel.rest.command.Desk;
import nl.mtvp.kernel.rest.constraint.SchemeTime;
import nl.mtvp.kernel.rest.description.Answers;
import nl.mtvp.kernel.rest.parameter.PageParameters;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The part of a contract that goes to the RHO, with the practice's consent (D49). */
@Path("/contracts/{id}/rho-shares")
@Tag(name = "RHO shares", description = "The part of a contract that goes to the RHO (D49)")
@RolesAllowed({
    Roles.INSURER,
    Roles.INSURER_APPROVER,
    Roles.PRACTICE,
    Roles.SIGNATORY,
    Roles.RHO,
    Roles.AUDITOR,
    Roles.SERVICE
})
public class ShareResource {

    private final ShareUseCases shares;
    private final Sides sides;
    private final Desk desk;

    ShareResource(ShareUseCases shares, Sides sides, Desk desk) {
        this.shares = shares;
        this.sides = sides;
        this.desk = desk;
    }

    /** A share to be recorded: a percentage or an amount per ION, one of the two. */
    public record ShareRequest(
            @Pattern(regexp = ClawbackRequest.PERCENTAGE, message = Percentage.RULE)
                    @Schema(nullable = true, examples = "12.5")
                    String percentage,
            @Schema(nullable = true) Euro amountPerIon,
            @NotNull @Schema(examples = "2023-07-01") @SchemeTime LocalDate shareFrom,
            @Schema(nullable = true) @SchemeTime LocalDate shareUntil,
            @NotBlank @Size(max = 4_000) String benefit,
            @Schema(required = true, description = "The practice's consent, affirmed by its signatory")
                    Boolean consents)
            implements Foreseen {

        /** As much as a tariff is at most. */
        private static final Euro PER_ION_MAX = Euro.of("10000.00");

        @Override
        public List<Fault> foreseen(Instant now) {
            return faults();
        }

        /** Of the two ways to state it nothing is said: what could not be read is as absent as what was not sent. */
        private List<Fault> faults() {
            var faults = new ArrayList<>(RhoShare.faults(shareFrom, shareUntil));
            if (!Boolean.TRUE.equals(consents)) {
                faults.add(Fault.inBody(
                        "/consents",
                        "consent-needed",
                        "no share goes to the RHO without the practice's consent (D49)"));
            }
            if (amountPerIon != null && !amountPerIon.isPositive()) {
                faults.add(Fault.inBody("/amountPerIon", "not-positive", "a share is more than nothing (D49)"));
            }
            if (amountPerIon != null && amountPerIon.compareTo(PER_ION_MAX) > 0) {
                faults.add(
                        Fault.inBody("/amountPerIon", "too-much", "a share is " + PER_ION_MAX + " at most (D37, D49)"));
            }
            return faults;
        }

        /** @throws InvalidInput naming everything that is wrong */
        Part consentedPart() {
            var faults = faults();
            if ((percentage == null) == (amountPerIon == null)) {
                faults.add(Fault.inBody(
                        "/percentage",
                        "one-of-two",
                        "a share is a percentage or an amount per ION, one of the two (D49)"));
            }
            InvalidInput.ifAny(faults);
            return new Part(Optional.ofNullable(percentage).map(Percentage::new), Optional.ofNullable(amountPerIon));
        }

        /** The end of a share, earlier than was agreed. */
        public record ShareEndRequest(
                @NotNull @Schema(examples = "2024-01-01") @SchemeTime LocalDate shareUntil,
                @NotBlank @Size(max = 4_000) String reason)
                implements Foreseen {

            @Override
            public List<Fault> foreseen(Instant now) {
                return RhoShare.faults(null, shareUntil);
            }
        }
    }

    /** A share as it is shown. People are shown as the token's {@code sub}. */
    @Schema(name = "RhoShare")
    public record ShareResponse(
            UUID id,
            UUID contractId,
            String rho,
            @Schema(nullable = true) String percentage,
            @Schema(nullable = true) Euro amountPerIon,
            LocalDate shareFrom,
            @Schema(nullable = true) LocalDate shareUntil,
            String benefit,
            UUID regioplanVersionId,
            String regioplanContentHash,
            String consentedBy,
            Instant consentedAt,
            @Schema(nullable = true) String endReason,
            @Schema(nullable = true) Instant endedAt) {

        static ShareResponse of(RhoShare share) {
            return new ShareResponse(
                    share.id(),
                    share.contractId(),
                    share.rho(),
                    share.part().percentage().map(Percentage::toString).orElse(null),
                    share.part().amountPerIon().orElse(null),
                    share.valid().from(),
                    share.valid().until().orElse(null),
                    share.benefit(),
                    share.ground().regioplanVersionId(),
                    share.ground().regioplanContentHash(),
                    share.consented().subject(),
                    share.consented().at(),
                    share.end().map(RhoShare.End::reason).orElse(null),
                    share.end().map(end -> end.by().at()).orElse(null));
        }
    }

    @POST
    @RolesAllowed(Roles.SIGNATORY)
    @Operation(
            summary = "Let a part of the contract go to the RHO, with the practice's consent",
            description = "Rule D49. A percentage of what is due or an amount per ION, from a quarter's first day on;"
                    + " the ground is the regioplan version that the contract was signed on. Choice: the practice's"
                    + " signatory records what practice and RHO agreed, and consents with it. Role: signatory, a"
                    + " logged-in person, with the AGB of the practice that holds the contract in the token.")
    @Answers(
            invalid = "No consent, a field is malformed, or the days are impossible",
            conflict = "Another share stands, or the contract was annulled")
    public RestResponse<ShareResponse> agreeRhoShare(
            @PathParam("id") UUID contractId, @NotNull @Valid ShareRequest request) {
        var signatory = desk.person();
        sides.of(contractId);
        return desk.created(
                ShareResponse.class,
                () -> ShareResponse.of(shares.agree(
                        contractId,
                        request.consentedPart(),
                        request.shareFrom(),
                        Optional.ofNullable(request.shareUntil()),
                        request.benefit(),
                        desk.visibility(),
                        signatory)));
    }

    @POST
    @Path("/{shareId}/endings")
    @RolesAllowed(Roles.SIGNATORY)
    @Operation(
            summary = "End a share earlier than was agreed, with the reason",
            description = "Rule D49. On a quarter's first day. Role: signatory, a logged-in person, with the AGB of the"
                    + " practice that holds the contract in the token.")
    @Answers(invalid = "A field is missing, or the day impossible", conflict = "It ends on or before that day already")
    public RestResponse<ShareResponse> endRhoShare(
            @PathParam("id") UUID contractId,
            @PathParam("shareId") UUID shareId,
            @NotNull @Valid ShareEndRequest request) {
        var signatory = desk.person();
        sides.of(contractId);
        return desk.created(
                ShareResponse.class,
                () -> ShareResponse.of(shares.end(
                        contractId, shareId, request.shareUntil(), request.reason(), desk.visibility(), signatory)));
    }

    @GET
    @Operation(
            summary = "The shares of a contract, of all days",
            description = "Rule D49. For the contract's parties and the RHO that gets them. In the order in which they"
                    + " were agreed.")
    public RestResponse<List<ShareResponse>> listRhoShares(
            @PathParam("id") UUID contractId, @Valid @BeanParam PageParameters page) {
        return page.answer(shares.ofContract(contractId, desk.visibility(), page.request()), ShareResponse::of);
    }
}
