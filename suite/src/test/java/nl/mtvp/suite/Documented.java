package nl.mtvp.suite;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Flow;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.mtvp.kernel.testing.exchange.Exchange;
import nl.mtvp.kernel.testing.exchange.Exchanges;
import nl.mtvp.suite.common.Witness;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Holds what the story and the journeys ask, and what they are answered, against the documents that the services give.
 * Found as a service, by the launcher's client and by JUnit; a test with a violation fails at its end.
 */
public final class Documented implements Witness, AfterEachCallback, AfterAllCallback {

    private static final Queue<String> WRONG = new ConcurrentLinkedQueue<>();

    @Override
    public void saw(HttpRequest request, HttpResponse<?> answer) {
        var uri = request.uri();
        WRONG.addAll(Exchanges.here()
                .check(
                        uri.getScheme() + "://" + uri.getAuthority(),
                        new Exchange(
                                request.method(),
                                uri.getRawPath(),
                                uri.getRawQuery(),
                                request.headers().map(),
                                body(request),
                                answer.statusCode(),
                                answer.headers().map(),
                                answer.body() instanceof String text ? text.getBytes(UTF_8) : null)));
    }

    /** What was sent from memory is there a second time. */
    private static byte[] body(HttpRequest request) {
        var bytes = new ByteArrayOutputStream();
        request.bodyPublisher()
                .ifPresent(body -> body.subscribe(new Flow.Subscriber<ByteBuffer>() {
                    @Override
                    public void onSubscribe(Flow.Subscription subscription) {
                        subscription.request(Long.MAX_VALUE);
                    }

                    @Override
                    public void onNext(ByteBuffer some) {
                        var copy = new byte[some.remaining()];
                        some.get(copy);
                        bytes.writeBytes(copy);
                    }

                    @Override
                    public void onError(Throwable failure) {
                        throw new IllegalStateException("a body that was sent cannot be read again", failure);
                    }

                    @Override
                    public void onComplete() {}
                }));
        return bytes.toByteArray();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        fail();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        fail();
    }

    private static void fail() {
        var wrong = Stream.generate(WRONG::poll).takeWhile(some -> some != null).collect(Collectors.toSet());
        if (!wrong.isEmpty()) {
            throw new AssertionError("exchanges that are not as the document says:\n" + String.join("\n", wrong));
        }
    }
}
