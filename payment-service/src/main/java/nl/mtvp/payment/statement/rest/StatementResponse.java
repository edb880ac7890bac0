package nl.mtvp.payment.statement.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.money.Euro;
import nl.mtvp.kernel.time.Quarters;
import nl.mtvp.payment.explanation.rest.ExplanationResponse;
import nl.mtvp.payment.statement.StatementUseCases.Specified;
import nl.mtvp.payment.statement.domain.Statement;
import nl.mtvp.payment.statement.domain.Statement.StatementLine;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.threeten.extra.YearQuarter;

/** What a run booked for one practice or RHO, line by line, with what proves it (D52). */
@Schema(name = "Statement")
public record StatementResponse(Listed statement, List<LineResponse> lines, Proof proof) {

    /** A statement without its lines. */
    @Schema(name = "ListedStatement")
    public record Listed(
            UUID runId,
            @Schema(
                            description = "Whose statement it is; with `runId` it stands in the statement's path",
                            examples = "agb:01999901")
                    String creditor,
            Uzovi uzovi,
            @Schema(nullable = true) Agb agb,
            @Schema(nullable = true) String rho,
            @Schema(description = "The run's own quarter") YearQuarter quarter,
            LocalDate peildatum,
            Instant bookedAt,
            @Schema(description = "What the run books for this creditor; below zero when it is taken back") Euro total,
            @Schema(description = "How many lines it has, also those that book nothing") Long lines,
            @Schema(
                            nullable = true,
                            description = "What the bank shows beside the first transfer to this creditor after it;"
                                    + " null until there is one",
                            examples = "MTVP 3332 2023-Q3 MTVP-3332-12")
                    String remittance,
            @Schema(nullable = true) LocalDate executionOn) {

        static Listed of(Statement statement) {
            return new Listed(
                    statement.runId(),
                    statement.creditor(),
                    statement.uzovi(),
                    statement.agb(),
                    statement.rho(),
                    statement.quarter(),
                    Quarters.peildatum(statement.quarter()),
                    statement.bookedAt(),
                    statement.total(),
                    statement.lines(),
                    statement.remittance(),
                    statement.executionOn());
        }
    }

    /** A contract in a quarter: what was booked, what the run books, what is due, and why. */
    @Schema(name = "StatementLine")
    public record LineResponse(
            YearQuarter quarter,
            LocalDate peildatum,
            Agb agb,
            @Schema(description = "What was booked of this creditor's part before this run, in euro") Euro bookedBefore,
            @Schema(description = "What this run books of it, in euro; below zero when it is taken back")
                    Euro bookedNow,
            @Schema(description = "What is due of it, and so booked from now on, in euro") Euro due,
            ExplanationResponse explanation) {

        static LineResponse of(StatementLine line) {
            var quarter = line.line().facts().quarter();
            return new LineResponse(
                    quarter,
                    Quarters.peildatum(quarter),
                    line.line().agb(),
                    new Euro(line.bookedBeforeCents()),
                    new Euro(line.bookedNowCents()),
                    new Euro(line.dueCents()),
                    ExplanationResponse.of(line.line(), line.explanation()));
        }
    }

    /** What ties the statement to the insurer's chain (D48). */
    @Schema(name = "StatementProof")
    public record Proof(
            UUID postingId,
            @Schema(description = "The posting's place in the insurer's chain") Long postingNumber,
            @Schema(description = "SHA-256 over the canonical lines of all the posting's entries") String digest,
            String previousHead,
            @Schema(description = "The head of the insurer's chain after it: SHA-256 over previousHead and digest")
                    String head,
            @Schema(description = "This creditor's entries, as they stand under the digest")
                    List<String> canonicalLines,
            @Schema(description = "What to do with it") String howToVerify) {

        static Proof of(Specified specified) {
            var statement = specified.statement();
            return new Proof(
                    statement.postingId(),
                    statement.postingNumber(),
                    statement.digest(),
                    statement.previousHead(),
                    statement.head(),
                    specified.canonicalLines(),
                    "Keep head. SHA-256 over the bytes of previousHead and digest is head. Insurer and auditor hand it"
                            + " in with POST /v1/postings/verifications, which recomputes the whole chain and tells"
                            + " whether it still holds this head; the digest is over the canonical lines of all the"
                            + " posting's entries, in which the lines above stand by their numbers.");
        }
    }

    static StatementResponse of(Specified specified) {
        return new StatementResponse(
                Listed.of(specified.statement()),
                specified.lines().stream().map(LineResponse::of).toList(),
                Proof.of(specified));
    }
}
