package nl.mtvp.suite.story;

import java.nio.file.Path;
import java.time.LocalDate;
import nl.mtvp.suite.stack.StoryClock;
import nl.mtvp.suite.story.expected.Books;

/**
 * What the steps of the story share: the services' APIs, the clock, the screen, the checks, and what is expected.
 *
 * @param deliveries the folder for the files that the insurers deliver
 */
record Plot(
        Api api,
        StoryClock clock,
        Screen screen,
        Checks checks,
        Books books,
        Admissions admissions,
        Seeds seeds,
        Path deliveries) {

    /** Moves the suite's clock on, and says what happens on that day. */
    void on(String day, String what) {
        clock.moveTo(LocalDate.parse(day));
        screen.step(day + "  " + what);
    }
}
