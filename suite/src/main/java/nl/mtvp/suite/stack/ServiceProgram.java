package nl.mtvp.suite.stack;

import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import nl.mtvp.suite.common.Io;
import nl.mtvp.suite.common.Service;
import nl.mtvp.suite.identity.Cast;
import nl.mtvp.suite.pages.ApiPages;
import nl.mtvp.suite.stack.Ports.Listener;

/** How one of the three services is started. */
final class ServiceProgram {

    private static final String PATIENCE = "PT10M";

    private ServiceProgram() {}

    static Program start(Service service, Options options, Site site, Postgres.Access access) {
        boolean developed = service == options.developed();
        var settings = settings(service, site, access);
        var environment = new HashMap<>(Map.of(
                "QUARKUS_DATASOURCE_PASSWORD", access.application().password(),
                "QUARKUS_FLYWAY_PASSWORD", access.owner().password()));
        if (developed) {
            environment.put("QUARKUS_PROFILE", String.valueOf(settings.remove("quarkus.profile")));
            environment.put("SMALLRYE_CONFIG_LOCATIONS", written(site.folder(), service, settings));
        }
        var command = developed
                ? site.installation().inDevMode(service)
                : site.installation().packaged(service, settings);
        var starts = new AtomicInteger();
        return new Program(
                        service.module(),
                        () -> withIds(command, options.idSeed(), service, starts.incrementAndGet()),
                        environment,
                        site,
                        service.module() + ".log")
                .start();
    }

    /** Other ids after each start, for a service that begins anew counts anew. */
    private static List<String> withIds(List<String> command, String seed, Service service, int start) {
        var seeded = new ArrayList<>(command);
        if (seed != null) {
            seeded.add(command.indexOf("-jar"), "-Dmtvp.ids.seed=" + seed + "/" + service.module() + "/" + start);
        }
        return seeded;
    }

    /** Its settings as a file, for a program that hands no command line on. */
    private static String written(StackFolder folder, Service service, Map<String, Object> settings) {
        var file = folder.root().resolve(service.module() + ".properties");
        var properties = new Properties();
        settings.forEach((key, value) -> properties.setProperty(key, value.toString()));
        // Before those that the service brings with it.
        properties.put("config_ordinal", "350");
        Io.run("the settings cannot be written", () -> {
            try (var writer = Files.newBufferedWriter(file)) {
                properties.store(writer, null);
            }
        });
        return file.toUri().toString();
    }

    private static Map<String, Object> settings(Service service, Site site, Postgres.Access access) {
        var folder = site.folder();
        var ports = site.ports();
        var issuer = Keycloak.issuer(ports);
        var settings = new java.util.TreeMap<String, Object>();
        settings.put("quarkus.profile", "local");
        settings.put("quarkus.http.host", "127.0.0.1");
        settings.put("quarkus.http.port", ports.of(Ports.of(service)));
        settings.put("quarkus.management.host", "127.0.0.1");
        settings.put("quarkus.management.port", ports.of(Ports.managementOf(service)));
        settings.put("quarkus.banner.enabled", "false");
        settings.put("quarkus.datasource.jdbc.url", access.url());
        settings.put("quarkus.datasource.username", access.application().name());
        settings.put("quarkus.flyway.jdbc-url", access.url());
        settings.put("quarkus.flyway.username", access.owner().name());
        settings.put(
                "quarkus.flyway.placeholders.applicationRole",
                access.application().name());
        identity(settings, "quarkus.oidc", issuer);
        settings.put("mtvp.clock.offset-file", folder.clockOffset());
        settings.put("mtvp.pages.origin", ApiPages.origin(ports.of(Listener.API_PAGES)));
        follow(service).forEach(followed -> {
            settings.put(
                    "mtvp.feed.follow." + followed.database() + ".url",
                    ports.address(Ports.of(followed)) + "/v1/events");
            identity(settings, "quarkus.oidc-client", issuer);
            settings.put("quarkus.oidc-client.client-id", service.module());
            settings.put("quarkus.oidc-client.credentials.jwt.key-file", folder.key(service.module()));
            settings.put("quarkus.oidc-client.credentials.jwt.token-key-id", service.module());
        });
        if (service == Service.CONTRACT) {
            settings.put("mtvp.measure.payment-url", ports.address(Ports.of(Service.PAYMENT)) + "/v1/");
            portal(settings, folder, ports, issuer);
        }
        if (service == Service.PAYMENT) {
            settings.put("mtvp.evidence.folder", folder.evidence());
        }
        return settings;
    }

    /** The services start while Keycloak does. */
    private static void identity(Map<String, Object> settings, String prefix, URI issuer) {
        settings.put(prefix + ".auth-server-url", issuer);
        settings.put(prefix + ".connection-delay", PATIENCE);
        settings.put(prefix + ".connection-timeout", PATIENCE);
    }

    /** Both ways between contract-service and the portal, with one certificate (docs/portal.md). */
    private static void portal(Map<String, Object> settings, StackFolder folder, Ports ports, URI issuer) {
        var own = PortalCertificates.CONTRACT_SERVICE.commonName();
        settings.put("mtvp.portal.url", "https://127.0.0.1:" + ports.of(Listener.PORTAL) + "/zorginkoop/v1");
        settings.put("mtvp.portal.organisations." + Cast.ZORGINKOOPPORTAAL, PortalCertificates.PORTAL.oin());
        settings.put("quarkus.http.ssl-port", ports.of(Listener.CONTRACT_FOR_PORTAL));
        settings.put("quarkus.http.insecure-requests", "enabled");
        settings.put("quarkus.http.tls-configuration-name", "portal-listener");
        for (var side : List.of("portal-client", "portal-listener")) {
            settings.put("quarkus.tls." + side + ".key-store.pem.own.cert", folder.certificate(own));
            settings.put("quarkus.tls." + side + ".key-store.pem.own.key", folder.certificateKey(own));
            settings.put("quarkus.tls." + side + ".trust-store.pem.certs", folder.certificate("authority"));
        }
        settings.put("quarkus.oidc.portal.tenant-enabled", "true");
        identity(settings, "quarkus.oidc.portal", issuer);
    }

    private static List<Service> follow(Service service) {
        return switch (service) {
            case PLAN -> List.of();
            case CONTRACT -> List.of(Service.PLAN);
            case PAYMENT -> List.of(Service.CONTRACT);
        };
    }
}
