package nl.mtvp.payment.audit.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.mtvp.kernel.access.Caller;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.rest.limit.ClientLimits.Work;
import nl.mtvp.kernel.rest.limit.Takes;
import nl.mtvp.kernel.rest.parameter.PageParameters;
import nl.mtvp.payment.audit.AuditUseCases;
import nl.mtvp.payment.audit.AuditUseCases.Verification;
import nl.mtvp.payment.audit.domain.AuditChain;
import nl.mtvp.payment.audit.domain.AuditRecord.AuditQuery;
import nl.mtvp.payment.audit.domain.AuditRecord.SealedRecord;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Who did what, over HTTP. */
@Path("/audit-records")
@Tag(name = "Audit", description = "Who did what: every command and job, with the rows before and after, in a chain")
public class AuditResource {

    private final AuditUseCases audit;
    private final Caller caller;

    AuditResource(AuditUseCases audit, Caller caller) {
        this.audit = audit;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Roles.AUDITOR, Roles.INSURER, Roles.INSURER_APPROVER})
    @Operation(
            summary = "Who did what",
            description =
                    "P11. Roles: auditor, insurer, insurer-approver; an insurer sees what was done to its own rows. A"
                            + " record is written in the transaction of its effect and only ever added. In the order of"
                            + " the chain.")
    public RestResponse<List<AuditRecordResponse>> listAuditRecords(
            @QueryParam("subject") @Parameter(description = "Only of whom has this `sub`") String subject,
            @QueryParam("operation") @Parameter(description = "Only of this operation, like `approveRun`")
                    String operation,
            @QueryParam("resource") @Parameter(description = "Only about what has this path") String resource,
            @QueryParam("uzovi") Uzovi uzovi,
            @QueryParam("recordedFromAt") @Parameter(description = "Recorded at this moment or later")
                    Instant recordedFrom,
            @QueryParam("recordedUntilAt") @Parameter(description = "Recorded before this moment")
                    Instant recordedUntil,
            @Valid @BeanParam PageParameters page) {
        var asked = new AuditQuery(subject, operation, resource, uzovi, recordedFrom, recordedUntil);
        return page.answer(audit.list(asked, caller.visibility(), page.request()), AuditRecordResponse::of);
    }

    @POST
    @Path("/verifications")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.AUDITOR, Roles.INSURER, Roles.INSURER_APPROVER})
    @Operation(
            summary = "Recompute the chain of who did what",
            description = "P11. One chain for the whole service. With a head that was published, a tail that was cut"
                    + " off shows too. Changes nothing, so it takes no Idempotency-Key and leaves no record.")
    @APIResponseSchema(value = AuditVerificationResponse.class, responseDescription = "What verifying showed")
    @Takes(Work.HEAVY)
    public AuditVerificationResponse verifyAuditRecords(@NotNull @Valid AuditVerificationRequest request) {
        return AuditVerificationResponse.of(audit.verify(request.head()));
    }

    /** What to hold the chain against. */
    public record AuditVerificationRequest(
            @Pattern(regexp = "[0-9a-f]{64}", message = "a head is 64 lower-case hexadecimal digits")
                    @Schema(nullable = true)
                    String head) {}

    /** Who did what, and its place in the chain. */
    public record AuditRecordResponse(
            @Schema(description = "Its place in the chain, from 1") Long position,
            UUID id,
            Instant recordedAt,
            @Schema(nullable = true, description = "The token's sub; null for a job of the service, and for plain SQL")
                    String subject,
            @Schema(description = "The token's azp; the service for its jobs, the database role for plain SQL")
                    String client,
            List<String> roles,
            @Schema(nullable = true) String requestId,
            @Schema(description = "The operation's id in this description, or the job's name", examples = "approveRun")
                    String operation,
            @Schema(nullable = true) Uzovi uzovi,
            @Schema(nullable = true, examples = "/v1/tariffs/0188af0c-5100-7000-9a53-74edd6a6c00c") String resource,
            @Schema(description = "Each changed row as it was, by table and key; no IBAN and no BSN in clear")
                    Map<String, Object> before,
            @Schema(description = "Each changed row as it became, or the command's answer") Map<String, Object> after,
            @Schema(
                            description =
                                    "SHA-256 over the record's canonical JSON, without position, subjectName, digest and heads")
                    String digest,
            String previousHead,
            String head) {

        static AuditRecordResponse of(SealedRecord sealed) {
            var audit = sealed.audit();
            return new AuditRecordResponse(
                    sealed.position(),
                    audit.id(),
                    audit.recordedAt(),
                    audit.subject(),
                    audit.client(),
                    audit.roles(),
                    audit.requestId(),
                    audit.operation(),
                    audit.uzovi(),
                    audit.resource(),
                    audit.before(),
                    audit.after(),
                    sealed.digest(),
                    sealed.previousHead(),
                    sealed.head());
        }
    }

    /** Whether the chain of records holds, recomputed from them. */
    public record AuditVerificationResponse(
            Long records,
            @Schema(description = "The newest head; keep it, and hand it in next time") String head,
            Boolean intact,
            List<BreakResponse> breaks) {

        /** What is wrong at one place of the chain. */
        @Schema(name = "AuditBreak")
        public record BreakResponse(Long position, String code, String detail) {

            static BreakResponse of(AuditChain.Break broken) {
                return new BreakResponse(broken.position(), broken.code(), broken.detail());
            }
        }

        static AuditVerificationResponse of(Verification verification) {
            return new AuditVerificationResponse(
                    verification.records(),
                    verification.head(),
                    verification.breaks().isEmpty(),
                    verification.breaks().stream().map(BreakResponse::of).toList());
        }
    }
}
