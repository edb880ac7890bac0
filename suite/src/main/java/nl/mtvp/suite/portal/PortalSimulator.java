package nl.mtvp.suite.portal;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import nl.mtvp.suite.certificate.Tls;
import nl.mtvp.suite.common.StoryClock;
import nl.mtvp.suite.identity.Directory;
import nl.mtvp.suite.identity.Tokens;

/**
 * A stand-in for VECOZO's Zorginkoopportaal (D36), which publishes no API: it takes offers, lets signatories answer
 * them, and tells contract-service. A program by itself, which keeps what it knows in a journal.
 */
public final class PortalSimulator implements AutoCloseable {

    private static final long EXPIRY_EVERY_MILLIS = 200;

    private final AtomicReference<Mischief> mischief = new AtomicReference<>(Mischief.NONE);
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final Dispatcher dispatcher;
    private final MessageServer messages;
    private final AdminServer admin;

    PortalSimulator(Settings settings) throws IOException {
        var context = Tls.context(
                Optional.of(Tls.identity(settings.certificate(), settings.key())),
                Tls.certificate(settings.authority()));
        var told = new AtomicReference<Portal>();
        dispatcher = new Dispatcher(
                HttpClient.newBuilder()
                        .sslContext(context)
                        .connectTimeout(Duration.ofSeconds(5))
                        .version(HttpClient.Version.HTTP_1_1)
                        .build(),
                settings.listener(),
                tokens(settings),
                mischief::get,
                offer -> told.get().told(offer));
        var portal = new Portal(settings.journal(), new StoryClock(settings.clockOffset())::now, dispatcher::tell);
        told.set(portal);
        messages = new MessageServer(settings.port(), context, portal, settings.customer(), mischief::get);
        admin = new AdminServer(settings.adminPort(), settings.adminPassword(), portal, mischief, dispatcher::putAside);
        portal.resume();
        timer.scheduleWithFixedDelay(
                () -> expire(portal), EXPIRY_EVERY_MILLIS, EXPIRY_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private static java.util.function.Supplier<String> tokens(Settings settings) {
        var tokens = new Tokens(
                new Directory(settings.issuer(), "", Set.of(), "", Map.of(settings.clientId(), settings.clientKey())));
        return () -> tokens.of(settings.clientId());
    }

    /** A timer that once throws never comes again. */
    private static void expire(Portal portal) {
        try {
            portal.expire();
        } catch (RuntimeException failure) {
            failure.printStackTrace();
        }
    }

    /** @param arguments the file with its settings */
    public static void main(String[] arguments) throws IOException {
        var simulator = new PortalSimulator(Settings.read(Path.of(arguments[0])));
        Runtime.getRuntime().addShutdownHook(new Thread(simulator::close));
        System.out.println("the portal listens on " + simulator.messages.port() + ", for signatories on "
                + simulator.admin.port());
    }

    @Override
    public void close() {
        timer.shutdownNow();
        admin.close();
        messages.close();
        dispatcher.close();
    }
}
