package nl.mtvp.kernel.testing;

import io.quarkus.arc.Arc;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;

/**
 * How many statements an operation sends to the database, at most: what {@code statements.csv} among the tests' resources
 * says, in every request of every test, whatever its page or its lines. Each operation has a row. The first statement too
 * many fails, so its stack trace tells where it came from. A try that was rolled back, for a deadlock, does not count.
 *
 * <p>What was needed at most is written to {@code target/statements.csv} when the tests end.
 */
public final class Statements {

    private static final String TABLE = "statements.csv";
    /** Only to write down what is needed: nothing is too much. */
    private static final boolean TELL = Boolean.getBoolean("mtvp.statements.tell");

    /** Of all applications that this JVM's tests start: each loads this class anew. */
    @SuppressWarnings("unchecked")
    private static final Map<String, Integer> MOST = (Map<String, Integer>) System.getProperties()
            .computeIfAbsent("mtvp.statements.most", none -> new ConcurrentSkipListMap<String, Integer>());

    private static final Map<String, Integer> ALLOWED = read();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(Statements::write));
    }

    /** How many more there may be than the table says. */
    private static volatile int more;

    private Statements() {}

    /**
     * Lets every operation send some more from now on: for requests that are asked as no other test asks. Where a moment is
     * named and no insurer, all insurers' clocks are asked as well, which is a constant.
     */
    static void allowMore(int statements) {
        more = statements;
    }

    /** What each operation may send. */
    public static Map<String, Integer> allowed() {
        return ALLOWED;
    }

    static void sent() throws SQLException {
        var request = request();
        if (request == null || request.getTarget() == null) {
            return; // a job, a follower, or the test itself
        }
        var operation = operation(request);
        int sent = count(request).incrementAndGet();
        MOST.merge(operation, sent, Math::max);
        if (TELL) {
            return;
        }
        var allowed = ALLOWED.get(operation);
        if (allowed == null) {
            throw new SQLException("operation " + operation + " has no row in " + TABLE + ": say how many statements it"
                    + " sends at most");
        }
        if (sent > allowed + more) {
            throw new SQLException("operation " + operation + " sends more than the " + allowed + " statements that "
                    + TABLE + " allows: is this one in a loop?");
        }
    }

    static void undone() {
        var request = request();
        if (request != null) {
            count(request).set(0);
        }
    }

    private static ResteasyReactiveRequestContext request() {
        var arc = Arc.container();
        return arc != null && arc.requestContext().isActive() ? CurrentRequestManager.get() : null;
    }

    private static AtomicInteger count(ResteasyReactiveRequestContext request) {
        var count = (AtomicInteger) request.getProperty(TABLE);
        if (count == null) {
            count = new AtomicInteger();
            request.setProperty(TABLE, count);
        }
        return count;
    }

    private static String operation(ResteasyReactiveRequestContext request) {
        var method = request.getTarget().getLazyMethod().getMethod();
        var described = method.getAnnotation(Operation.class);
        return described == null || described.operationId().isBlank() ? method.getName() : described.operationId();
    }

    /** The module's own table: that of the kernel is on the services' class path too. */
    private static Map<String, Integer> read() {
        try (var lines = Files.lines(Path.of("src", "test", "resources", TABLE))) {
            return lines.skip(1)
                    .map(line -> line.split(","))
                    .collect(Collectors.toUnmodifiableMap(cells -> cells[0], cells -> Integer.valueOf(cells[1])));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void write() {
        try {
            Files.writeString(
                    Path.of("target", TABLE),
                    MOST.entrySet().stream()
                            .map(most -> most.getKey() + "," + most.getValue())
                            .collect(Collectors.joining("\n", "operation,statements\n", "\n")));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
