package nl.mtvp.kernel.testing;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.InvalidTransactionException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;
import java.util.function.Supplier;

/** A transaction that a test holds open while it does other things, for the order in which transactions begin and end. */
public final class OpenTransaction implements AutoCloseable {

    private final TransactionManager manager =
            CDI.current().select(TransactionManager.class).get();
    private Transaction open;

    public OpenTransaction() {
        try {
            manager.begin();
            open = manager.suspend();
        } catch (NotSupportedException | SystemException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Does some work in it; what stands around this call is outside. */
    public <T> T in(Supplier<T> work) {
        resume();
        try {
            return work.get();
        } finally {
            try {
                open = manager.suspend();
            } catch (SystemException failure) {
                throw new IllegalStateException(failure);
            }
        }
    }

    public void perform(Runnable work) {
        in(() -> {
            work.run();
            return null;
        });
    }

    public void commit() {
        resume();
        try {
            manager.commit();
        } catch (RollbackException | HeuristicMixedException | HeuristicRollbackException | SystemException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Rolls it back, unless it was committed. */
    @Override
    public void close() {
        if (open != null) {
            resume();
            try {
                manager.rollback();
            } catch (SystemException failure) {
                throw new IllegalStateException(failure);
            }
        }
    }

    private void resume() {
        try {
            manager.resume(open);
            open = null;
        } catch (InvalidTransactionException | SystemException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
