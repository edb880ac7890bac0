package nl.mtvp.contract.measure.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import nl.mtvp.contract.contract.domain.Signature;
import nl.mtvp.contract.contract.domain.Withdrawal;
import nl.mtvp.contract.contract.rest.Sides;
import nl.mtvp.contract.measure.Estimates;
import nl.mtvp.contract.measure.MeasureUseCases;
import nl.mtvp.contract.measure.domain.Measure;
import nl.mtvp.contract.measure.domain.MeasureState;
import nl.mtvp.contract.measure.domain.Takings;
import nl.mtvp.contract.measure.domain.Terms;
import nl.mtvp.kernel.rest.command.Desk;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;

/** What is done about stops and clawbacks alike: propose, approve, take back, each once and for one's own insurer. */
@RequestScoped
class MeasureSteps {

    private final MeasureUseCases measures;
    private final Sides sides;
    private final Estimates estimates;
    private final Desk desk;

    MeasureSteps(MeasureUseCases measures, Sides sides, Estimates estimates, Desk desk) {
        this.measures = measures;
        this.sides = sides;
        this.estimates = estimates;
        this.desk = desk;
    }

    /** Who did what about a stop or a clawback, and when. People are shown as the token's {@code sub}. */
    @Schema(name = "MeasureHistory")
    public record History(
            String proposedBy,
            Instant proposedAt,
            @Schema(nullable = true) String decidedBy,
            @Schema(nullable = true) Instant decidedAt,
            @Schema(nullable = true) String withdrawnBy,
            @Schema(nullable = true) Instant withdrawnAt,
            @Schema(nullable = true) String withdrawalReason) {

        static History of(Measure measure) {
            var decided = measure.decided();
            var withdrawn = measure.withdrawn();
            return new History(
                    measure.proposed().subject(),
                    measure.proposed().at(),
                    decided.map(Signature::subject).orElse(null),
                    decided.map(Signature::at).orElse(null),
                    withdrawn.map(withdrawal -> withdrawal.by().subject()).orElse(null),
                    withdrawn.map(withdrawal -> withdrawal.by().at()).orElse(null),
                    withdrawn.map(Withdrawal::reason).orElse(null));
        }
    }

    /** Why a stop or a clawback is taken back. */
    public record WithdrawalRequest(
            @NotBlank @Size(max = 4_000) @Schema(examples = "the appeal is upheld") String reason) {}

    /** How a kind of measure is shown, and where it is found. */
    record Shown<T>(Class<T> type, Function<Measure, T> as, Function<T, String> path) {}

    <T> RestResponse<T> propose(UUID contractId, Terms terms, String grounds, Shown<T> shown) {
        sides.actForInsurer(contractId);
        return created(shown, () -> measures.propose(contractId, terms, grounds, desk.visibility(), desk.actor()));
    }

    /** What a clawback takes is asked before, unless there is nothing to decide any more: then the answer is known. */
    <T> RestResponse<T> approve(Measure measure, Shown<T> shown) {
        var person = desk.person();
        sides.actForInsurer(measure.contractId());
        var takes = measure.state() == MeasureState.PROPOSED && measure.terms() instanceof Terms.Clawback terms
                ? Optional.of(estimates.of(measure.contractId(), terms))
                : Optional.<Takings>empty();
        return created(shown, () -> measures.decide(measure.kind(), measure.id(), takes, desk.visibility(), person));
    }

    <T> RestResponse<T> withdraw(Measure measure, WithdrawalRequest request, Shown<T> shown) {
        var person = desk.person();
        sides.actForInsurer(measure.contractId());
        return created(
                shown,
                () -> measures.withdraw(measure.kind(), measure.id(), request.reason(), desk.visibility(), person));
    }

    private <T> RestResponse<T> created(Shown<T> shown, Supplier<Measure> effect) {
        return desk.created(shown.type(), () -> shown.as().apply(effect.get()), shown.path());
    }
}
