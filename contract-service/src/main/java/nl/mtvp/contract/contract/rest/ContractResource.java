package nl.mtvp.contract.contract.rest;

import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.mtvp.contract.contract.ContractUseCases;
import nl.mtvp.contract.contract.domain.Certificate;
import nl.mtvp.contract.contract.domain.Contract.ContractFilter;
import nl.mtvp.contract.contract.domain.ContractState;
import nl.mtvp.contract.contract.domain.Difference;
import nl.mtvp.contract.contract.domain.Verification;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.InvalidInput;
import nl.mtvp.kernel.feed.FeedEvent;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.json.CanonicalJson;
import nl.mtvp.kernel.rest.body.Foreseen;
import nl.mtvp.kernel.rest.command.Desk;
import nl.mtvp.kernel.rest.constraint.CanonicalForm;
import nl.mtvp.kernel.rest.description.Answers;
import nl.mtvp.kernel.rest.parameter.PageParameters;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Contracts between an insurer and a practice, for those two (D27, D29). */
@Path("/contracts")
@Tag(name = "Contracts", description = "What an insurer and a practice agreed, with the evidence (D27-D29)")
@RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER, Roles.PRACTICE, Roles.SIGNATORY, Roles.AUDITOR, Roles.SERVICE})
public class ContractResource {

    private final ContractUseCases contracts;
    private final Desk desk;

    ContractResource(ContractUseCases contracts, Desk desk) {
        this.contracts = contracts;
        this.desk = desk;
    }

    /** The evidence of an acceptance (D27). */
    @Schema(name = "Certificate")
    public record CertificateResponse(
            UUID contractId,
            String digest,
            @JsonRawValue
                    @Schema(
                            type = SchemaType.OBJECT,
                            description =
                                    "What was offered, affirmed and signed, by whom, for whom, when, and what follows from it;"
                                            + " the very bytes that were hashed")
                    String document,
            @Schema(description = "What happened to offer and contract, up to now; beside the evidence, not in it")
                    List<Happened> timeline) {

        /** Something that was told to the neighbours. */
        @Schema(name = "Happened")
        public record Happened(
                @Schema(
                                examples = "nl.mtvp.contract-accepted.v1",
                                description = "What happened, as the type of its event in the feed")
                        String event,
                Instant happenedAt) {}

        static CertificateResponse of(Certificate certificate, List<FeedEvent> timeline) {
            return new CertificateResponse(
                    certificate.contractId(),
                    certificate.digest(),
                    certificate.frozen().json(),
                    timeline.stream()
                            .map(event -> new Happened(event.type(), event.time()))
                            .toList());
        }
    }

    /** A document that claims to be the signed one: as JSON, or its bytes. */
    public record VerificationRequest(
            @Schema(nullable = true, type = SchemaType.OBJECT, description = "The document as JSON, in whatever order")
                    @CanonicalForm
                    Map<String, Object> document,
            @Schema(nullable = true, description = "The document's bytes in base64; they hold one JSON object")
                    @Size(max = 500_000)
                    String documentBase64)
            implements Foreseen {

        private static final Fault ONE_OF_TWO =
                Fault.inBody("", "one-of-two", "send either document or documentBase64");

        @Override
        public List<Fault> foreseen(Instant now) {
            return document != null && documentBase64 != null ? List.of(ONE_OF_TWO) : List.of();
        }

        /** @throws InvalidInput if there is not exactly one of the two, or the bytes are no JSON */
        Object toDomain() {
            if ((document == null) == (documentBase64 == null)) {
                throw new InvalidInput(ONE_OF_TWO);
            }
            try {
                return document == null ? CanonicalJson.read(Base64.getDecoder().decode(documentBase64)) : document;
            } catch (IllegalArgumentException unreadable) {
                throw new InvalidInput(Fault.inBody(
                        "/documentBase64", "no-json", "the bytes are no JSON object with a canonical form (RFC 8785)"));
            }
        }
    }

    /** Whether a document is the signed one, and where it differs. */
    @Schema(name = "CertificateVerification")
    public record VerificationResponse(
            Boolean signed, String digest, String certificateDigest, List<DifferenceResponse> differences) {

        /** A place where the two differ. */
        @Schema(name = "CertificateDifference")
        public record DifferenceResponse(
                @Schema(examples = "/offer/startsOn") String pointer,
                @Schema(description = "What the signed document has there; null when it has nothing") Object signed,
                @Schema(description = "What was given there; null when nothing was") Object given) {

            static DifferenceResponse of(Difference difference) {
                return new DifferenceResponse(difference.pointer(), difference.signed(), difference.given());
            }
        }

        static VerificationResponse of(Verification verification) {
            return new VerificationResponse(
                    verification.signed(),
                    verification.digest(),
                    verification.certificateDigest(),
                    verification.differences().stream()
                            .map(DifferenceResponse::of)
                            .toList());
        }
    }

    @GET
    @Operation(
            summary = "Your contracts",
            description = "Rules D28, D29. Those of the insurers and practices in your token, in the order in which"
                    + " they came about, with the state that they have today.")
    public RestResponse<List<ContractResponse>> listContracts(
            @QueryParam("uzovi") Uzovi uzovi,
            @QueryParam("agb") Agb agb,
            @QueryParam("state") ContractState state,
            @Valid @BeanParam PageParameters page) {
        var filter = new ContractFilter(uzovi, agb, state);
        var today = desk.today();
        return page.answer(
                contracts.list(filter, today, desk.visibility(), page.request()),
                contract -> ContractResponse.of(contract, today));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "A contract", description = "Rules D28, D29.")
    public ContractResponse getContract(@PathParam("id") UUID id) {
        return ContractResponse.of(contracts.withId(id, desk.visibility()), desk.today());
    }

    @GET
    @Tag(name = "Certificates", description = "What was signed, and what happened before and after (D27)")
    @Path("/{id}/certificate")
    @Operation(
            summary = "The evidence of a contract, with what happened to it",
            description = "Rule D27. The document never changes; the timeline beside it grows.")
    public CertificateResponse getCertificate(@PathParam("id") UUID id) {
        var visibility = desk.visibility();
        return CertificateResponse.of(contracts.certificate(id, visibility), contracts.timeline(id, visibility));
    }

    @POST
    @Path("/{id}/certificate/verifications")
    @Tag(name = "Certificates")
    @Operation(
            summary = "Whether a document is the signed one, or where it differs",
            description = "Rule D27. The document is given as JSON or as bytes; its canonical form (RFC 8785) is"
                    + " compared with what was signed. Nothing is recorded.")
    @APIResponseSchema(value = VerificationResponse.class, responseDescription = "The verdict")
    @Answers(invalid = "Not exactly one document is given, or it is no JSON object")
    public VerificationResponse verifyCertificate(
            @PathParam("id") UUID id, @NotNull @Valid VerificationRequest request) {
        var certificate = contracts.certificate(id, desk.visibility());
        return VerificationResponse.of(Verification.of(certificate, request.toDomain()));
    }
}
