package nl.mtvp.contract.agreement.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import nl.mtvp.contract.agreement.AgreementUseCases;
import nl.mtvp.contract.agreement.domain.Arrangement;
import nl.mtvp.contract.agreement.domain.ArrangementKind;
import nl.mtvp.contract.agreement.domain.ExistingAgreement;
import nl.mtvp.contract.agreement.domain.Offset;
import nl.mtvp.contract.agreement.rest.AgreementRequest.AgreementWithdrawalRequest;
import nl.mtvp.contract.agreement.rest.AgreementRequest.ArrangementRequest;
import nl.mtvp.contract.agreement.rest.AgreementRequest.CorrectionRequest;
import nl.mtvp.contract.contract.domain.Withdrawal;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.money.Euro;
import nl.mtvp.kernel.rest.command.Desk;
import nl.mtvp.kernel.rest.description.Answers;
import nl.mtvp.kernel.rest.parameter.PageParameters;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Existing agreements like MTVP, and what is arranged so that nothing is paid twice (D32). */
@Path("/existing-agreements")
@Tag(name = "Existing agreements", description = "Agreements like MTVP that must not be paid twice (D32)")
@RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER, Roles.PRACTICE, Roles.SIGNATORY, Roles.AUDITOR, Roles.SERVICE})
public class AgreementResource {

    private final AgreementUseCases agreements;
    private final Desk desk;

    AgreementResource(AgreementUseCases agreements, Desk desk) {
        this.agreements = agreements;
        this.desk = desk;
    }

    /** An existing agreement as it is shown, with the arrangement that counts for the next contract. */
    @Schema(name = "ExistingAgreement")
    public record AgreementResponse(
            UUID id,
            Uzovi uzovi,
            Agb agb,
            String name,
            LocalDate validFrom,
            @Schema(nullable = true) LocalDate validUntil,
            Euro amountPerQuarter,
            @Schema(nullable = true) ArrangementBody arrangement,
            @Schema(nullable = true) UUID replaces,
            @Schema(nullable = true) Instant withdrawnAt,
            @Schema(nullable = true) String withdrawalReason) {

        /** What was arranged. */
        @Schema(name = "Arrangement")
        public record ArrangementBody(
                UUID id, ArrangementKind kind, @Schema(nullable = true) String reason, Instant arrangedAt) {

            static ArrangementBody of(Arrangement arrangement) {
                return new ArrangementBody(
                        arrangement.id(),
                        arrangement.kind(),
                        arrangement.reason().orElse(null),
                        arrangement.by().at());
            }
        }

        static AgreementResponse of(ExistingAgreement agreement) {
            var withdrawn = agreement.withdrawn();
            return new AgreementResponse(
                    agreement.id(),
                    agreement.uzovi(),
                    agreement.agb(),
                    agreement.name(),
                    agreement.valid().from(),
                    agreement.valid().until().orElse(null),
                    agreement.amountPerQuarter(),
                    agreement.arrangement().map(ArrangementBody::of).orElse(null),
                    agreement.replaces().orElse(null),
                    withdrawn.map(withdrawal -> withdrawal.by().at()).orElse(null),
                    withdrawn.map(Withdrawal::reason).orElse(null));
        }

        /** What a contract deducts per quarter, as it is shown. */
        @Schema(name = "Offset")
        public record OffsetResponse(
                UUID id,
                UUID contractId,
                UUID agreementId,
                Euro amountPerQuarter,
                LocalDate offsetFrom,
                @Schema(nullable = true) LocalDate offsetUntil,
                @Schema(nullable = true) String endReason) {

            static OffsetResponse of(Offset offset) {
                return new OffsetResponse(
                        offset.id(),
                        offset.contractId(),
                        offset.agreementId(),
                        offset.amountPerQuarter(),
                        offset.agreed().from(),
                        offset.until().orElse(null),
                        offset.withdrawn()
                                .map(Withdrawal::reason)
                                .or(() -> offset.end().map(Offset.End::reason))
                                .orElse(null));
            }
        }
    }

    @POST
    @RolesAllowed(Roles.INSURER)
    @Operation(
            summary = "Register an existing agreement like MTVP",
            description = "Rule D32. What is paid on a day is one agreement. Offers that overlap it are refused until"
                    + " something is arranged. Role: insurer, with the UZOVI in its token.")
    @Answers(
            invalid = "A field is malformed, or the period or the amount is nothing",
            missing = "The insurer or the practice is not registered (D22)",
            conflict = "An agreement of the pair is registered for some of these days")
    public RestResponse<AgreementResponse> registerExistingAgreement(@NotNull @Valid AgreementRequest request) {
        desk.actFor(request.uzovi());
        return desk.created(
                AgreementResponse.class,
                () -> AgreementResponse.of(
                        agreements.register(request.uzovi(), request.agb(), request.agreed(), desk.actor())),
                agreement -> "/existing-agreements/" + agreement.id());
    }

    @POST
    @Path("/{id}/arrangements")
    @RolesAllowed(Roles.INSURER)
    @Operation(
            summary = "Arrange what becomes of an existing agreement: OFFSET, END or NONE",
            description = "Rule D32. OFFSET deducts its amount per quarter, END lets it end at the contract's start,"
                    + " NONE leaves it, for a reason. The last arrangement counts for the pair's next contract, whose"
                    + " evidence freezes it; the first one also for contracts that came about before the agreement was"
                    + " registered. Role: insurer, with the agreement's UZOVI in its token.")
    @Answers(invalid = "The kind is missing, or NONE has no reason")
    public RestResponse<AgreementResponse> arrangeExistingAgreement(
            @PathParam("id") UUID id, @NotNull @Valid ArrangementRequest request) {
        var visibility = desk.visibility();
        desk.actFor(agreements.withId(id, visibility).uzovi());
        return desk.created(
                AgreementResponse.class,
                () -> AgreementResponse.of(agreements.arrange(
                        id, request.kind(), Optional.ofNullable(request.reason()), visibility, desk.actor())));
    }

    @GET
    @Operation(
            summary = "Your existing agreements",
            description = "Rule D32. Those of the insurers and practices in your token. In the order of their"
                    + " registration.")
    public RestResponse<List<AgreementResponse>> listExistingAgreements(
            @QueryParam("uzovi") Uzovi uzovi, @QueryParam("agb") Agb agb, @Valid @BeanParam PageParameters page) {
        return page.answer(agreements.list(uzovi, agb, desk.visibility(), page.request()), AgreementResponse::of);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "An existing agreement, with what is arranged for it", description = "Rule D32.")
    public AgreementResponse getExistingAgreement(@PathParam("id") UUID id) {
        return AgreementResponse.of(agreements.withId(id, desk.visibility()));
    }

    @POST
    @Path("/{id}/withdrawals")
    @RolesAllowed(Roles.INSURER)
    @Operation(
            summary = "Take back an existing agreement that was registered wrongly",
            description =
                    "Rule D32. It stays on record and counts on no day; what contracts deduct for it ends at its own"
                            + " first day, and certificates keep what they froze. Role: insurer, with the agreement's UZOVI in"
                            + " its token.")
    @Answers(conflict = "It was withdrawn before")
    public RestResponse<AgreementResponse> withdrawExistingAgreement(
            @PathParam("id") UUID id, @NotNull @Valid AgreementWithdrawalRequest request) {
        return created(id, () -> agreements.withdraw(id, request.reason(), desk.visibility(), desk.actor()));
    }

    @POST
    @Path("/{id}/corrections")
    @RolesAllowed(Roles.INSURER)
    @Operation(
            summary = "Replace an existing agreement by what it should have said",
            description =
                    "Rule D32. The wrong one is withdrawn; what was arranged for it counts for the one that replaces"
                            + " it, also on contracts that deduct it already. Role: insurer, with the agreement's UZOVI in its"
                            + " token.")
    @Answers(
            done = "Corrected; the one that replaces it",
            invalid = "A field is malformed, or the period or the amount is nothing",
            conflict = "It was withdrawn before, or another of the pair is registered for some of these days")
    public RestResponse<AgreementResponse> correctExistingAgreement(
            @PathParam("id") UUID id, @NotNull @Valid CorrectionRequest request) {
        var correction = request.toDomain();
        return created(id, () -> agreements.correct(id, correction, desk.visibility(), desk.actor()));
    }

    private RestResponse<AgreementResponse> created(UUID id, Supplier<ExistingAgreement> effect) {
        desk.actFor(agreements.withId(id, desk.visibility()).uzovi());
        return desk.created(
                AgreementResponse.class,
                () -> AgreementResponse.of(effect.get()),
                made -> "/existing-agreements/" + made.id());
    }
}
