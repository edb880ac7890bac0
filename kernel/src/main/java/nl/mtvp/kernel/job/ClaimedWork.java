package nl.mtvp.kernel.job;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import nl.mtvp.kernel.db.Transactions;
import nl.mtvp.kernel.failure.DomainFailure;
import nl.mtvp.kernel.failure.DomainFailure.Kind;
import org.jboss.logging.Logger;

/**
 * Work that stands in a table, for any replica to claim: one transaction claims a piece, does it, and ends it. Killed
 * at any point, nothing of it is done, and the next replica does it anew. What fails is noted with its attempts and
 * tried again after a pause; whatever it was, the other pieces go on meanwhile.
 */
@ApplicationScoped
public class ClaimedWork {

    private static final Logger LOG = Logger.getLogger(ClaimedWork.class);
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final Transactions transactions;
    private final Clock clock;

    ClaimedWork(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Nobody wants the piece any more: what is done of it so far is dropped with the transaction. */
    public static final class Unwanted extends RuntimeException {}

    /**
     * Why a piece failed, for who waits for it: the rest is in the log.
     *
     * @param tryAfter from when on it is tried again
     */
    public record Failure(RuntimeException cause, Instant tryAfter) {

        private static final int LENGTH_MAX = 500;

        /** Classes of SQLSTATE: connection, transaction rollback, resources, locks, intervention by an operator. */
        private static final Set<String> PASSING = Set.of("08", "40", "53", "55", "57");

        /** A statement that was cancelled, as by its time limit: that is about the work. */
        private static final String TOO_LONG = "57014";

        /** Whether it says nothing about the work: the database was away or too busy, or somebody else was in the way. */
        public boolean passes() {
            for (Throwable at = cause; at != null; at = at.getCause()) {
                if (at instanceof DomainFailure said && said.kind() == Kind.UNAVAILABLE
                        || at instanceof SQLException sql
                                && sql.getSQLState() != null
                                && !sql.getSQLState().equals(TOO_LONG)
                                && PASSING.contains(sql.getSQLState().substring(0, 2))) {
                    return true;
                }
            }
            return false;
        }

        /** Of the database only its code: its messages hold statements and rows. */
        public String sentence() {
            Throwable root = cause;
            while (root.getCause() != null && !(root instanceof SQLException)) {
                root = root.getCause();
            }
            if (root instanceof SQLException sql) {
                return "the database refused it or broke off (SQLSTATE " + sql.getSQLState() + ")";
            }
            var message = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
            return message.length() > LENGTH_MAX ? message.substring(0, LENGTH_MAX) : message;
        }
    }

    /**
     * Claims one piece and does it; false when none was waiting.
     *
     * @param claim gives one that nobody works on, for the running transaction
     * @param done takes it once all of it is committed
     * @param failed notes that it failed, in a transaction of its own
     */
    public <W> boolean one(
            Function<Instant, Optional<W>> claim, Consumer<W> work, Consumer<W> done, BiConsumer<W, Failure> failed) {
        var claimed = new AtomicReference<W>();
        try {
            transactions.job(() -> {
                claimed.set(null);
                claim.apply(clock.instant()).ifPresent(piece -> {
                    claimed.set(piece);
                    work.accept(piece);
                });
            });
        } catch (Unwanted nobodyWaits) {
            return true;
        } catch (RuntimeException failure) {
            if (claimed.get() == null) {
                LOG.error("no work can be claimed", failure);
                return false;
            }
            var again = new Failure(failure, clock.instant().plus(PAUSE));
            transactions.perform(() -> failed.accept(claimed.get(), again));
            return true;
        }
        Optional.ofNullable(claimed.get()).ifPresent(done);
        return claimed.get() != null;
    }

    /** The same, when nothing is left to do once it is committed. */
    public <W> boolean one(Function<Instant, Optional<W>> claim, Consumer<W> work, BiConsumer<W, Failure> failed) {
        return one(claim, work, piece -> {}, failed);
    }
}
