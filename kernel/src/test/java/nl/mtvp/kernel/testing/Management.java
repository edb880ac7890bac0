package nl.mtvp.kernel.testing;

import java.net.URI;
import org.eclipse.microprofile.config.ConfigProvider;

/** Where health and metrics of the service under test are. */
public final class Management {

    private Management() {}

    public static URI uri(String path) {
        int port = ConfigProvider.getConfig().getValue("quarkus.management.test-port", Integer.class);
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
