package nl.mtvp.kernel.testing.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * All exchanges of a JVM's tests. There is one, in the JVM's own class loader: each application that the tests start loads
 * this class anew, but a document is read once. Safe to use from several threads.
 *
 * <p>What is wrong fails the test that made it, and is written to {@code target/exchanges/violations.txt}.
 */
public final class Exchanges implements BiFunction<String, Map<String, Object>, List<String>> {

    private static final Path FOLDER = Path.of("target", "exchanges");
    private static final Exchanges ONE = new Exchanges();

    private final Map<String, Served> byAddress = new ConcurrentHashMap<>();
    private final Map<String, Served> byText = new ConcurrentHashMap<>();
    private final Map<String, Integer> kinds = new ConcurrentSkipListMap<>();
    private final Map<String, String> examples = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicInteger violations = new AtomicInteger();
    private final Recorder recorder = new Recorder(FOLDER);

    private Exchanges() {}

    /** The only one, whatever class loader asks. */
    @SuppressWarnings("unchecked")
    static BiFunction<String, Map<String, Object>, List<String>> one() {
        try {
            return (BiFunction<String, Map<String, Object>, List<String>>) ClassLoader.getSystemClassLoader()
                    .loadClass(Exchanges.class.getName())
                    .getMethod("here")
                    .invoke(null);
        } catch (ReflectiveOperationException missing) {
            throw new IllegalStateException("the tests' class path has no " + Exchanges.class, missing);
        }
    }

    /** That of this class loader. */
    public static Exchanges here() {
        return ONE;
    }

    /**
     * Takes an exchange into account.
     *
     * @param address of the service, where its document is
     * @return what is wrong with it
     */
    public List<String> check(String address, Exchange exchange) {
        var served = byAddress.computeIfAbsent(address, this::read);
        var wrong = served.violations(exchange);
        count.incrementAndGet();
        violations.addAndGet(wrong.size());
        wrong.forEach(violation -> {
            kinds.merge(violation.kind(), 1, Integer::sum);
            examples.putIfAbsent(violation.kind(), violation.shown());
        });
        served.operation(exchange)
                .ifPresent(operation -> recorder.record(served.service(), operation, exchange, wrong.isEmpty()));
        return wrong.stream().map(Violation::shown).toList();
    }

    /** The same from another class loader; without an exchange only the document is read. */
    @Override
    public List<String> apply(String address, Map<String, Object> exchange) {
        if (exchange.isEmpty()) {
            byAddress.computeIfAbsent(address, this::read);
            return List.of();
        }
        return check(address, Exchange.of(exchange));
    }

    private Served read(String address) {
        var request =
                HttpRequest.newBuilder(URI.create(address + "/v1/openapi.json")).build();
        try {
            var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(request.uri() + " answers " + answer.statusCode());
            }
            return byText.computeIfAbsent(answer.body(), Served::new);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while reading " + request.uri(), stopped);
        }
    }

    /** Tells how many there were and what was wrong, and puts it with the recorded ones. */
    void close() throws IOException {
        if (count.get() == 0) {
            return;
        }
        recorder.close(count.get(), violations.get());
        var wrong = FOLDER.resolve("violations.txt");
        Files.deleteIfExists(wrong);
        if (!kinds.isEmpty()) {
            var lines = new ArrayList<String>();
            kinds.forEach((kind, times) -> lines.add(times + " times " + kind + "\n    " + examples.get(kind)));
            Files.writeString(wrong, lines.stream().collect(Collectors.joining("\n", "", "\n")));
        }
        System.out.println("documents: " + count + " exchanges, " + violations + " violations"
                + (kinds.isEmpty() ? "" : " of " + kinds.size() + " kinds, see " + wrong));
    }
}
