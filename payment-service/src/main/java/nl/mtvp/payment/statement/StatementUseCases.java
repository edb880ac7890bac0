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
import nl.mtvp.payment.explanation.domain.Explanation;
import nl.mtvp.payment.fact.db.FactClock;
import nl.mtvp.payment.run.db.LineRepository;
import nl.mtvp.payment.run.domain.PaymentLine;
import nl.mtvp.payment.statement.db.StatementRepository;
import nl.mtvp.payment.statement.domain.Statement;
import nl.mtvp.payment.statement.domain.Statement.StatementLine;
import nl.mtvp.payment.statement.domain.Statement.StatementQuery;

/** Tells each practice and RHO what a run booked for it, and why, as known at a moment (D52, D54). */
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
                .of(run, creditor, knownAt == null ? now : knownAt, visibility)
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

    private static NotFound notFound(UUID run, String creditor) {
        return new NotFound(
                "statement-not-found",
                "run " + run + " has no statement for " + creditor
                        + " that you may see; the list of statements tells which there are");
    }
}
