package nl.mtvp.payment.explanation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.failure.NotFound;
import nl.mtvp.payment.entitlement.domain.Component;
import nl.mtvp.payment.explanation.domain.Explanation;
import nl.mtvp.payment.fact.db.FactClock;
import nl.mtvp.payment.run.db.LineRepository;
import nl.mtvp.payment.run.db.LineRepository.KnownLine;
import nl.mtvp.payment.run.domain.PaymentLine;
import nl.mtvp.payment.run.domain.RunRefused;

/** Explains a line of a run from what is kept with it (D53): the same line has the same explanation for ever. */
@ApplicationScoped
@Transactional
public class ExplanationUseCases {

    private final LineRepository lines;
    private final FactClock factClock;
    private final Clock clock;

    ExplanationUseCases(LineRepository lines, FactClock factClock, Clock clock) {
        this.lines = lines;
        this.factClock = factClock;
        this.clock = clock;
    }

    /** A line with its explanation. */
    public record Explained(PaymentLine line, Explanation explanation) {}

    /** @throws NotFound if it is not there for who asks, or was not at that moment (D54) */
    public Explained explain(UUID lineId, Instant knownAt, Visibility visibility) {
        var found = lines.withId(lineId, visibility).orElseThrow(() -> RunRefused.lineNotFound(lineId));
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
}
