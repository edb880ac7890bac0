package nl.mtvp.payment.explanation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.db.Transactions;
import nl.mtvp.payment.explanation.domain.Explanation;
import nl.mtvp.payment.run.db.LineRepository;
import nl.mtvp.payment.run.domain.LineNotFound;
import nl.mtvp.payment.run.domain.PaymentLine;

/** Explains a line of a run from what is kept with it (D53): the same line has the same explanation for ever. */
@ApplicationScoped
public class ExplanationUseCases {

    private final Transactions transactions;
    private final LineRepository lines;

    ExplanationUseCases(Transactions transactions, LineRepository lines) {
        this.transactions = transactions;
        this.lines = lines;
    }

    /** A line with its explanation. */
    public record Explained(PaymentLine line, Explanation explanation) {}

    public Explained explain(UUID lineId, Visibility visibility) {
        return transactions.run(tx -> {
            var line = lines.withId(tx, lineId, visibility).orElseThrow(() -> new LineNotFound(lineId));
            return new Explained(line, Explanation.of(line.facts(), line.previous(), line.parts(), line.zeroReason()));
        });
    }
}
