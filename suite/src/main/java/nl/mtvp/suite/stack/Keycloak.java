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
import nl.mtvp.suite.certificate.PrivateFile;
import nl.mtvp.suite.common.Io;
import nl.mtvp.suite.stack.Ports.Listener;

/**
 * A real Keycloak, from its own distribution. Each stack has a home of its own for what Keycloak writes; the programs
 * are shared, and prepared once for the database that we use ({@code kc.sh build}).
 */
final class Keycloak {

    /** Where a login comes back. Nothing listens: the code is taken from the redirection itself. */
    static final String PORTAL_URL = "http://127.0.0.1/mtvp-portal";

    static final String ADMIN = "admin";

    private static final Duration BUILD_MAX = Duration.ofMinutes(3);

    private Keycloak() {}

    static URI issuer(Ports ports) {
        return ports.address(Listener.KEYCLOAK).resolve("/realms/mtvp");
    }

    /** @param realm the realm to begin with, as JSON */
    static Program start(Site site, String realm, String adminPassword) {
        var distribution = site.installation().keycloak();
        var home = site.folder().root().resolve("keycloak");
        prepare(distribution, site);
        home(distribution, home, realm);
        var command = command(
                distribution,
                home,
                "start",
                "--optimized",
                "--import-realm",
                "--cache=local",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + site.ports().of(Listener.KEYCLOAK),
                "--hostname=" + site.ports().address(Listener.KEYCLOAK));
        var environment = Map.of(
                "MTVP_PORTAL_URL", PORTAL_URL,
                "KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN,
                "KC_BOOTSTRAP_ADMIN_PASSWORD", adminPassword);
        return new Program("Keycloak", () -> command, environment, site, "keycloak.log").start();
    }

    /** Once per distribution, under a lock, since two stacks may start at once. */
    private static void prepare(Path distribution, Site site) {
        var done = distribution.resolve("prepared-for-mtvp");
        try (var channel = FileChannel.open(
                        distribution.resolve("prepare.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            if (lock.isValid() && !Files.exists(done)) {
                var command = command(distribution, distribution, "build", "--db=dev-file");
                new Program("Keycloak's preparation", () -> command, Map.of(), site, "keycloak-build.log")
                        .start()
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
        Io.run("Keycloak's home cannot be made", () -> {
            for (var folder : List.of("conf", "providers", "themes", "data/import")) {
                Files.createDirectories(home.resolve(folder));
            }
            Files.copy(distribution.resolve("conf/cache-ispn.xml"), home.resolve("conf/cache-ispn.xml"));
            Files.createSymbolicLink(home.resolve("lib"), distribution.resolve("lib"));
        });
        PrivateFile.write(home.resolve("data/import/mtvp-realm.json"), realm);
    }

    /** What {@code kc.sh} runs, without the shell between: so that the process we end is Keycloak itself. */
    private static List<String> command(Path distribution, Path home, String... arguments) {
        var command = new ArrayList<>(Installation.java(384));
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
