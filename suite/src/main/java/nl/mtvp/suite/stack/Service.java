package nl.mtvp.suite.stack;

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
    String database() {
        return database;
    }

    public int heapMegabytes() {
        return heapMegabytes;
    }

    public String module() {
        return database + "-service";
    }
}
