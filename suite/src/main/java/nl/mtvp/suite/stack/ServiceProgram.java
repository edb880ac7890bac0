package nl.mtvp.suite.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import nl.mtvp.suite.common.Service;
import nl.mtvp.suite.identity.Cast;
import nl.mtvp.suite.stack.Ports.Listener;

/** How one of the three services is started and watched. It can be killed and started again. */
final class ServiceProgram implements AutoCloseable {

    private static final Duration START_MAX = Duration.ofMinutes(10);

    private final Service service;
    private final String idSeed;
    private final List<String> command;
    private final Map<String, String> secrets;
    private final Path log;
    private final URI address;
    private final URI management;
    private final ProcessList processes;
    private Program program;
    private int starts;

    private ServiceProgram(
            Service service,
            String idSeed,
            List<String> command,
            Map<String, String> secrets,
            Path log,
            URI address,
            URI management,
            ProcessList processes) {
        this.service = service;
        this.idSeed = idSeed;
        this.command = command;
        this.secrets = secrets;
        this.log = log;
        this.address = address;
        this.management = management;
        this.processes = processes;
    }

    /**
     * @param idSeed what decides the ids that it makes; null for none
     * @param developed whether it runs in Quarkus' dev mode, from its sources
     */
    static ServiceProgram started(
            Service service,
            String idSeed,
            boolean developed,
            Installation installation,
            StackFolder folder,
            Ports ports,
            Postgres postgres,
            URI issuer,
            ProcessList processes) {
        var access = postgres.of(service);
        var settings = settings(service, folder, ports, access, issuer);
        var environment = new HashMap<>(Map.of(
                "QUARKUS_DATASOURCE_PASSWORD", access.application().password(),
                "QUARKUS_FLYWAY_PASSWORD", access.owner().password()));
        if (developed) {
            environment.put("QUARKUS_PROFILE", settings.remove("quarkus.profile"));
            environment.put("SMALLRYE_CONFIG_LOCATIONS", written(folder, service, settings));
        }
        var started = new ServiceProgram(
                service,
                idSeed,
                developed ? installation.inDevMode(service) : installation.packaged(service, settings),
                environment,
                folder.logs().resolve(service.module() + ".log"),
                URI.create("http://127.0.0.1:" + ports.of(service)),
                URI.create("http://127.0.0.1:" + ports.managementOf(service)),
                processes);
        started.start();
        return started;
    }

    /** Its settings as a file, for a program that hands no command line on. */
    private static String written(StackFolder folder, Service service, Map<String, String> settings) {
        var file = folder.root().resolve(service.module() + ".properties");
        var properties = new Properties();
        properties.putAll(settings);
        // Before those that the service brings with it.
        properties.put("config_ordinal", "350");
        try (var writer = Files.newBufferedWriter(file)) {
            properties.store(writer, null);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return file.toUri().toString();
    }

    private static Map<String, String> settings(
            Service service, StackFolder folder, Ports ports, Postgres.Access access, URI issuer) {
        var settings = new java.util.TreeMap<String, String>();
        settings.put("quarkus.profile", "local");
        settings.put("quarkus.http.host", "127.0.0.1");
        settings.put("quarkus.http.port", Integer.toString(ports.of(service)));
        settings.put("quarkus.management.host", "127.0.0.1");
        settings.put("quarkus.management.port", Integer.toString(ports.managementOf(service)));
        settings.put("quarkus.banner.enabled", "false");
        settings.put("quarkus.datasource.jdbc.url", access.url());
        settings.put("quarkus.datasource.username", access.application().name());
        settings.put("quarkus.flyway.jdbc-url", access.url());
        settings.put("quarkus.flyway.username", access.owner().name());
        settings.put(
                "quarkus.flyway.placeholders.applicationRole",
                access.application().name());
        settings.put("quarkus.oidc.auth-server-url", issuer.toString());
        // The services start while Keycloak does.
        settings.put("quarkus.oidc.connection-delay", START_MAX.toString());
        settings.put("quarkus.oidc.connection-timeout", START_MAX.toString());
        settings.put("mtvp.clock.offset-file", folder.clockOffset().toString());
        follow(service).forEach(followed -> {
            settings.put(
                    "mtvp.feed.follow." + followed.database() + ".url",
                    "http://127.0.0.1:" + ports.of(followed) + "/v1/events");
            settings.put("quarkus.oidc-client.auth-server-url", issuer.toString());
            settings.put("quarkus.oidc-client.connection-delay", START_MAX.toString());
            settings.put("quarkus.oidc-client.connection-timeout", START_MAX.toString());
            settings.put("quarkus.oidc-client.client-id", service.module());
            settings.put(
                    "quarkus.oidc-client.credentials.jwt.key-file",
                    folder.key(service.module()).toString());
            settings.put("quarkus.oidc-client.credentials.jwt.token-key-id", service.module());
        });
        if (service == Service.CONTRACT) {
            settings.put("mtvp.measure.payment-url", "http://127.0.0.1:" + ports.of(Service.PAYMENT) + "/v1/");
            portal(settings, folder, ports, issuer);
        }
        if (service == Service.PAYMENT) {
            settings.put("mtvp.evidence.folder", folder.evidence().toString());
        }
        return settings;
    }

    /** Both ways between contract-service and the portal, with one certificate (docs/portal.md). */
    private static void portal(Map<String, String> settings, StackFolder folder, Ports ports, URI issuer) {
        var own = PortalCertificates.CONTRACT_SERVICE.commonName();
        settings.put("mtvp.portal.url", "https://127.0.0.1:" + ports.of(Listener.PORTAL) + "/zorginkoop/v1");
        settings.put("mtvp.portal.organisations." + Cast.ZORGINKOOPPORTAAL, PortalCertificates.PORTAL.oin());
        settings.put("quarkus.http.ssl-port", Integer.toString(ports.of(Listener.CONTRACT_FOR_PORTAL)));
        settings.put("quarkus.http.insecure-requests", "enabled");
        settings.put("quarkus.http.tls-configuration-name", "portal-listener");
        for (var side : List.of("portal-client", "portal-listener")) {
            settings.put(
                    "quarkus.tls." + side + ".key-store.pem.own.cert",
                    folder.certificate(own).toString());
            settings.put(
                    "quarkus.tls." + side + ".key-store.pem.own.key",
                    folder.certificateKey(own).toString());
            settings.put(
                    "quarkus.tls." + side + ".trust-store.pem.certs",
                    folder.certificate("authority").toString());
        }
        settings.put("quarkus.oidc.portal.tenant-enabled", "true");
        settings.put("quarkus.oidc.portal.auth-server-url", issuer.toString());
        settings.put("quarkus.oidc.portal.connection-delay", START_MAX.toString());
        settings.put("quarkus.oidc.portal.connection-timeout", START_MAX.toString());
    }

    private static List<Service> follow(Service service) {
        return switch (service) {
            case PLAN -> List.of();
            case CONTRACT -> List.of(Service.PLAN);
            case PAYMENT -> List.of(Service.CONTRACT);
        };
    }

    void start() {
        var started = new ArrayList<>(command);
        if (idSeed != null) {
            // Another one after each start, for a service that begins anew counts anew.
            started.add(command.indexOf("-jar"), "-Dmtvp.ids.seed=" + idSeed + "/" + service.module() + "/" + ++starts);
        }
        program = Program.start(service.module(), started, secrets, log, processes);
    }

    void awaitReady(Consumer<String> say) throws InterruptedException {
        var ready = management.resolve("/q/health/ready");
        program.awaitReady(() -> Probe.answersOk(ready), START_MAX, say);
    }

    boolean isAlive() {
        return program.isAlive();
    }

    ProcessHandle process() {
        return program.process();
    }

    void kill() {
        program.kill();
    }

    void ask() {
        program.ask();
    }

    URI address() {
        return address;
    }

    URI management() {
        return management;
    }

    @Override
    public void close() {
        program.close();
    }
}
