package nl.mtvp.contract.succession.rest;

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
import nl.mtvp.contract.contract.domain.Side;
import nl.mtvp.contract.contract.domain.Signature;
import nl.mtvp.contract.contract.rest.Sides;
import nl.mtvp.contract.succession.SuccessionUseCases;
import nl.mtvp.contract.succession.SuccessionUseCases.Wanted;
import nl.mtvp.contract.succession.domain.Succession;
import nl.mtvp.contract.succession.domain.SuccessionState;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.rest.body.Foreseen;
import nl.mtvp.kernel.rest.command.Desk;
import nl.mtvp.kernel.rest.constraint.SchemeTime;
import nl.mtvp.kernel.rest.description.Answers;
import nl.mtvp.kernel.rest.parameter.PageParameters;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Contracts that a practice continues under a new AGB code: proposed by either side, confirmed by the insurer (D35). */
@Path("/contracts/{id}/successions")
@Tag(name = "Successions", description = "Contracts that a practice continues under a new AGB code (D35)")
@RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER, Roles.PRACTICE, Roles.SIGNATORY, Roles.AUDITOR, Roles.SERVICE})
public class SuccessionResource {

    private final SuccessionUseCases successions;
    private final Sides sides;
    private final Desk desk;

    SuccessionResource(SuccessionUseCases successions, Sides sides, Desk desk) {
        this.successions = successions;
        this.sides = sides;
        this.desk = desk;
    }

    /** A contract is to be continued by a practice with a new AGB. */
    public record SuccessionRequest(
            @NotNull Agb newAgb,
            @NotNull @Schema(examples = "2023-10-01") @SchemeTime LocalDate succeedsFrom,
            @NotBlank @Size(max = 4_000) @Schema(examples = "the practice became a gezondheidscentrum") String grounds,
            @Size(max = 50) @Schema(nullable = true) List<@NotNull UUID> mergedContractIds)
            implements Foreseen {

        @Override
        public List<Fault> foreseen(Instant now) {
            return Succession.faultsOfDay(succeedsFrom);
        }

        Wanted toDomain() {
            return new Wanted(newAgb, succeedsFrom, mergedContractIds == null ? List.of() : mergedContractIds, grounds);
        }
    }

    /** A succession as it is shown. People are shown as the token's {@code sub}. */
    @Schema(name = "Succession")
    public record SuccessionResponse(
            UUID id,
            UUID contractId,
            SuccessionState state,
            Agb oldAgb,
            Agb newAgb,
            LocalDate succeedsFrom,
            List<UUID> mergedContractIds,
            String grounds,
            Side proposedFor,
            String proposedBy,
            Instant proposedAt,
            @Schema(nullable = true) String confirmedBy,
            @Schema(nullable = true) Instant confirmedAt) {

        static SuccessionResponse of(Succession succession) {
            return new SuccessionResponse(
                    succession.id(),
                    succession.contractId(),
                    succession.state(),
                    succession.oldAgb(),
                    succession.newAgb(),
                    succession.from(),
                    succession.merged(),
                    succession.grounds(),
                    succession.proposedFor(),
                    succession.proposed().subject(),
                    succession.proposed().at(),
                    succession.confirmed().map(Signature::subject).orElse(null),
                    succession.confirmed().map(Signature::at).orElse(null));
        }
    }

    @POST
    @RolesAllowed({Roles.SIGNATORY, Roles.INSURER})
    @Operation(
            summary = "Propose that a practice continues the contract under a new AGB",
            description =
                    "Rule D35. From the first day of a quarter on; the new AGB belongs to the same enterprise. In a"
                            + " merger the others' contracts end on that day. Without effect until confirmed. Roles: signatory with"
                            + " the contract's AGB in the token, or insurer with its UZOVI; a logged-in person.")
    @Answers(
            invalid = "A field is malformed, or the day or the AGB impossible",
            conflict = "The contract is not in force then, or the practice unknown")
    public RestResponse<SuccessionResponse> proposeSuccession(
            @PathParam("id") UUID contractId, @NotNull @Valid SuccessionRequest request) {
        var person = desk.person();
        var side = sides.of(contractId);
        return desk.created(
                SuccessionResponse.class,
                () -> SuccessionResponse.of(
                        successions.propose(contractId, side, request.toDomain(), desk.visibility(), person)),
                made -> "/contracts/" + contractId + "/successions/" + made.id());
    }

    @GET
    @Operation(
            summary = "The successions of a contract: the chain of its AGBs",
            description = "Rule D35. In the order in which they were proposed.")
    public RestResponse<List<SuccessionResponse>> listSuccessions(
            @PathParam("id") UUID contractId, @Valid @BeanParam PageParameters page) {
        return page.answer(
                successions.ofContract(contractId, desk.visibility(), page.request()), SuccessionResponse::of);
    }

    @GET
    @Path("/{successionId}")
    @Operation(summary = "A succession of a contract", description = "Rule D35.")
    public SuccessionResponse getSuccession(
            @PathParam("id") UUID contractId, @PathParam("successionId") UUID successionId) {
        return SuccessionResponse.of(successions.withId(contractId, successionId, desk.visibility()));
    }

    @POST
    @Path("/{successionId}/confirmations")
    @RolesAllowed(Roles.INSURER_APPROVER)
    @Operation(
            summary = "Let the contract go over to the new AGB",
            description = "Rule D35. Four eyes: not by who proposed it.")
    @Answers(
            forbidden = "You proposed it yourself, or are no person",
            conflict = "It was confirmed before, something is in the way, or the new AGB has a contract on these days")
    public RestResponse<SuccessionResponse> confirmSuccession(
            @PathParam("id") UUID contractId, @PathParam("successionId") UUID successionId) {
        var person = desk.person();
        sides.actForInsurer(contractId);
        return desk.created(
                SuccessionResponse.class,
                () -> SuccessionResponse.of(successions.confirm(contractId, successionId, desk.visibility(), person)));
    }
}
