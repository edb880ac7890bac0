package nl.mtvp.payment.job;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;

/** Looks for waiting work every second, and goes on until none is left. A failure is logged; the next look tries again. */
@ApplicationScoped
class Jobs {

    private final Instance<Job> jobs;

    Jobs(Instance<Job> jobs) {
        this.jobs = jobs;
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void work() {
        boolean worked;
        do {
            worked = false;
            for (var job : jobs) {
                worked |= job.workOne();
            }
        } while (worked);
    }
}
