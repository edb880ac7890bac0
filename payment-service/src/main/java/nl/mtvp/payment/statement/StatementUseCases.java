package nl.mtvp.payment.statement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.failure.NotFound;
import nl.mtvp.payment.entitlement.domain.Component;
import nl.mtvp.payment.explanation.domain.Explanation;
import nl.mtvp.payment.fact.db.FactClock;
import nl.mtvp.payment.run.db.LineRepository;
import nl.mtvp.payment.run.db.LineRepository.KnownLine;
import nl.mtvp.payment.run.domain.ProposedLine.PaymentLine;
import nl.mtvp.payment.run.domain.RunRefused;
import nl.mtvp.payment.statement.db.StatementRepository;
import nl.mtvp.payment.statement.domain.Statement;
import nl.mtvp.payment.statement.domain.Statement.StatementLine;
import nl.mtvp.payment.statement.domain.Statement.StatementQuery;

/**
 * Tells each practice and RHO what a run booked for it, and explains each line of it, as known at a moment (D52-D54).
 */
@ApplicationScoped
@Transactional
public class StatementUseCases {

    private final StatementRepository statements;
    private final LineRepository lines;
    private final FactClock factClock;
    private final Clock clock;

    StatementUseCases(StatementRepository statements, LineRepository lines, FactClock factClock, Clock clock) {
        this.statements = statements;
        this.lines = lines;
        this.factClock = factClock;
        this.clock = clock;
    }

    /** A statement with its lines, and what proves that they are booked. */
    public record Specified(Statement statement, List<StatementLine> lines, List<String> canonicalLines) {}

    public Page<Statement> list(StatementQuery asked, Instant knownAt, Visibility visibility, PageRequest page) {
        return statements.list(asked, factClock.asKnownAt(asked.uzovi(), knownAt, clock.instant()), visibility, page);
    }

    /** @throws NotFound if it is not there for who asks, or was not at that moment */
    public Specified get(UUID run, String creditor, Instant knownAt, Visibility visibility) {
        var now = clock.instant();
        var statement = statements
                .find(run, creditor, knownAt == null ? now : knownAt, visibility)
                .orElseThrow(() -> notFound(run, creditor));
        var known = factClock.asKnownAt(statement.uzovi(), knownAt, now);
        if (statement.bookedAt().isAfter(known)) {
            throw notFound(run, creditor);
        }
        return new Specified(
                statement,
                lines(statement).stream()
                        .map(line -> specified(statement, line))
                        .toList(),
                statements.canonicalLines(statement));
    }

    private List<PaymentLine> lines(Statement statement) {
        return statement.agb() == null
                ? lines.ofAccount(statement.runId(), statement.account())
                : lines.ofPractice(statement.runId(), statement.agb());
    }

    private static StatementLine specified(Statement statement, PaymentLine line) {
        var parts = line.parts().stream()
                .filter(part -> part.component() == statement.component())
                .toList();
        long now = parts.stream().mapToLong(part -> part.cents()).sum();
        long due = line.due().cents(statement.component());
        return new StatementLine(
                line,
                Math.subtractExact(due, now),
                now,
                Explanation.of(line.facts(), line.previous(), parts, line.zeroReason()));
    }

    /** A line with its explanation. */
    public record Explained(PaymentLine line, Explanation explanation) {}

    /**
     * Explains a line of a run from what is kept with it (D53): the same line has the same explanation for ever.
     *
     * @throws NotFound if it is not there for who asks, or was not at that moment (D54)
     */
    public Explained explain(UUID lineId, Instant knownAt, Visibility visibility) {
        var found = lines.find(lineId, visibility).orElseThrow(() -> RunRefused.lineNotFound(lineId));
        var line = found.line();
        var known = factClock.asKnownAt(line.uzovi(), knownAt, clock.instant());
        if (seenFrom(found, visibility).isAfter(known)) {
            throw RunRefused.lineNotFound(lineId);
        }
        var parts = line.parts().stream()
                .filter(part -> seen(part.component(), line, visibility))
                .toList();
        return new Explained(line, Explanation.of(line.facts(), line.previous(), parts, line.zeroReason()));
    }

    /** An insurer sees a line from its run's cut-off on, practice and RHO from its booking on. */
    private static Instant seenFrom(KnownLine found, Visibility visibility) {
        return isInsurers(found.line(), visibility) ? found.cutOff() : found.postedAt();
    }

    private static boolean isInsurers(PaymentLine line, Visibility visibility) {
        return visibility.everything() || visibility.insurers().contains(line.uzovi());
    }

    /** A practice sees what becomes of its own part, an RHO what becomes of its share. */
    private static boolean seen(Component component, PaymentLine line, Visibility visibility) {
        if (isInsurers(line, visibility)) {
            return true;
        }
        return component == Component.PRACTICE
                ? visibility.practices().contains(line.agb())
                : !visibility.rhos().isEmpty();
    }

    private static NotFound notFound(UUID run, String creditor) {
        return new NotFound(
                "statement-not-found",
                "run " + run + " has no statement for " + creditor
                        + " that you may see; the list of statements tells which there are");
    }
}
