package nl.mtvp.suite.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import nl.mtvp.suite.certificate.PrivateFile;
import nl.mtvp.suite.stack.Ports.Listener;

/**
 * A real Keycloak, from its own distribution. Each stack has a home of its own for what Keycloak writes; the programs
 * are shared, and prepared once for the database that we use ({@code kc.sh build}).
 */
final class Keycloak implements AutoCloseable {

    /** Where a login comes back. Nothing listens: the code is taken from the redirection itself. */
    static final String PORTAL_URL = "http://127.0.0.1/mtvp-portal";

    static final String ADMIN = "admin";

    private static final Duration BUILD_MAX = Duration.ofMinutes(3);
    private static final Duration START_MAX = Duration.ofMinutes(10);

    private final Program program;
    private final URI issuer;

    private Keycloak(Program program, URI issuer) {
        this.program = program;
        this.issuer = issuer;
    }

    /** @param realm the realm to begin with, as JSON */
    static Keycloak start(
            Installation installation,
            StackFolder folder,
            Ports ports,
            String realm,
            String adminPassword,
            ProcessList processes) {
        var distribution = installation.keycloak();
        prepare(distribution, folder, processes);
        home(distribution, folder.keycloak(), realm);
        var address = "http://127.0.0.1:" + ports.of(Listener.KEYCLOAK);
        var program = Program.start(
                "Keycloak",
                command(
                        distribution,
                        folder.keycloak(),
                        "start",
                        "--optimized",
                        "--import-realm",
                        "--cache=local",
                        "--http-enabled=true",
                        "--http-host=127.0.0.1",
                        "--http-port=" + ports.of(Listener.KEYCLOAK),
                        "--hostname=" + address),
                Map.of(
                        "MTVP_PORTAL_URL", PORTAL_URL,
                        "KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN,
                        "KC_BOOTSTRAP_ADMIN_PASSWORD", adminPassword),
                folder.logs().resolve("keycloak.log"),
                processes);
        return new Keycloak(program, URI.create(address + "/realms/mtvp"));
    }

    URI issuer() {
        return issuer;
    }

    void awaitReady(Consumer<String> say) throws InterruptedException {
        program.awaitReady(() -> Probe.answersOk(issuer), START_MAX, say);
    }

    void ask() {
        program.ask();
    }

    boolean isAlive() {
        return program.isAlive();
    }

    @Override
    public void close() {
        program.close();
    }

    /** Once per distribution, under a lock, since two stacks may start at once. */
    private static void prepare(Path distribution, StackFolder folder, ProcessList processes) {
        var done = distribution.resolve("prepared-for-mtvp");
        try (var channel = FileChannel.open(
                        distribution.resolve("prepare.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            if (lock.isValid() && !Files.exists(done)) {
                Program.start(
                                "Keycloak's preparation",
                                command(distribution, distribution, "build", "--db=dev-file"),
                                Map.of(),
                                folder.logs().resolve("keycloak-build.log"),
                                processes)
                        .awaitEnd(BUILD_MAX);
                Files.createFile(done);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("Keycloak cannot be prepared in " + distribution, failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StackFailure("stopped while Keycloak was being prepared", stopped);
        }
    }

    private static void home(Path distribution, Path home, String realm) {
        try {
            for (var folder : List.of("conf", "providers", "themes", "data/import")) {
                Files.createDirectories(home.resolve(folder));
            }
            Files.copy(distribution.resolve("conf/cache-ispn.xml"), home.resolve("conf/cache-ispn.xml"));
            Files.createSymbolicLink(home.resolve("lib"), distribution.resolve("lib"));
            PrivateFile.write(home.resolve("data/import/mtvp-realm.json"), realm);
        } catch (IOException failure) {
            throw new UncheckedIOException("Keycloak's home " + home + " cannot be made", failure);
        }
    }

    /** What {@code kc.sh} runs, without the shell between: so that the process we end is Keycloak itself. */
    private static List<String> command(Path distribution, Path home, String... arguments) {
        var command = new ArrayList<>(Jvm.command(384));
        command.addAll(List.of(
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-Duser.language=en",
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-cp",
                distribution.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        command.addAll(List.of(arguments));
        return command;
    }
}
