package nl.mtvp.contract.portal;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import nl.mtvp.contract.offer.db.OfferRepository;
import nl.mtvp.contract.offer.domain.Notice;
import nl.mtvp.contract.portal.db.PortalMessageRepository;
import nl.mtvp.contract.portal.domain.Attempt;
import nl.mtvp.contract.portal.domain.Backoff;
import nl.mtvp.contract.portal.domain.PortalMessage;
import nl.mtvp.kernel.db.Transactions;
import org.jboss.logging.Logger;

/**
 * Delivers what waits for the portal (D36): claims some messages, hands their offers over, sends them, and writes down
 * what came of it. Killed at any point, the claim runs out and the messages are sent again: the portal knows their ids.
 */
@ApplicationScoped
public class PortalDelivery {

    private static final int BATCH = 200;
    private static final Logger LOG = Logger.getLogger(PortalDelivery.class);

    private final PortalConfig config;
    private final Transactions transactions;
    private final PortalMessageRepository messages;
    private final OfferRepository offers;
    private final PortalClient client;
    private final Clock clock;
    private final ExecutorService threads;

    PortalDelivery(
            PortalConfig config,
            Transactions transactions,
            PortalMessageRepository messages,
            OfferRepository offers,
            PortalClient client,
            Clock clock) {
        this.config = config;
        this.transactions = transactions;
        this.messages = messages;
        this.offers = offers;
        this.client = client;
        this.clock = clock;
        this.threads = Executors.newFixedThreadPool(config.connections(), task -> {
            var thread = new Thread(task, "portal-delivery");
            thread.setDaemon(true);
            return thread;
        });
    }

    void stop(@Observes ShutdownEvent shutdown) {
        threads.shutdownNow();
    }

    /** Looks for work, and goes on until none is left that is due. */
    @Scheduled(every = "{mtvp.portal.look-every}", concurrentExecution = ConcurrentExecution.SKIP)
    public void work() throws InterruptedException {
        if (config.url().isPresent()) {
            while (deliverSome() > 0) {
                LOG.debug("looking for more");
            }
        }
    }

    private int deliverSome() throws InterruptedException {
        var claimed = transactions.run(this::claim);
        if (claimed.isEmpty()) {
            return 0;
        }
        var sendings = threads.invokeAll(claimed.stream()
                .map(message -> (Callable<Attempt>) () -> client.post(message.content()))
                .toList());
        var attempts = new HashMap<PortalMessage, Attempt>();
        for (int at = 0; at < claimed.size(); at++) {
            attempts.put(claimed.get(at), result(sendings.get(at)));
        }
        transactions.perform(() -> settle(attempts, clock.instant()));
        return claimed.size();
    }

    /** From the moment on which this is committed the portal may know of these offers, and decides how they end. */
    private List<PortalMessage> claim() {
        var now = clock.instant();
        // A claim outlasts the slowest batch, in which one thread sends its share one after the other.
        var longest = config.timeout().multipliedBy(2L + BATCH / config.connections());
        var claimed = messages.claim(now, now.plus(longest), BATCH);
        var offering = claimed.stream()
                .filter(message -> message.kind().equals(Notice.Kind.OFFER.name()))
                .toList();
        var handedOver =
                offers.handOver(offering.stream().map(PortalMessage::offerId).toList(), now);
        var needless = offering.stream()
                .filter(message -> !handedOver.contains(message.offerId()))
                .toList();
        messages.cancel(needless.stream().map(PortalMessage::id).toList(), now);
        return claimed.stream().filter(message -> !needless.contains(message)).toList();
    }

    private static Attempt result(Future<Attempt> sending) throws InterruptedException {
        try {
            return sending.get();
        } catch (ExecutionException failure) {
            return Attempt.unanswered(String.valueOf(failure.getCause().getMessage()));
        }
    }

    private void settle(Map<PortalMessage, Attempt> attempts, Instant now) {
        messages.delivered(
                attempts.entrySet().stream()
                        .filter(entry -> entry.getValue().isDelivered())
                        .map(entry -> entry.getKey().id())
                        .toList(),
                now);
        attempts.forEach((message, attempt) -> attempt.problem().ifPresent(problem -> {
            if (attempt.isFinal() || message.attempts() >= config.attemptsMax()) {
                LOG.warnf("portal message %s (%s) is put aside: %s", message.id(), message.kind(), problem.code());
                messages.giveUp(message.id(), now, problem);
            } else {
                LOG.infof("portal message %s: attempt %d: %s", message.id(), message.attempts(), problem.code());
                var pause = Backoff.after(
                        message.attempts(), ThreadLocalRandom.current().nextDouble());
                var longer = pause.compareTo(attempt.notBefore()) > 0 ? pause : attempt.notBefore();
                messages.tryAgain(message.id(), now.plus(longer), problem);
            }
        }));
    }
}
