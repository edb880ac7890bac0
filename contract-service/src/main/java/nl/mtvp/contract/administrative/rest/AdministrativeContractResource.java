package nl.mtvp.contract.administrative.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.mtvp.contract.administrative.RecordingUseCases;
import nl.mtvp.contract.administrative.domain.Agreement;
import nl.mtvp.contract.administrative.domain.Recording;
import nl.mtvp.contract.administrative.domain.Recording.Approval;
import nl.mtvp.contract.administrative.domain.RecordingState;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.rest.body.Foreseen;
import nl.mtvp.kernel.rest.command.Desk;
import nl.mtvp.kernel.rest.constraint.OneLine;
import nl.mtvp.kernel.rest.constraint.SchemeTime;
import nl.mtvp.kernel.rest.description.Answers;
import nl.mtvp.kernel.rest.parameter.PageParameters;
import nl.mtvp.kernel.time.SuiteClock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Earlier agreements that an insurer records as contracts: no acceptance, immutable afterwards (D25). */
@Path("/administrative-contracts")
@Tag(name = "Administrative contracts", description = "Earlier agreements recorded (administratief contract, D25)")
@RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER, Roles.PRACTICE, Roles.SIGNATORY, Roles.AUDITOR, Roles.SERVICE})
public class AdministrativeContractResource {

    private final RecordingUseCases recordings;
    private final Desk desk;

    AdministrativeContractResource(RecordingUseCases recordings, Desk desk) {
        this.recordings = recordings;
        this.desk = desk;
    }

    /** An earlier agreement to be recorded. */
    public record AdministrativeContractRequest(
            @NotNull Uzovi uzovi,
            @NotNull Agb agb,
            @NotNull @Schema(examples = "2023-04-01") @SchemeTime LocalDate startsOn,
            @NotNull @Schema(examples = "2023-03-15", description = "When it was agreed; not after today") @SchemeTime
                    LocalDate agreedOn,
            @NotBlank @Size(max = 200) @OneLine @Schema(examples = "contract 2023/0815") String reference,
            @NotBlank @Size(max = 4_000) @Schema(examples = "signed on paper before the portal opened") String grounds,
            @NotBlank @Size(max = 100) @OneLine @Schema(examples = "MTVP-2023") String tariffSeries,
            @NotBlank @Size(max = 100) @OneLine @Schema(examples = "2023-1") String textVersion)
            implements Foreseen {

        @Override
        public List<Fault> foreseen(Instant now) {
            return Agreement.faults(startsOn, agreedOn, SuiteClock.day(now));
        }

        Agreement toDomain() {
            return new Agreement(uzovi, agb, startsOn, agreedOn, reference, grounds, tariffSeries, textVersion);
        }
    }

    /** A recorded agreement as it is shown. People are shown as the token's {@code sub}. */
    @Schema(name = "AdministrativeContract")
    public record AdministrativeContractResponse(
            UUID id,
            RecordingState state,
            @Schema(nullable = true) UUID contractId,
            Uzovi uzovi,
            Agb agb,
            LocalDate startsOn,
            LocalDate agreedOn,
            String reference,
            String grounds,
            String tariffSeries,
            String textVersion,
            String proposedBy,
            Instant proposedAt,
            @Schema(nullable = true) String approvedBy,
            @Schema(nullable = true) Instant approvedAt) {

        static AdministrativeContractResponse of(Recording recording) {
            var agreement = recording.agreement();
            var approval = recording.approval();
            return new AdministrativeContractResponse(
                    recording.id(),
                    recording.state(),
                    approval.map(Approval::contractId).orElse(null),
                    agreement.uzovi(),
                    agreement.agb(),
                    agreement.startsOn(),
                    agreement.agreedOn(),
                    agreement.reference(),
                    agreement.grounds(),
                    agreement.tariffSeries(),
                    agreement.textVersion(),
                    recording.proposed().subject(),
                    recording.proposed().at(),
                    approval.map(given -> given.by().subject()).orElse(null),
                    approval.map(given -> given.by().at()).orElse(null));
        }
    }

    @POST
    @RolesAllowed(Roles.INSURER)
    @Operation(
            summary = "Write down an earlier agreement, to be recorded as a contract",
            description = "Rule D25. It is no contract until somebody else approves it. It needs what an offer needs"
                    + " (D22, D24, D28). Role: insurer, with the UZOVI in its token; a logged-in person.")
    @Answers(
            invalid = "A field is malformed, the start impossible, or it lies ahead",
            conflict = "Something that it stands on is missing")
    public RestResponse<AdministrativeContractResponse> proposeAdministrativeContract(
            @NotNull @Valid AdministrativeContractRequest request) {
        var person = desk.person();
        desk.actFor(request.uzovi());
        return desk.created(
                AdministrativeContractResponse.class,
                () -> AdministrativeContractResponse.of(recordings.propose(request.toDomain(), person)),
                made -> "/administrative-contracts/" + made.id());
    }

    @GET
    @Operation(
            summary = "Your recorded agreements",
            description = "Rule D25. Those of the insurers and practices in your token. In the order of their"
                    + " recording.")
    public RestResponse<List<AdministrativeContractResponse>> listAdministrativeContracts(
            @Valid @BeanParam PageParameters page) {
        return page.answer(recordings.list(desk.visibility(), page.request()), AdministrativeContractResponse::of);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "A recorded agreement", description = "Rule D25.")
    public AdministrativeContractResponse getAdministrativeContract(@PathParam("id") UUID id) {
        return AdministrativeContractResponse.of(recordings.withId(id, desk.visibility()));
    }

    @POST
    @Path("/{id}/approvals")
    @RolesAllowed(Roles.INSURER_APPROVER)
    @Operation(
            summary = "Make the recorded agreement a contract",
            description = "Rule D25. Four eyes: not by who wrote it down.")
    @Answers(
            done = "It is a contract",
            forbidden = "You wrote it down yourself, or are no person",
            conflict = "It was approved before, the pair has a contract on its days (D29), or something is missing")
    public RestResponse<AdministrativeContractResponse> approveAdministrativeContract(@PathParam("id") UUID id) {
        var person = desk.person();
        desk.actFor(recordings.withId(id, desk.visibility()).agreement().uzovi());
        return desk.created(
                AdministrativeContractResponse.class,
                () -> AdministrativeContractResponse.of(recordings.approve(id, desk.visibility(), person)));
    }
}
