package nl.mtvp.kernel.testing.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.test.junit.callback.QuarkusTestAfterAllCallback;
import io.quarkus.test.junit.callback.QuarkusTestAfterEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestBeforeClassCallback;
import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestContext;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;
import io.restassured.authentication.NoAuthScheme;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.http.Headers;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Stands in every request that a test sends with REST Assured, without the test naming it: Quarkus finds it as a service. A
 * test with an exchange that violates the document fails at its end, also where the answer came on another thread.
 */
public final class Watch
        implements Filter,
                QuarkusTestBeforeClassCallback,
                QuarkusTestBeforeEachCallback,
                QuarkusTestAfterEachCallback,
                QuarkusTestAfterAllCallback {

    private static final String SEEN = Watch.class.getName();
    private static final List<String> WRONG = new ArrayList<>();
    private static final BiFunction<String, Map<String, Object>, List<String>> EXCHANGES = Exchanges.one();

    /** Before what a class asks before its tests. */
    @Override
    public void beforeClass(Class<?> test) {
        stand();
    }

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        stand();
    }

    @Override
    public void afterEach(QuarkusTestMethodContext context) {
        fail();
    }

    @Override
    public void afterAll(QuarkusTestContext context) {
        fail();
    }

    private static void stand() {
        if (RestAssured.filters().stream().noneMatch(Watch.class::isInstance)) {
            RestAssured.filters(new Watch());
        }
        // Before the test, for reading a document takes a second, and some tests measure how long they wait.
        int port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
        EXCHANGES.apply("http://localhost:" + port, Map.of());
    }

    private static void fail() {
        List<String> wrong;
        synchronized (WRONG) {
            wrong = List.copyOf(WRONG);
            WRONG.clear();
        }
        if (!wrong.isEmpty()) {
            throw new AssertionError(wrong.stream()
                    .distinct()
                    .collect(Collectors.joining("\n", "exchanges that are not as the document says:\n", "")));
        }
    }

    /** For those who send without REST Assured. */
    public static void saw(Exchange exchange) {
        var wrong = EXCHANGES.apply("http://localhost:" + RestAssured.port, exchange.told());
        synchronized (WRONG) {
            WRONG.addAll(wrong);
        }
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification asserted, FilterContext context) {
        if (context.hasValue(SEEN)) {
            return context.next(request, asserted);
        }
        context.setValue(SEEN, true);
        var response = context.next(request, asserted);
        var uri = URI.create(request.getURI());
        if (uri.getPort() == RestAssured.port && uri.getRawPath().startsWith("/v1")) {
            saw(new Exchange(
                    request.getMethod(),
                    uri.getRawPath(),
                    uri.getRawQuery(),
                    sent(request),
                    bytes(request.getBody()),
                    response.statusCode(),
                    headers(response.getHeaders()),
                    response.asByteArray()));
        }
        return response;
    }

    /** The token is put into its header after all filters. */
    private static Map<String, List<String>> sent(FilterableRequestSpecification request) {
        var sent = headers(request.getHeaders());
        if (!(request.getAuthenticationScheme() instanceof NoAuthScheme)) {
            sent.put("authorization", List.of("Bearer …"));
        }
        return sent;
    }

    private static Map<String, List<String>> headers(Headers headers) {
        return headers.asList().stream()
                .collect(Collectors.groupingBy(
                        header -> header.getName().toLowerCase(Locale.ROOT),
                        TreeMap::new,
                        Collectors.mapping(
                                header -> header.getValue() == null ? "" : header.getValue(), Collectors.toList())));
    }

    private static byte[] bytes(Object body) {
        if (body == null) {
            return new byte[0];
        }
        if (body instanceof byte[] bytes) {
            return bytes;
        }
        return body instanceof String text ? text.getBytes(UTF_8) : null;
    }
}
