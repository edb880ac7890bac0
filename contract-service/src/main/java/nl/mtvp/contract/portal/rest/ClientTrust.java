package nl.mtvp.contract.portal.rest;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.Vertx;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.TrustOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import javax.net.ssl.X509TrustManager;
import nl.mtvp.contract.portal.PortalConfig;

/**
 * Asks who comes to the portal's listener for a certificate, and counts those that TLS itself refuses (D36). A client
 * without one gets through to {@link PortalGate}, which refuses and counts it.
 */
@ApplicationScoped
class ClientTrust implements HttpServerOptionsCustomizer {

    private final PortalConfig config;
    private final Refusals refusals;
    private final Vertx vertx;

    ClientTrust(PortalConfig config, Refusals refusals, Vertx vertx) {
        this.config = config;
        this.refusals = refusals;
        this.vertx = vertx;
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        if (config.organisations().isEmpty()) {
            return;
        }
        if (options.getTrustOptions() == null) {
            throw new IllegalStateException("the portal's listener has no trust store: see docs/portal.md");
        }
        options.setClientAuth(ClientAuth.REQUEST);
        options.setTrustOptions(TrustOptions.wrap(new Counting(trusted(options.getTrustOptions()), refusals)));
    }

    private X509TrustManager trusted(TrustOptions options) {
        try {
            return Arrays.stream(options.getTrustManagerFactory(vertx).getTrustManagers())
                    .filter(X509TrustManager.class::isInstance)
                    .map(X509TrustManager.class::cast)
                    .findFirst()
                    .orElseThrow();
        } catch (Exception unusable) {
            throw new IllegalStateException("the portal's trust store cannot be used", unusable);
        }
    }

    /** Decides nothing by itself. */
    private record Counting(X509TrustManager trusted, Refusals refusals) implements X509TrustManager {

        private static boolean isExpired(Throwable refused) {
            for (var cause = refused; cause != null; cause = cause.getCause()) {
                if (cause instanceof CertificateExpiredException) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            try {
                trusted.checkClientTrusted(chain, type);
            } catch (CertificateException refused) {
                refusals.count(
                        isExpired(refused)
                                ? Refusals.Reason.EXPIRED_CERTIFICATE
                                : Refusals.Reason.UNTRUSTED_CERTIFICATE,
                        chain[0].getSubjectX500Principal().getName());
                throw refused;
            }
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
            trusted.checkServerTrusted(chain, type);
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return trusted.getAcceptedIssuers();
        }
    }
}
