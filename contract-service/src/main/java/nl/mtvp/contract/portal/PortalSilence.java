package nl.mtvp.contract.portal;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import nl.mtvp.contract.offer.PortalAnswerUseCases;
import nl.mtvp.contract.offer.domain.OfferLife;
import nl.mtvp.contract.portal.db.PortalMessageRepository;
import nl.mtvp.kernel.db.Transactions;

/** Looks for offers about which the portal has been silent for too long (D25). */
@ApplicationScoped
public class PortalSilence {

    private static final int BATCH = 500;

    /** So many working days take at least as many days. */
    private static final Duration AT_LEAST = Duration.ofDays(OfferLife.WORKING_DAYS_OF_SILENCE);

    private final Transactions transactions;
    private final PortalMessageRepository messages;
    private final PortalAnswerUseCases answers;
    private final Clock clock;

    PortalSilence(
            Transactions transactions, PortalMessageRepository messages, PortalAnswerUseCases answers, Clock clock) {
        this.transactions = transactions;
        this.messages = messages;
        this.answers = answers;
        this.clock = clock;
    }

    @Scheduled(every = "{mtvp.offer.look-every}", concurrentExecution = ConcurrentExecution.SKIP)
    public void work() {
        var before = clock.instant().minus(AT_LEAST);
        transactions.run(() -> messages.silentSince(before, BATCH)).forEach(answers::giveUpWaiting);
    }
}
