package nl.mtvp.contract.portal;

import io.quarkus.tls.TlsConfigurationRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import nl.mtvp.contract.portal.domain.Attempt;

/** Hands messages to the portal over mutual TLS. What it answers is read only as far as a person may need it. */
@ApplicationScoped
class PortalClient {

    static final String TLS = "portal-client";

    private static final int ANSWER_MAX = 2_000;
    private static final Duration CONNECT_MAX = Duration.ofSeconds(5);

    private final PortalConfig config;
    private final TlsConfigurationRegistry tls;
    private HttpClient http;

    PortalClient(PortalConfig config, TlsConfigurationRegistry tls) {
        this.config = config;
        this.tls = tls;
    }

    Attempt post(String content) throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(config.url().orElseThrow() + "/messages"))
                .timeout(config.timeout())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(content))
                .build();
        try {
            var answer = http().send(request, BodyHandlers.ofInputStream());
            try (var body = answer.body()) {
                var said = new String(body.readNBytes(ANSWER_MAX), StandardCharsets.UTF_8).replace("\0", "");
                return answer.statusCode() == 200
                        ? Attempt.delivered()
                        : Attempt.refused(
                                answer.statusCode(),
                                said,
                                pause(answer.headers().firstValue("Retry-After")));
            }
        } catch (IOException failure) {
            return Attempt.unanswered(failure.getClass().getSimpleName() + ": " + failure.getMessage());
        }
    }

    private static Duration pause(Optional<String> retryAfter) {
        return retryAfter
                .filter(seconds -> seconds.matches("[0-9]{1,6}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(Duration.ZERO);
    }

    private synchronized HttpClient http() {
        if (http == null) {
            http = HttpClient.newBuilder()
                    .connectTimeout(CONNECT_MAX)
                    .sslContext(sslContext())
                    .build();
        }
        return http;
    }

    private javax.net.ssl.SSLContext sslContext() {
        var configured = tls.get(TLS)
                .orElseThrow(() -> new IllegalStateException(
                        "mtvp.portal.url is set, but no certificate for it: see quarkus.tls." + TLS + ".*"));
        try {
            return configured.createSSLContext();
        } catch (Exception unusable) {
            throw new IllegalStateException("the certificates of quarkus.tls." + TLS + ".* cannot be used", unusable);
        }
    }
}
