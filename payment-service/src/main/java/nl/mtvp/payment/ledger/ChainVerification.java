package nl.mtvp.payment.ledger;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import nl.mtvp.kernel.db.Transactions;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.payment.ledger.LedgerUseCases.Verification;
import nl.mtvp.payment.ledger.db.HistoryRepository;
import nl.mtvp.payment.ledger.domain.Chain;
import nl.mtvp.payment.ledger.domain.Chain.Break;
import nl.mtvp.payment.ledger.domain.Chain.Recomputed;
import nl.mtvp.payment.ledger.domain.Posting;

/**
 * Recomputes an insurer's chain from its entries (D48), several postings at once. However many ask, together they use as
 * many threads and connections as one: the others wait.
 */
@ApplicationScoped
class ChainVerification {

    private static final int AT_ONCE = 2;
    private static final int BREAKS_MAX = 100;
    private static final int ENTRIES_NAMED_MAX = 20;

    private final Transactions transactions;
    private final HistoryRepository history;
    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, task -> {
        var thread = new Thread(task, "chain-verification");
        thread.setDaemon(true);
        return thread;
    });

    ChainVerification(Transactions transactions, HistoryRepository history) {
        this.transactions = transactions;
        this.history = history;
    }

    /** @param publishedHead a head that was published, which must stand in the chain; may be null */
    Verification of(Uzovi uzovi, String publishedHead) {
        var postings = recomputed(transactions.run(() -> history.chain(uzovi)));
        var breaks = new ArrayList<Break>();
        transactions.job(() -> {
            for (var broken : Chain.breaks(postings, publishedHead)) {
                breaks.add(broken);
                if (broken.code().equals("entries-changed")) {
                    breaks.addAll(deviating(posting(postings, broken.number())));
                }
            }
            history.unsealed(uzovi)
                    .forEach(id -> breaks.add(new Break(
                            postings.size() + 1,
                            null,
                            "posting-missing",
                            "entries are there of posting " + id + ", and its seal is gone")));
        });
        return new Verification(
                uzovi,
                postings.size(),
                postings.stream().mapToLong(Recomputed::entries).sum(),
                postings.isEmpty()
                        ? Chain.GENESIS
                        : postings.get(postings.size() - 1).posting().head(),
                List.copyOf(breaks.subList(0, Math.min(BREAKS_MAX, breaks.size()))));
    }

    private List<Recomputed> recomputed(List<Posting> chain) {
        var asked = chain.stream()
                .map(posting -> threads.submit(() -> transactions.job(() -> history.recompute(posting))))
                .toList();
        var recomputed = new ArrayList<Recomputed>();
        try {
            for (var answer : asked) {
                recomputed.add(answer.get());
            }
            return recomputed;
        } catch (ExecutionException failure) {
            throw new IllegalStateException("the chain could not be read", failure.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while verifying", stopped);
        } finally {
            asked.forEach(answer -> answer.cancel(true));
        }
    }

    private List<Break> deviating(Posting posting) {
        return history.deviating(posting, ENTRIES_NAMED_MAX).stream()
                .map(number -> new Break(
                        posting.number(),
                        number,
                        "entry-deviates",
                        "the entry is not what the run's line says, or one of them is missing"))
                .toList();
    }

    private static Posting posting(List<Recomputed> postings, long number) {
        return postings.stream()
                .map(Recomputed::posting)
                .filter(posting -> posting.number() == number)
                .findFirst()
                .orElseThrow();
    }

    @PreDestroy
    void end() {
        threads.shutdownNow();
    }
}
