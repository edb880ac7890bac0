package nl.mtvp.kernel.db;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Transactional;
import java.lang.reflect.UndeclaredThrowableException;

/**
 * Lets {@link Transactional} begin its transaction where all begin. It stands before Quarkus' own interceptor, which
 * finds one running and joins it.
 */
@Interceptor
@Transactional
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 199)
class UseCaseTransactions {

    private final Transactions transactions;

    UseCaseTransactions(Transactions transactions) {
        this.transactions = transactions;
    }

    @AroundInvoke
    Object inOne(InvocationContext call) {
        return transactions.run(() -> proceed(call));
    }

    private static Object proceed(InvocationContext call) {
        try {
            return call.proceed();
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception checked) {
            throw new UndeclaredThrowableException(checked, "a use case fails with a DomainFailure or not at all");
        }
    }
}
