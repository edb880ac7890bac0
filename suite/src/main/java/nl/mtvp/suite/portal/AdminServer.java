package nl.mtvp.suite.portal;

import static nl.mtvp.suite.common.Json.text;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import nl.mtvp.suite.common.Json;

/**
 * The portal's screens, for programs: what a signatory sees and does there, and the troubles that a test asks for. On
 * this machine only, and with the password only.
 */
final class AdminServer implements AutoCloseable {

    /** What is at the desk, for whoever comes without knowing. */
    private static final Entrance ENTRANCE = new Entrance(
            "the desk of a simulator that stands in for the Zorginkoopportaal (D36), on this machine only",
            "Bearer and the password that ./mtvp up prints; it is portal.password in stack.json of the stack's folder",
            List.of(
                    "GET /offers: every offer, with its state",
                    "POST /offers/{id}/acceptances: subject, name, kvk, affirmations (learningEnvironment,"
                            + " regionalApproach, growthModel), othersMayFollow",
                    "POST /offers/{id}/refusals: subject, name, kvk, reason",
                    "GET /put-aside: answers that contract-service refused for good",
                    "GET, PUT /mischief: how badly the portal behaves, for tests",
                    "GET /ready: whether it answers, without a password"),
            List.of("./mtvp portal offers", "./mtvp portal accept ID", "./mtvp portal refuse ID --reason TEXT"));

    private static final Pattern ANSWER = Pattern.compile("/offers/([0-9a-f-]{36})/(acceptances|refusals)");

    private final Portal portal;
    private final AtomicReference<Mischief> mischief;
    private final byte[] authorization;
    private final ExecutorService threads = Executors.newFixedThreadPool(8);
    private final HttpServer server;

    AdminServer(
            int port,
            String password,
            Portal portal,
            AtomicReference<Mischief> mischief,
            Supplier<List<Dispatcher.PutAside>> putAside)
            throws IOException {
        this.portal = portal;
        this.mischief = mischief;
        this.authorization = ("Bearer " + password).getBytes(StandardCharsets.UTF_8);
        this.server = HttpServer.create(Exchanges.loopback(port), 0);
        server.createContext("/", Exchanges.handler(AdminServer::entrance));
        server.createContext("/ready", Exchanges.handler(exchange -> "ready"));
        server.createContext("/offers", Exchanges.handler(mine(this::offers)));
        server.createContext("/mischief", Exchanges.handler(mine(this::mischief)));
        server.createContext("/put-aside", Exchanges.handler(mine(exchange -> putAside.get())));
        server.setExecutor(threads);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    private Exchanges.Answering mine(Exchanges.Answering answering) {
        return exchange -> {
            var given = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
            if (!MessageDigest.isEqual(authorization, given.getBytes(StandardCharsets.UTF_8))) {
                throw new Refusal(401, "unauthorized", "the portal's password is needed");
            }
            return answering.answer(exchange);
        };
    }

    /** What the desk says of itself. */
    private record Entrance(String is, String authorization, List<String> calls, List<String> commands) {}

    private static Object entrance(HttpExchange exchange) {
        if (!exchange.getRequestURI().getPath().equals("/")) {
            throw new Refusal(404, "not-found", "there is nothing here; / tells what there is");
        }
        Exchanges.require(exchange, "GET");
        return ENTRANCE;
    }

    private Object offers(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        if (path.equals("/offers")) {
            Exchanges.require(exchange, "GET");
            return portal.offers().stream().map(this::shown).toList();
        }
        var answer = ANSWER.matcher(path);
        if (!answer.matches()) {
            throw new Refusal(404, "not-found", "there is nothing here");
        }
        Exchanges.require(exchange, "POST");
        var offer = UUID.fromString(answer.group(1));
        var body = Exchanges.json(exchange);
        return shown(answer.group(2).equals("acceptances") ? portal.accept(offer, body) : portal.refuse(offer, body));
    }

    private PortalDesk.Shown shown(PortalOffer offer) {
        var document = offer.document();
        return new PortalDesk.Shown(
                offer.id(),
                offer.version(),
                text(document, "uzovi"),
                text(document, "agb"),
                offer.kvk(),
                text(document, "expiresAt"),
                offer.state(),
                offer.closing().map(message -> text(message, "closedAt")).orElse(null),
                portal.isTold(offer));
    }

    private Object mischief(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("PUT")) {
            try {
                mischief.set(Json.MAPPER.treeToValue(Exchanges.json(exchange), Mischief.class));
            } catch (com.fasterxml.jackson.core.JsonProcessingException wrong) {
                throw new Refusal(400, "invalid-input", wrong.getOriginalMessage());
            }
            System.out.println("from now on " + mischief.get());
        }
        return mischief.get();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
