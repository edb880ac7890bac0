package nl.mtvp.suite.stack;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.mtvp.suite.common.Service;
import nl.mtvp.suite.common.Sql;
import nl.mtvp.suite.stack.Ports.Listener;

/**
 * A real PostgreSQL with a database for each service, and for each two roles: one that owns the schema and migrates
 * it, one that the service works with. Everybody needs a password, also the superuser, also on this machine.
 */
final class Postgres implements AutoCloseable {

    private static final Duration START_MAX = Duration.ofSeconds(60);
    private static final Duration STOP_MAX = Duration.ofSeconds(10);
    private static final String ACCESS = "pg_hba.conf";
    /** Read by the library when it is first used: it writes nowhere else, so other users' files are not in the way. */
    private static final String WORKING_FOLDER = "ot.epg.working-dir";

    private final EmbeddedPostgres server;
    private final ProcessHandle postmaster;
    private final Map<Service, Access> access;
    private final Role superuser;
    /** Whether its end is wanted. */
    private volatile boolean ending;

    private Postgres(EmbeddedPostgres server, ProcessHandle postmaster, Map<Service, Access> access, Role superuser) {
        this.server = server;
        this.postmaster = postmaster;
        this.access = access;
        this.superuser = superuser;
    }

    /** How one service gets at its database. */
    record Access(String url, Role owner, Role application) {}

    record Role(String name, String password) {}

    static Postgres start(Site site) {
        var folder = site.folder();
        var programs = site.installation().postgres();
        var log = folder.logs().resolve("postgres.log").toFile();
        System.setProperty(WORKING_FOLDER, programs.toString());
        try {
            Files.createDirectories(programs);
            openAgain(folder);
            var server = EmbeddedPostgres.builder()
                    .setPort(site.ports().of(Listener.POSTGRES))
                    .setDataDirectory(folder.root().resolve("postgres"))
                    .setCleanDataDirectory(false)
                    .setOverrideWorkingDirectory(programs.toFile())
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("max_connections", "200")
                    .setPGStartupWait(START_MAX)
                    .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log))
                    .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log))
                    .start();
            return furnished(server, folder, log, site.processes());
        } catch (IOException | SQLException | IllegalStateException failure) {
            endHalfStarted(folder);
            throw new StackFailure(
                    "PostgreSQL does not start: " + failure.getMessage() + ". Its log is " + log + ".", failure);
        }
    }

    private static Postgres furnished(EmbeddedPostgres server, StackFolder folder, File log, ProcessList processes)
            throws IOException, SQLException {
        try (var connection = server.getPostgresDatabase().getConnection()) {
            var postmaster = postmaster(folder)
                    .orElseThrow(() -> new StackFailure("PostgreSQL ended at once. Its log is " + log + "."));
            processes.add("PostgreSQL", postmaster);
            var access = databases(connection, server.getPort());
            var superuser = new Role("postgres", Secrets.password());
            closeToStrangers(folder, connection, superuser);
            var postgres = new Postgres(server, postmaster, access, superuser);
            postmaster.onExit().thenRun(() -> {
                if (!postgres.ending) {
                    processes.died(new StackFailure("PostgreSQL ended by itself. Its log is " + log + "."));
                }
            });
            return postgres;
        } catch (IOException | SQLException | RuntimeException failure) {
            server.close();
            throw failure;
        }
    }

    /**
     * When starting breaks off, by Ctrl-C too, the server may be on its way up all the same: pg_ctl, our child, knows
     * when it is.
     */
    private static void endHalfStarted(StackFolder folder) {
        ProcessHandle.current()
                .children()
                .filter(child -> child.info().commandLine().orElse("").contains("pg_ctl"))
                .forEach(child -> ProcessList.awaitEnd(child, START_MAX));
        try {
            postmaster(folder).ifPresent(server -> {
                server.destroy();
                ProcessList.awaitEnd(server, STOP_MAX);
            });
        } catch (IOException neverStarted) {
            // Without a postmaster.pid there is no server.
        }
    }

    private static Map<Service, Access> databases(Connection connection, int port) throws SQLException {
        var access = new EnumMap<Service, Access>(Service.class);
        for (var service : Service.values()) {
            var database = service.database();
            var owner = new Role(database + "_owner", Secrets.password());
            var application = new Role(database + "_app", Secrets.password());
            boolean kept = !Sql.strings(connection, "select 1 from pg_database where datname = '" + database + "'")
                    .isEmpty();
            for (var role : List.of(owner, application)) {
                // Both parts are of our own making and hold no quote.
                Sql.execute(
                        connection,
                        (kept ? "alter role " : "create role ") + role.name() + " login password '" + role.password()
                                + "'");
            }
            if (!kept) {
                Sql.execute(connection, "create database " + database + " owner " + owner.name());
            }
            Sql.execute(
                    connection,
                    "revoke connect, temporary on database " + database + " from public",
                    "grant connect on database " + database + " to " + application.name());
            access.put(service, new Access(url(port, database), owner, application));
        }
        return access;
    }

    /** Data that is kept asks for passwords that nobody knows any more: it is opened as the library opens a new folder. */
    private static void openAgain(StackFolder folder) throws IOException {
        if (Files.exists(folder.root().resolve("postgres").resolve("PG_VERSION"))) {
            Files.writeString(folder.root().resolve("postgres").resolve(ACCESS), "host all all 127.0.0.1/32 trust\n");
        }
    }

    /** The library's data folder trusts everybody on this machine; from here on a password is asked. */
    private static void closeToStrangers(StackFolder folder, Connection connection, Role superuser)
            throws IOException, SQLException {
        Files.writeString(
                folder.root().resolve("postgres").resolve(ACCESS), "host all all 127.0.0.1/32 scram-sha-256\n");
        Sql.execute(
                connection,
                "alter role " + superuser.name() + " password '" + superuser.password() + "'",
                "select pg_reload_conf()");
    }

    private static Optional<ProcessHandle> postmaster(StackFolder folder) throws IOException {
        var pid = Files.readAllLines(folder.root().resolve("postgres").resolve("postmaster.pid"))
                .get(0);
        return ProcessHandle.of(Long.parseLong(pid.strip()));
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** A connection to an empty database of its own on the same server, for what is compared with a service. */
    Connection scratch() throws SQLException {
        var role = new Role("scratch", Secrets.password());
        try (var connection = connection("postgres", superuser)) {
            Sql.execute(
                    connection,
                    "create role " + role.name() + " login password '" + role.password() + "'",
                    "create database " + role.name() + " owner " + role.name());
        }
        return connection(role.name(), role);
    }

    /** A connection past the service, to which its database refuses nothing. */
    Connection superuser(Service service) throws SQLException {
        return connection(service.database(), superuser);
    }

    private Connection connection(String database, Role role) throws SQLException {
        return DriverManager.getConnection(url(server.getPort(), database), role.name(), role.password());
    }

    boolean isAlive() {
        return postmaster.isAlive();
    }

    Access of(Service service) {
        return access.get(service);
    }

    @Override
    public void close() {
        ending = true;
        try {
            server.close();
        } catch (IOException failure) {
            throw new StackFailure("PostgreSQL does not stop: " + failure.getMessage(), failure);
        }
    }
}
