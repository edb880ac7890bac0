package nl.mtvp.suite.common;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The three services of the suite. */
public enum Service {
    PLAN("plan", 256),
    CONTRACT("contract", 512),
    PAYMENT("payment", 512);

    private final String database;
    private final int heapMegabytes;

    Service(String database, int heapMegabytes) {
        this.database = database;
        this.heapMegabytes = heapMegabytes;
    }

    /** The name of its database, and the short one of its feed. */
    public String database() {
        return database;
    }

    public int heapMegabytes() {
        return heapMegabytes;
    }

    public String module() {
        return database + "-service";
    }

    /** @throws IllegalArgumentException telling the names that there are */
    public static Service named(String name) {
        return Arrays.stream(values())
                .filter(known -> known.module().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no service " + name + "; there are "
                        + Arrays.stream(values()).map(Service::module).collect(Collectors.joining(", "))));
    }
}
