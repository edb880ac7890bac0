package nl.mtvp.payment.explanation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.db.Transactions;
import nl.mtvp.payment.entitlement.domain.Component;
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
            var parts = line.parts().stream()
                    .filter(part -> seen(part.component(), line, visibility))
                    .toList();
            return new Explained(line, Explanation.of(line.facts(), line.previous(), parts, line.zeroReason()));
        });
    }

    /** A practice sees what becomes of its own part, an RHO what becomes of its share. */
    private static boolean seen(Component component, PaymentLine line, Visibility visibility) {
        if (visibility.everything() || visibility.insurers().contains(line.uzovi())) {
            return true;
        }
        return component == Component.PRACTICE
                ? visibility.practices().contains(line.agb())
                : !visibility.rhos().isEmpty();
    }
}
