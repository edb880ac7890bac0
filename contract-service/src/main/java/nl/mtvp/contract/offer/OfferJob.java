package nl.mtvp.contract.offer;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;

/** Looks, on each replica, for offers that are past their expiry (D25). */
@ApplicationScoped
class OfferJob {

    private final PortalAnswerUseCases answers;

    OfferJob(PortalAnswerUseCases answers) {
        this.answers = answers;
    }

    @Scheduled(every = "{mtvp.offer.look-every}", concurrentExecution = ConcurrentExecution.SKIP)
    void work() {
        boolean more;
        do {
            more = answers.expire();
        } while (more);
    }
}
