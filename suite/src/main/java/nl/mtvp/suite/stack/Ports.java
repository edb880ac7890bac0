package nl.mtvp.suite.stack;

import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import nl.mtvp.suite.common.Service;

/** Where each program of a stack listens, on the loopback interface only. */
public final class Ports implements AutoCloseable {

    public static final int BASE_DEFAULT = 8180;

    /** Those below are the system's. */
    public static final int BASE_MIN = 1024;

    /** So that the last program has a port too. */
    public static final int BASE_MAX = 65_536 - Listener.values().length;

    /** The programs, in the order of their default ports from the base on. */
    public enum Listener {
        KEYCLOAK("Keycloak"),
        PLAN("plan-service"),
        CONTRACT("contract-service"),
        PAYMENT("payment-service"),
        POSTGRES("PostgreSQL"),
        PORTAL("the portal simulator"),
        PORTAL_DESK("the portal simulator's desk"),
        CONTRACT_FOR_PORTAL("contract-service, for the portal,"),
        PLAN_MANAGEMENT("plan-service, for its operators,"),
        CONTRACT_MANAGEMENT("contract-service, for its operators,"),
        PAYMENT_MANAGEMENT("payment-service, for its operators,"),
        API_PAGES("Swagger UI");

        private final String label;

        Listener(String label) {
            this.label = label;
        }
    }

    /** Where a service answers. */
    static Listener of(Service service) {
        return Listener.valueOf(service.name());
    }

    /** Where its health and metrics are. */
    static Listener managementOf(Service service) {
        return Listener.valueOf(service.name() + "_MANAGEMENT");
    }

    private final Map<Listener, PortLease> leases;

    private Ports(Map<Listener, PortLease> leases) {
        this.leases = leases;
    }

    /** A port for each program: the base plus its place or, when that is taken, a free one, which is said. */
    static Ports choose(int base, Consumer<String> say) {
        var leases = new EnumMap<Listener, PortLease>(Listener.class);
        for (var listener : Listener.values()) {
            int wanted = base + listener.ordinal();
            var lease = PortLease.of(wanted).orElseGet(() -> {
                var other = PortLease.ofAny();
                say.accept("port " + wanted + " is taken: " + listener.label + " listens on " + other.port());
                return other;
            });
            leases.put(listener, lease);
        }
        return new Ports(leases);
    }

    int of(Listener listener) {
        return leases.get(listener).port();
    }

    URI address(Listener listener) {
        return URI.create("http://127.0.0.1:" + of(listener));
    }

    @Override
    public void close() {
        leases.values().forEach(PortLease::close);
    }
}
