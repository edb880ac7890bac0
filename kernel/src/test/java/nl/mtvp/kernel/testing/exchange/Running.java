package nl.mtvp.kernel.testing.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Knows which test class is running, and tells of the exchanges when all have run. */
public final class Running implements TestExecutionListener {

    private static volatile String test = "";

    /** The simple name of the class. */
    static String test() {
        return test;
    }

    @Override
    public void executionStarted(TestIdentifier started) {
        started.getSource().ifPresent(source -> {
            if (source instanceof ClassSource type) {
                test = simple(type.getClassName());
            } else if (source instanceof MethodSource method) {
                test = simple(method.getClassName());
            }
        });
    }

    private static String simple(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        try {
            Exchanges.here().close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
