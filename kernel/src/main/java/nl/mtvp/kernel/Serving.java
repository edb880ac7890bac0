package nl.mtvp.kernel;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;

/** Where a service's process begins. */
public final class Serving {

    private Serving() {}

    public static void main(String... arguments) {
        begin(null, arguments);
    }

    /** @param application what it does; null to serve until it is stopped */
    public static void begin(Class<? extends QuarkusApplication> application, String... arguments) {
        // Of an address that is none, the framework says 400 and nothing else, before anybody is asked; the edge tells
        // why.
        System.setProperty("vertx.disableURIValidation", "true");
        Quarkus.run(application, arguments);
    }
}
