package nl.mtvp.suite.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import nl.mtvp.suite.portal.PortalDesk;
import nl.mtvp.suite.stack.Stack;
import nl.mtvp.suite.stack.StoryClock;
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
        try {
            return new Plot(
                    new Api(stack::address, stack.tokens()),
                    stack.desk(),
                    stack.clock(),
                    screen,
                    new Checks(screen),
                    new Books(),
                    new Admissions(),
                    seeds,
                    Files.createDirectories(stack.folder().root().resolve("deliveries")));
        } catch (IOException failure) {
            throw new UncheckedIOException("the folder for deliveries cannot be made", failure);
        }
    }

    /** Moves the suite's clock on, and says what happens on that day. */
    void on(String day, String what) {
        clock.moveTo(LocalDate.parse(day));
        screen.step(day + "  " + what);
    }
}
