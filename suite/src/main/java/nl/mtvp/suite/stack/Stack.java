package nl.mtvp.suite.stack;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.mtvp.suite.certificate.PrivateFile;
import nl.mtvp.suite.common.Api;
import nl.mtvp.suite.common.Service;
import nl.mtvp.suite.common.StoryClock;
import nl.mtvp.suite.identity.Cast;
import nl.mtvp.suite.identity.ClientKey;
import nl.mtvp.suite.identity.Directory;
import nl.mtvp.suite.identity.Person;
import nl.mtvp.suite.identity.RealmFile;
import nl.mtvp.suite.identity.SystemClient;
import nl.mtvp.suite.identity.Tokens;
import nl.mtvp.suite.pages.ApiPages;
import nl.mtvp.suite.portal.PortalDesk;
import nl.mtvp.suite.stack.Ports.Listener;

/**
 * The whole suite on this machine: PostgreSQL, Keycloak, the three services and the portal simulator. Closing it ends every process that it
 * started; so do a failure to start, and the end of this program, also by Ctrl-C.
 */
public final class Stack implements AutoCloseable {

    private final StackFolder folder;
    private final Options options;
    private final Consumer<String> say;
    private final ProcessList processes;
    private final StoryClock clock;
    private final Map<Service, Program> services = new EnumMap<>(Service.class);
    private final Deque<AutoCloseable> toClose = new ArrayDeque<>();
    private final Thread hook = new Thread(this::close, "stack-closer");
    private final BlockingQueue<StackFailure> deaths = new LinkedBlockingQueue<>();
    private Ports ports;
    private Program keycloak;
    private Postgres postgres;
    private PortalCertificates certificates;
    private Program portal;
    private StackRecord record;
    private Tokens tokens;
    private volatile boolean closed;
    private volatile boolean leavesOnlyLogs;

    private Stack(StackFolder folder, Options options, Consumer<String> say) {
        this.folder = folder;
        this.options = options;
        this.say = say;
        this.processes = new ProcessList(folder.root().resolve("processes"));
        var ended = processes.endLeftovers();
        if (!ended.isEmpty()) {
            say.accept("a launcher was killed here and left " + String.join(", ", ended) + " running; they are ended");
        }
        folder.renew(options.keepsData());
        this.clock = StoryClock.of(folder.clockOffset(), options.beginsAt());
    }

    /** Has its databases, files and users deleted when it ends: gigabytes, of a benchmark. */
    public void leaveOnlyLogs() {
        leavesOnlyLogs = true;
    }

    /**
     * Starts everything, and waits until all of it answers.
     *
     * @param say takes a sentence on each step
     * @throws StackFailure if something does not start; nothing is left running then
     */
    public static Stack start(Installation installation, Options options, Consumer<String> say) {
        var folder = StackFolder.take(options.data());
        Stack stack;
        try {
            stack = new Stack(folder, options, say);
        } catch (RuntimeException failure) {
            folder.close();
            throw failure;
        }
        Runtime.getRuntime().addShutdownHook(stack.hook);
        try {
            stack.ports = stack.opened(() -> Ports.choose(options.portBase(), say));
            stack.open(new Site(installation, folder, stack.ports, stack.processes));
            stack.processes.onDeath(stack.deaths::add);
            return stack;
        } catch (InterruptedException stopped) {
            stack.close();
            Thread.currentThread().interrupt();
            throw new StackFailure("stopped while starting", stopped);
        } catch (RuntimeException failure) {
            stack.close();
            throw failure;
        }
    }

    private void open(Site site) throws InterruptedException {
        var began = Instant.now();
        var issuer = Keycloak.issuer(ports);
        var access = PortalProgram.access(ports);
        var password = Secrets.password();
        var adminPassword = Secrets.password();
        var realm = RealmFile.of(Cast.people(), password, Cast.systems(), keys(), pages());
        say.accept("starting Keycloak (the slowest: about 20 s, once 10 s more to prepare it)");
        keycloak = opened(() -> Keycloak.start(site, realm, adminPassword));
        say.accept("starting PostgreSQL");
        postgres = opened(() -> Postgres.start(site));
        certificates = PortalCertificates.make(folder);
        portal = opened(() -> PortalProgram.start(site, access));
        for (var service : Service.values()) {
            say.accept("starting " + service.module());
            services.put(service, opened(() -> ServiceProgram.start(service, options, site, postgres.of(service))));
        }
        opened(() -> new ApiPages(ports.of(Listener.API_PAGES), this::address, issuer));
        record = new StackRecord(
                new Directory(
                        issuer,
                        Keycloak.PORTAL_URL + "/callback",
                        Cast.people().stream().map(Person::username).collect(Collectors.toSet()),
                        password,
                        Cast.systems().stream().map(SystemClient::id).collect(Collectors.toMap(id -> id, folder::key))),
                address(Service.PLAN),
                address(Service.CONTRACT),
                address(Service.PAYMENT),
                Arrays.stream(Service.values()).collect(Collectors.toMap(Service::module, this::management)),
                access,
                URI.create(pages()),
                adminPassword);
        keycloak.awaitReady(issuer, say);
        awaitPortal();
        for (var service : Service.values()) {
            awaitReady(service);
        }
        record.write(folder.root());
        tokens = new Tokens(record.directory());
        say.accept("all started in " + Duration.between(began, Instant.now()).toSeconds() + " s");
    }

    private void awaitPortal() throws InterruptedException {
        portal.awaitReady(record.portal().desk().resolve("/ready"), say);
    }

    private void awaitReady(Service service) throws InterruptedException {
        services.get(service).awaitReady(management(service).resolve("/q/health/ready"), say);
    }

    private Map<String, ClientKey> keys() {
        var keys = new HashMap<String, ClientKey>();
        for (var system : Cast.systems()) {
            var key = ClientKey.generate(system.id());
            keys.put(system.id(), key);
            PrivateFile.write(folder.key(system.id()), key.pem());
        }
        return keys;
    }

    private String pages() {
        return ApiPages.origin(ports.of(Listener.API_PAGES));
    }

    public URI address(Service service) {
        return ports.address(Ports.of(service));
    }

    /** Where a service's health and metrics are. */
    public URI management(Service service) {
        return ports.address(Ports.managementOf(service));
    }

    public StackRecord record() {
        return record;
    }

    public StackFolder folder() {
        return folder;
    }

    public Tokens tokens() {
        return tokens;
    }

    /** The services' public APIs. */
    public Api api() {
        return new Api(this::address, tokens::of);
    }

    public StoryClock clock() {
        return clock;
    }

    /** Where signatories sign. */
    public PortalDesk desk() {
        return new PortalDesk(record.portal().desk(), record.portal().password());
    }

    /** The authority of the connection between contract-service and the portal. */
    public PortalCertificates certificates() {
        return certificates;
    }

    /** Ends the portal as a power cut would (SIGKILL). */
    public void killPortal() {
        portal.kill();
    }

    /** Starts the portal again after that. */
    public void startPortalAgain() throws InterruptedException {
        portal.start();
        awaitPortal();
    }

    /** A service's process, to look at from outside. */
    public ProcessHandle process(Service service) {
        return services.get(service).process();
    }

    /** A connection to an empty database of its own on the stack's PostgreSQL; once. */
    public Connection scratchDatabase() throws SQLException {
        return postgres.scratch();
    }

    /** A connection past a service, to which its database refuses nothing: for data that a benchmark makes. */
    public Connection superuser(Service service) throws SQLException {
        return postgres.superuser(service);
    }

    /**
     * Waits for one of the programs to end that nobody asked to.
     *
     * @return how it ended, with the end of its log; null if none did
     */
    public StackFailure death(Duration atMost) throws InterruptedException {
        return deaths.poll(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Whether PostgreSQL, Keycloak and the portal run, which cannot be started again by a request. */
    public boolean othersRun() {
        return postgres.isAlive() && keycloak.isAlive() && portal.isAlive();
    }

    public boolean runs(Service service) {
        return services.get(service).isAlive();
    }

    /** Whether it is on its way out, by Ctrl-C for instance, which its programs hear of as well. */
    public boolean isClosing() {
        return closed;
    }

    /** Ends a service as a power cut would (SIGKILL). */
    public void kill(Service service) {
        services.get(service).kill();
    }

    /** Starts a service that was killed, and waits until it answers. */
    public void startAgain(Service service) throws InterruptedException {
        launch(service);
        awaitReady(service);
    }

    /** The same without waiting. */
    void launch(Service service) {
        services.get(service).start();
    }

    /** Starting and noting it are one step for {@link #close}, which may come from Ctrl-C at any moment. */
    private <T extends AutoCloseable> T opened(Supplier<T> start) {
        synchronized (toClose) {
            if (closed) {
                throw new StackFailure("stopped while starting");
            }
            var program = start.get();
            toClose.push(program);
            return program;
        }
    }

    @Override
    public void close() {
        synchronized (toClose) {
            if (closed) {
                return;
            }
            closed = true;
            services.values().forEach(Program::ask);
            Stream.of(portal, keycloak).filter(Objects::nonNull).forEach(Program::ask);
            while (!toClose.isEmpty()) {
                end(toClose.pop());
            }
            try {
                Files.deleteIfExists(StackFolder.record(folder.root()));
                Files.deleteIfExists(folder.root().resolve("processes"));
                if (leavesOnlyLogs) {
                    folder.keepOnlyLogs();
                }
            } catch (IOException failure) {
                say.accept("the record of the stack could not be deleted: " + failure.getMessage());
            }
            folder.close();
        }
        forgetHook();
    }

    private void forgetHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException endingAlready) {
            // The hook is what called us, or is about to find everything closed.
        }
    }

    /** One that does not end well must not keep the others from ending. */
    private void end(AutoCloseable program) {
        try {
            program.close();
        } catch (Exception failure) {
            say.accept("while stopping: " + failure.getMessage());
        }
    }
}
