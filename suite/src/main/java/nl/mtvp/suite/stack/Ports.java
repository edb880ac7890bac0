package nl.mtvp.suite.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/** Where each program of a stack listens, on the loopback interface only. */
public final class Ports {

    public static final int BASE_DEFAULT = 8180;

    /** The programs, in the order of their default ports from the base on. */
    public enum Listener {
        KEYCLOAK("Keycloak"),
        PLAN("plan-service"),
        CONTRACT("contract-service"),
        PAYMENT("payment-service"),
        POSTGRES("PostgreSQL");

        private final String label;

        Listener(String label) {
            this.label = label;
        }
    }

    private final Map<Listener, Integer> ports;

    private Ports(Map<Listener, Integer> ports) {
        this.ports = ports;
    }

    /** A port for each program: the base plus its place or, when that is taken, a free one, which is said. */
    static Ports choose(int base, Consumer<String> say) {
        var held = new EnumMap<Listener, ServerSocket>(Listener.class);
        try {
            var ports = new EnumMap<Listener, Integer>(Listener.class);
            for (var listener : Listener.values()) {
                int wanted = base + listener.ordinal();
                var socket = bind(wanted);
                if (socket == null) {
                    socket = bind(0);
                    say.accept(
                            "port " + wanted + " is taken: " + listener.label + " listens on " + socket.getLocalPort());
                }
                held.put(listener, socket);
                ports.put(listener, socket.getLocalPort());
            }
            return new Ports(ports);
        } finally {
            held.values().forEach(Ports::release);
        }
    }

    int of(Listener listener) {
        return ports.get(listener);
    }

    int of(Service service) {
        return of(Listener.valueOf(service.name()));
    }

    /** The port, held, or null when somebody else has it. */
    private static ServerSocket bind(int port) {
        try {
            var socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
            return socket;
        } catch (IOException taken) {
            if (port == 0) {
                throw new UncheckedIOException("this machine has no free port left", taken);
            }
            return null;
        }
    }

    private static void release(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
