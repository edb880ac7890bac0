package nl.mtvp.suite.story;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import nl.mtvp.suite.common.Api;
import nl.mtvp.suite.common.Io;
import nl.mtvp.suite.common.StoryClock;
import nl.mtvp.suite.portal.PortalDesk;
import nl.mtvp.suite.stack.Stack;
import nl.mtvp.suite.story.expected.Books;

/**
 * What the steps of the story share: the services' APIs, the portal's desk, the clock, the screen, the checks, and what is expected.
 *
 * @param deliveries the folder for the files that the insurers deliver
 */
record Plot(
        Api api,
        PortalDesk portal,
        StoryClock clock,
        Screen screen,
        Checks checks,
        Books books,
        Admissions admissions,
        Seeds seeds,
        Path deliveries) {

    static Plot of(Stack stack, Seeds seeds, Screen screen) {
        var deliveries = stack.folder().root().resolve("deliveries");
        Io.run("the folder for deliveries cannot be made", () -> Files.createDirectories(deliveries));
        return new Plot(
                stack.api(),
                stack.desk(),
                stack.clock(),
                screen,
                new Checks(screen),
                new Books(),
                new Admissions(),
                seeds,
                deliveries);
    }

    /** Moves the suite's clock on, and says what happens on that day. */
    void on(String day, String what) {
        clock.moveTo(LocalDate.parse(day));
        step(day + "  " + what);
    }

    /** @param who a person or a system of the stack */
    Api.As as(String who) {
        return api.as(who);
    }

    void step(String title) {
        screen.step(title);
    }

    void line(String text) {
        screen.line(text);
    }

    void table(Table table) {
        screen.table(table);
    }

    void equal(String name, Object expected, Object actual) {
        checks.equal(name, expected, actual);
    }

    void same(String name, Object expected, Object actual) {
        checks.same(name, expected, actual);
    }

    void amount(String name, BigDecimal expected, BigDecimal actual) {
        checks.amount(name, expected, actual);
    }

    void that(String name, boolean holds, String otherwise) {
        checks.that(name, holds, otherwise);
    }
}
