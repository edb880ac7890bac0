package nl.mtvp.suite.bench;

import static nl.mtvp.suite.common.Service.PAYMENT;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import nl.mtvp.suite.common.Io;
import nl.mtvp.suite.identity.Cast;
import nl.mtvp.suite.stack.Stack;
import nl.mtvp.suite.world.World;

/**
 * Clients that send a byte a second of a body that would have a million: half of them JSON, half the content of deliveries.
 * Whoever is cut off begins anew.
 */
final class SlowClients implements AutoCloseable {

    private final Stack stack;
    private final List<String> deliveries;
    private final Socket[] sockets;
    private final AtomicLong sent = new AtomicLong();
    private final ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor();

    /** All of them have begun then. */
    SlowClients(Stack stack, List<String> deliveries, int clients) {
        this.stack = stack;
        this.deliveries = deliveries;
        this.sockets = new Socket[clients];
        sendOn();
        ticks.scheduleWithFixedDelay(this::sendOn, 1, 1, TimeUnit.SECONDS);
    }

    long sent() {
        return sent.get();
    }

    private void sendOn() {
        for (int client = 0; client < sockets.length; client++) {
            try {
                if (sockets[client] == null) {
                    sockets[client] = begun(client);
                }
                sockets[client].getOutputStream().write('1');
                sent.incrementAndGet();
            } catch (IOException cutOff) {
                close(sockets[client]);
                sockets[client] = null;
            }
        }
    }

    private Socket begun(int client) throws IOException {
        var address = stack.address(PAYMENT);
        var socket = new Socket(address.getHost(), address.getPort());
        boolean upload = client % 2 == 1;
        var head = upload
                ? "PATCH /v1/ion-deliveries/" + deliveries.get(client % deliveries.size()) + "/content HTTP/1.1\r\n"
                        + "Upload-Offset: 0\r\nContent-Type: application/offset+octet-stream\r\n"
                : "POST /v1/tariffs HTTP/1.1\r\nContent-Type: application/json\r\nIdempotency-Key: slow-" + client
                        + "\r\n";
        var who = upload ? Cast.DELIVERY_AGENT : "insurer-" + World.UZOVIS.get(client % World.UZOVIS.size());
        var request = head + "Host: " + address.getAuthority() + "\r\nAuthorization: Bearer "
                + stack.tokens().of(who) + "\r\nContent-Length: 1000000\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static void close(Socket socket) {
        if (socket != null) {
            Io.run("a socket cannot be closed", socket::close);
        }
    }

    @Override
    public void close() {
        ticks.shutdownNow();
        for (var socket : sockets) {
            close(socket);
        }
    }
}
