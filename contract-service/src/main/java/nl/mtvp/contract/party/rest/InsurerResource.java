package nl.mtvp.contract.party.rest;

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
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.contract.party.PartyUseCases;
import nl.mtvp.contract.party.domain.Insurer;
import nl.mtvp.contract.party.domain.Label;
import nl.mtvp.contract.party.domain.Period;
import nl.mtvp.contract.party.domain.Scheme;
import nl.mtvp.contract.party.domain.SchemePeriod;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.rest.body.Foreseen;
import nl.mtvp.kernel.rest.command.Desk;
import nl.mtvp.kernel.rest.constraint.OneLine;
import nl.mtvp.kernel.rest.constraint.SchemeTime;
import nl.mtvp.kernel.rest.description.Answers;
import nl.mtvp.kernel.rest.parameter.PageParameters;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Health insurers that contract here (D22). They are facts of a public register: the whole field reads them. */
@Path("/insurers")
@Tag(name = "Insurers", description = "Health insurers that contract here (D22)")
@RolesAllowed({
    Roles.INSURER,
    Roles.INSURER_APPROVER,
    Roles.PRACTICE,
    Roles.SIGNATORY,
    Roles.RHO,
    Roles.AUDITOR,
    Roles.SERVICE
})
public class InsurerResource {

    private final PartyUseCases parties;
    private final Desk desk;

    InsurerResource(PartyUseCases parties, Desk desk) {
        this.parties = parties;
        this.desk = desk;
    }

    /** The end of something that holds for a period. */
    public record PeriodEndRequest(
            @NotNull
                    @Schema(examples = "2025-01-01", description = "The first day on which it no longer holds")
                    @SchemeTime
                    LocalDate validUntil) {}

    /** An insurer, as it is sent and as it is shown. */
    public record InsurerBody(@NotNull Uzovi uzovi, @NotBlank @Size(max = 200) @OneLine String name) {

        static InsurerBody of(Insurer insurer) {
            return new InsurerBody(insurer.uzovi(), insurer.name());
        }
    }

    /** A label to be recorded. */
    public record LabelRequest(
            @NotNull Uzovi label,
            @NotBlank @Size(max = 200) @OneLine String name,
            @NotNull @SchemeTime(from = "2006-01-01") LocalDate validFrom,
            @Schema(nullable = true) @SchemeTime(from = "2023-04-02") LocalDate validUntil)
            implements Foreseen {

        @Override
        public List<Fault> foreseen(Instant now) {
            return Period.faultsOnPeildata(validFrom, Optional.ofNullable(validUntil));
        }
    }

    /** A label as it is shown. */
    @Schema(name = "Label")
    public record LabelResponse(
            UUID id,
            Uzovi uzovi,
            Uzovi label,
            String name,
            LocalDate validFrom,
            @Schema(nullable = true) LocalDate validUntil) {

        static LabelResponse of(Label label) {
            return new LabelResponse(
                    label.id(),
                    label.uzovi(),
                    label.label(),
                    label.name(),
                    label.valid().from(),
                    label.valid().until().orElse(null));
        }
    }

    /** A scheme to be recorded. */
    public record SchemeRequest(
            @NotNull Scheme scheme,
            @NotNull @SchemeTime LocalDate validFrom,
            @Schema(nullable = true) @SchemeTime(from = "2023-04-02") LocalDate validUntil)
            implements Foreseen {

        @Override
        public List<Fault> foreseen(Instant now) {
            return Period.faultsOnPeildata(validFrom, Optional.ofNullable(validUntil));
        }
    }

    /** A scheme as it is shown. */
    @Schema(name = "InsurerScheme")
    public record SchemeResponse(
            UUID id,
            Uzovi uzovi,
            Scheme scheme,
            @Schema(description = "What it means for a practice") String explanation,
            LocalDate validFrom,
            @Schema(nullable = true) LocalDate validUntil) {

        static SchemeResponse of(SchemePeriod scheme) {
            return new SchemeResponse(
                    scheme.id(),
                    scheme.uzovi(),
                    scheme.scheme(),
                    scheme.scheme().meaning(),
                    scheme.valid().from(),
                    scheme.valid().until().orElse(null));
        }
    }

    @POST
    @RolesAllowed(Roles.INSURER)
    @Operation(summary = "Register an insurer", description = "Rule D22. Role: insurer, with this UZOVI in its token.")
    @Answers(conflict = "The insurer is registered already")
    public RestResponse<InsurerBody> registerInsurer(@NotNull @Valid InsurerBody request) {
        desk.actFor(request.uzovi());
        return desk.created(
                InsurerBody.class,
                () -> {
                    parties.register(new Insurer(request.uzovi(), request.name()));
                    return request;
                },
                insurer -> "/insurers/" + insurer.uzovi());
    }

    @GET
    @Operation(summary = "The registered insurers", description = "Rule D22. In the order of their UZOVI codes.")
    public RestResponse<List<InsurerBody>> listInsurers(@Valid @BeanParam PageParameters page) {
        return page.answer(parties.insurers(page.request()), InsurerBody::of);
    }

    @GET
    @Path("/{uzovi}")
    @Operation(summary = "A registered insurer", description = "Rule D22.")
    public InsurerBody getInsurer(@PathParam("uzovi") Uzovi uzovi) {
        return InsurerBody.of(parties.insurer(uzovi));
    }

    @POST
    @Path("/{uzovi}/labels")
    @RolesAllowed(Roles.INSURER)
    @Operation(
            summary = "Record that a label belongs to an insurer",
            description = "Rule D22. On any day there is one; end the earlier one first. Role: insurer, with this"
                    + " UZOVI in its token.")
    @Answers(
            invalid = "A field is missing or malformed, or the period has no day",
            conflict = "The label belongs to an insurer on some of these days")
    public RestResponse<LabelResponse> recordLabel(
            @PathParam("uzovi") Uzovi uzovi, @NotNull @Valid LabelRequest request) {
        desk.actFor(uzovi);
        return desk.created(LabelResponse.class, () -> {
            var valid = Period.onPeildata(request.validFrom(), Optional.ofNullable(request.validUntil()));
            return LabelResponse.of(parties.addLabel(uzovi, request.label(), request.name(), valid, desk.actor()));
        });
    }

    @POST
    @Path("/{uzovi}/labels/{labelId}/endings")
    @RolesAllowed(Roles.INSURER)
    @Operation(
            summary = "End an insurer having a label",
            description = "Rule D22. An end only moves forward. Role: insurer, with this UZOVI in its token.")
    @Answers(
            invalid = "The day is missing, or leaves no day",
            missing = "The insurer has no such label",
            conflict = "It ends on or before that day already")
    public RestResponse<LabelResponse> endLabel(
            @PathParam("uzovi") Uzovi uzovi,
            @PathParam("labelId") UUID labelId,
            @NotNull @Valid PeriodEndRequest request) {
        desk.actFor(uzovi);
        return desk.created(
                LabelResponse.class,
                () -> LabelResponse.of(parties.endLabel(uzovi, labelId, request.validUntil(), desk.actor())));
    }

    @GET
    @Path("/{uzovi}/labels")
    @Operation(
            summary = "The labels of an insurer, of all days",
            description = "Rule D22. In the order in which they were recorded.")
    public RestResponse<List<LabelResponse>> listLabels(
            @PathParam("uzovi") Uzovi uzovi, @Valid @BeanParam PageParameters page) {
        return page.answer(parties.labels(uzovi, page.request()), LabelResponse::of);
    }

    @POST
    @Path("/{uzovi}/schemes")
    @RolesAllowed(Roles.INSURER)
    @Operation(
            summary = "Record which scheme an insurer has",
            description = "Rule D31. On any day there is one; end the earlier one first. Role: insurer, with this"
                    + " UZOVI in its token.")
    @Answers(
            invalid = "A field is missing or malformed, or the period has no day",
            conflict = "The insurer has a scheme on some of these days")
    public RestResponse<SchemeResponse> recordScheme(
            @PathParam("uzovi") Uzovi uzovi, @NotNull @Valid SchemeRequest request) {
        desk.actFor(uzovi);
        return desk.created(SchemeResponse.class, () -> {
            var valid = Period.onPeildata(request.validFrom(), Optional.ofNullable(request.validUntil()));
            return SchemeResponse.of(parties.addScheme(uzovi, request.scheme(), valid, desk.actor()));
        });
    }

    @POST
    @Path("/{uzovi}/schemes/{schemeId}/endings")
    @RolesAllowed(Roles.INSURER)
    @Operation(
            summary = "End a scheme of an insurer",
            description = "Rule D31. An end only moves forward. Role: insurer, with this UZOVI in its token.")
    @Answers(
            invalid = "The day is missing, or leaves no day",
            missing = "The insurer has no such scheme",
            conflict = "It ends on or before that day already")
    public RestResponse<SchemeResponse> endScheme(
            @PathParam("uzovi") Uzovi uzovi,
            @PathParam("schemeId") UUID schemeId,
            @NotNull @Valid PeriodEndRequest request) {
        desk.actFor(uzovi);
        return desk.created(
                SchemeResponse.class,
                () -> SchemeResponse.of(parties.endScheme(uzovi, schemeId, request.validUntil(), desk.actor())));
    }

    @GET
    @Path("/{uzovi}/schemes")
    @Operation(
            summary = "The schemes of an insurer, of all days",
            description = "Rule D31. In the order in which they were recorded.")
    public RestResponse<List<SchemeResponse>> listSchemes(
            @PathParam("uzovi") Uzovi uzovi, @Valid @BeanParam PageParameters page) {
        return page.answer(parties.schemes(uzovi, page.request()), SchemeResponse::of);
    }
}
