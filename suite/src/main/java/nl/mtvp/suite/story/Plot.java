package nl.mtvp.suite.story;

import static nl.mtvp.suite.common.Json.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import nl.mtvp.suite.common.Api;
import nl.mtvp.suite.common.Io;
import nl.mtvp.suite.common.Json;
import nl.mtvp.suite.common.StoryClock;
import nl.mtvp.suite.portal.PortalDesk;
import nl.mtvp.suite.stack.Stack;
import nl.mtvp.suite.story.expected.Books;

/**
 * What the steps of the story share: the services' APIs, the portal's desk, the clock, the screen, the checks, and what is expected.
 */
final class Plot extends Checks {

    final PortalDesk portal;
    final StoryClock clock;
    final Books books = new Books();
    final Admissions admissions = new Admissions();
    final Seeds seeds;
    /** The folder for the files that the insurers deliver. */
    final Path deliveries;

    private final Api api;

    Plot(Stack stack, Seeds seeds, Screen screen) {
        super(screen);
        this.portal = stack.desk();
        this.clock = stack.clock();
        this.seeds = seeds;
        this.deliveries = stack.folder().root().resolve("deliveries");
        this.api = stack.api();
        Io.run("the folder for deliveries cannot be made", () -> Files.createDirectories(deliveries));
    }

    /** Moves the suite's clock on, and says what happens on that day. */
    void on(String day, String what) {
        clock.moveTo(LocalDate.parse(day));
        screen.step(day + "  " + what);
    }

    /** @param who a person or a system of the stack */
    Api.As as(String who) {
        return api.as(who);
    }

    /** Holds the places that a problem document names against those that it must, and shows what it says of them. */
    void faults(String name, List<String> expected, JsonNode problem) {
        var errors = problem.path("errors");
        errors.forEach(fault -> screen.line("    " + text(fault, "detail")));
        equal(name, new TreeSet<>(expected), new TreeSet<>(Json.texts(errors, "location")));
    }
}
