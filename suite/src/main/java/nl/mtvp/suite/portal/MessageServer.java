package nl.mtvp.suite.portal;

import static nl.mtvp.suite.common.Json.text;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import nl.mtvp.suite.certificate.Subject;

/** The portal's side for insurers' systems: one path, over mutual TLS, as {@code openapi/zorginkoopportaal.yaml} says. */
final class MessageServer implements AutoCloseable {

    private static final String PATH = "/zorginkoop/v1/messages";
    private static final int THREADS = 32;

    private final Portal portal;
    private final String customer;
    private final Supplier<Mischief> mischief;
    private final Map<String, Integer> attempts = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final HttpsServer server;

    MessageServer(int port, SSLContext context, Portal portal, String customer, Supplier<Mischief> mischief)
            throws IOException {
        this.portal = portal;
        this.customer = customer;
        this.mischief = mischief;
        this.server = HttpsServer.create(Exchanges.loopback(port), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                var wanted = context.getDefaultSSLParameters();
                wanted.setNeedClientAuth(true);
                wanted.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
                parameters.setSSLParameters(wanted);
            }
        });
        server.createContext(PATH, Exchanges.handler(this::answer));
        server.setExecutor(threads);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    private Object answer(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestURI().getPath().equals(PATH)) {
            throw new Refusal(404, "not-found", "there is nothing here");
        }
        Exchanges.require(exchange, "POST");
        requireCustomer((HttpsExchange) exchange);
        var message = Exchanges.json(exchange);
        var id = text(message, "messageId");
        var fate = mischief.get().incoming(id, attempts.merge(id, 1, Integer::sum));
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(fate.waitMillis()));
        if (fate.failsBefore()) {
            throw new Refusal(503, "not-now", "the portal is out of order");
        }
        var reception = portal.receive(message);
        return fate.failsAfter()
                ? new Exchanges.Silence()
                : Map.of(
                        "messageId",
                        reception.messageId(),
                        "receivedAt",
                        reception.receivedAt().toString());
    }

    private void requireCustomer(HttpsExchange exchange) throws SSLPeerUnverifiedException {
        var certificate = (X509Certificate) exchange.getSSLSession().getPeerCertificates()[0];
        if (!Subject.oinOf(certificate).filter(customer::equals).isPresent()) {
            throw new Refusal(403, "not-you", "this organisation is no customer of the portal");
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
