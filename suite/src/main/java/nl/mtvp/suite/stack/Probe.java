package nl.mtvp.suite.stack;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Asks whether something answers yet. */
final class Probe {

    private static final int TIMEOUT_MILLIS = 5_000;

    private Probe() {}

    static boolean answersOk(URI uri) {
        try {
            var connection = (HttpURLConnection) uri.toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException notYet) {
            return false;
        }
    }
}
