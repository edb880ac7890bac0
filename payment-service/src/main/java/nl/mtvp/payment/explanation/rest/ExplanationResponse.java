package nl.mtvp.payment.explanation.rest;

import java.util.List;
import java.util.UUID;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.money.Euro;
import nl.mtvp.payment.entitlement.domain.Cause;
import nl.mtvp.payment.entitlement.domain.Component;
import nl.mtvp.payment.entitlement.domain.ZeroReason;
import nl.mtvp.payment.entitlement.rest.FactsResponse;
import nl.mtvp.payment.entitlement.rest.FactsResponse.AmountsResponse;
import nl.mtvp.payment.explanation.domain.Explanation;
import nl.mtvp.payment.explanation.domain.Input;
import nl.mtvp.payment.explanation.domain.Sentence;
import nl.mtvp.payment.run.domain.ProposedLine.PaymentLine;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.threeten.extra.YearQuarter;

/** Why a line is what it is: for a machine, and for a person in Dutch and English (D53). */
public record ExplanationResponse(
        UUID lineId,
        UUID runId,
        Uzovi uzovi,
        Agb agb,
        UUID contractId,
        YearQuarter quarter,
        @Schema(description = "The rules that were applied", examples = "[\"D37\",\"D41\",\"D42\",\"D43\",\"D44\"]")
                List<String> rules,
        AmountsResponse due,
        @Schema(description = "How the inputs make up what is due", examples = "4198 x 2.95 x 91/91 = 12384.10")
                String arithmetic,
        @Schema(description = "The facts that make up what is due, each with where it came from and when it was known")
                FactsResponse inputs,
        @Schema(description = "The same inputs, one by one and in words") List<SourceResponse> sources,
        List<PartResponse> parts,
        @Schema(nullable = true) ZeroReason zeroReason,
        @Schema(nullable = true, description = "Why nothing is booked, in words; null when something is")
                Sentence zeroSentence) {

    /** A fact that went into the amount: who said it, since when it is known, and what it says. */
    @Schema(name = "ExplainedSource")
    public record SourceResponse(Input.InputKind kind, FactsResponse.Origin origin, Sentence sentence) {

        static SourceResponse of(Input input) {
            return new SourceResponse(input.kind(), FactsResponse.Origin.of(input.source()), input.sentence());
        }
    }

    /** A part: its cause, the inputs before and after, and what they come to. */
    @Schema(name = "ExplainedPart")
    public record PartResponse(
            Cause cause,
            Component component,
            Euro amount,
            @Schema(examples = "12384.10 - 12090.24 = 293.86") String arithmetic,
            @Schema(nullable = true) FactsResponse inputsBefore,
            FactsResponse inputsAfter,
            Sentence sentence) {

        public static PartResponse of(Explanation.ExplainedPart explained) {
            var part = explained.part();
            return new PartResponse(
                    part.cause(),
                    part.component(),
                    new Euro(part.cents()),
                    explained.arithmetic(),
                    explained.before() == null ? null : FactsResponse.of(explained.before()),
                    FactsResponse.of(explained.after()),
                    explained.sentence());
        }
    }

    public static ExplanationResponse of(PaymentLine line, Explanation explanation) {
        return new ExplanationResponse(
                line.id(),
                line.runId(),
                line.uzovi(),
                line.agb(),
                line.contractId(),
                line.facts().quarter(),
                explanation.rules(),
                AmountsResponse.of(line.due()),
                explanation.arithmetic(),
                FactsResponse.of(line.facts()),
                explanation.inputs().stream().map(SourceResponse::of).toList(),
                explanation.parts().stream().map(PartResponse::of).toList(),
                line.zeroReason(),
                explanation.zero());
    }
}
