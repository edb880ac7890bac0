package nl.mtvp.contract.portal.rest;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.security.auth.x500.X500Principal;
import nl.mtvp.contract.portal.PortalConfig;
import nl.mtvp.kernel.rest.problem.RawProblem;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The way to the portal's listener (D36): only over mutual TLS, only to its one path, and only with the certificate of an
 * organisation that is listed. There is nothing else on that port, and nothing of the portal on the other.
 */
@ApplicationScoped
class PortalGate {

    static final String PUBLIC_PATH = "/portal/v1/messages";
    static final String CLIENT = "mtvp.portal.client";

    private static final int AFTER_THE_EDGE = 9_000;
    private static final String SERIAL_NUMBER = "2.5.4.5";

    private final String resourcePath;
    private final Map<String, String> clientsByNumber;
    private final Refusals refusals;

    PortalGate(PortalConfig config, Refusals refusals, @ConfigProperty(name = "quarkus.rest.path") String apiPath) {
        this.resourcePath = apiPath + ListenerResource.PATH;
        this.clientsByNumber = config.organisations().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
        this.refusals = refusals;
    }

    void beforeEveryResource(@Observes Filters filters) {
        filters.register(this::guard, AFTER_THE_EDGE);
    }

    private void guard(RoutingContext context) {
        var path = context.normalizedPath();
        boolean listener = context.request().connection().isSsl() && !clientsByNumber.isEmpty();
        if (path.equals(resourcePath) && context.get(CLIENT) != null || !listener && !path.equals(resourcePath)) {
            context.next();
        } else if (listener && path.equals(PUBLIC_PATH)) {
            admit(context);
        } else {
            RawProblem.answer(context, 404, "not-found", "there is nothing here");
        }
    }

    private void admit(RoutingContext context) {
        var certificate = certificate(context);
        var client = certificate.flatMap(PortalGate::organisation).map(clientsByNumber::get);
        if (client.isPresent()) {
            context.put(CLIENT, client.get());
            context.reroute(resourcePath);
            return;
        }
        var reason = certificate.isPresent() ? Refusals.Reason.UNKNOWN_ORGANISATION : Refusals.Reason.NO_CERTIFICATE;
        refusals.count(
                reason,
                certificate
                        .map(of -> of.getSubjectX500Principal().getName())
                        .orElseGet(() -> context.request().remoteAddress().hostAddress()));
        RawProblem.answer(
                context,
                403,
                reason.tag(),
                "this takes the client certificate of an organisation that is listed here (D36)");
    }

    private static Optional<X509Certificate> certificate(RoutingContext context) {
        try {
            var chain = context.request().sslSession().getPeerCertificates();
            return Optional.of((X509Certificate) chain[0]);
        } catch (SSLPeerUnverifiedException none) {
            return Optional.empty();
        }
    }

    /** The number of the organisation, as its certificate's subject states it. */
    static Optional<String> organisation(X509Certificate certificate) {
        try {
            var subject = certificate
                    .getSubjectX500Principal()
                    .getName(X500Principal.RFC2253, Map.of(SERIAL_NUMBER, "SERIALNUMBER"));
            return new LdapName(subject)
                    .getRdns().stream()
                            .filter(part -> part.getType().equalsIgnoreCase("SERIALNUMBER"))
                            .map(Rdn::getValue)
                            .map(String::valueOf)
                            .findFirst();
        } catch (InvalidNameException unreadable) {
            return Optional.empty();
        }
    }
}
