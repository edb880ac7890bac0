package nl.mtvp.suite.story;

import java.math.BigDecimal;
import java.util.Objects;

/** The named checks of a story: each is printed with its outcome, and all are counted. */
public class Checks {

    final Screen screen;
    private int passed;
    private int failed;

    Checks(Screen screen) {
        this.screen = screen;
    }

    /** Holds what a service says against what was worked out apart from it. */
    public synchronized void equal(String name, Object expected, Object actual) {
        if (Objects.equals(expected, actual)) {
            pass(name + ": " + Table.shown(actual));
        } else {
            fail(name + ": expected " + Table.shown(expected) + ", but it is " + Table.shown(actual));
        }
    }

    /** The same for what is too long to print when it is right. */
    public synchronized void same(String name, Object expected, Object actual) {
        that(name, Objects.equals(expected, actual), "expected " + expected + ", but it is " + actual);
    }

    /** The same for amounts, which are equal whatever their scale. */
    public synchronized void amount(String name, BigDecimal expected, BigDecimal actual) {
        equal(name, expected.setScale(2), actual.setScale(2));
    }

    public synchronized void that(String name, boolean holds, String otherwise) {
        if (holds) {
            pass(name);
        } else {
            fail(name + ": " + otherwise);
        }
    }

    private void pass(String name) {
        passed++;
        screen.line("  ✓ " + name);
    }

    private void fail(String name) {
        failed++;
        screen.line("  ✗ " + name);
    }

    /** A step that could not be finished. */
    synchronized void broken(String step, String why) {
        fail(step + " could not be finished: " + why);
    }

    public synchronized int passed() {
        return passed;
    }

    public synchronized int failed() {
        return failed;
    }
}
