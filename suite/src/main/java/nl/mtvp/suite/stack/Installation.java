package nl.mtvp.suite.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.mtvp.suite.common.Io;
import nl.mtvp.suite.common.Service;

/**
 * What the build made and the launcher starts.
 *
 * @param home the repository's root
 */
public record Installation(Path home) {

    /** The one this launcher was started from: the system property {@code mtvp.home}, or the folder above the module. */
    public static Installation found() {
        return new Installation(
                Path.of(System.getProperty("mtvp.home", "..")).toAbsolutePath().normalize());
    }

    /** The Java that runs the launcher also runs what it starts. Sized for one machine: quick to start, modest in memory (most of what lives is old), gone when out of it. */
    static List<String> java(int heapMegabytes) {
        return Stream.concat(
                        javaForBulk(heapMegabytes).stream(), Stream.of("-XX:TieredStopAtLevel=1", "-XX:NewRatio=4"))
                .toList();
    }

    /** The same for a program that goes through millions of lines: it compiles as well as it can. */
    static List<String> javaForBulk(int heapMegabytes) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms32m",
                "-Xmx" + heapMegabytes + "m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8");
    }

    /** The command that runs a service as it is packaged. */
    List<String> packaged(Service service, Map<String, ?> settings) {
        var command = new ArrayList<>(
                service == Service.PAYMENT ? javaForBulk(service.heapMegabytes()) : java(service.heapMegabytes()));
        settings.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.add("-jar");
        command.add(built(home.resolve(service.module()).resolve("target/quarkus-app/quarkus-run.jar"))
                .toString());
        return command;
    }

    /** The command that runs a service from its sources, and the kernel's; what changes in them is taken over as it runs. */
    List<String> inDevMode(Service service) {
        return List.of(
                Optional.ofNullable(System.getenv("MVN")).orElse("mvn"),
                "-B",
                "-ntp",
                "-f",
                home.resolve("pom.xml").toString(),
                "-pl",
                ".,verifier,kernel," + service.module(),
                "-Dspotless.check.skip=true",
                "-Ddebug=false",
                "-Dquarkus.devservices.enabled=false",
                "-Dquarkus.analytics.disabled=true",
                // So far, for the kernel's test kit is among what a service is compiled with.
                "test-compile",
                "quarkus:dev");
    }

    /** What the launcher itself runs with, for its own programs. */
    String launcherClassPath() {
        return built(target().resolve("classes")) + java.io.File.pathSeparator + built(target().resolve("lib")) + "/*";
    }

    /** Keycloak's distribution, unpacked. Stacks share it and write nothing in it. */
    Path keycloak() {
        var parent = built(target().resolve("keycloak"));
        return Io.entries(parent).stream()
                .filter(folder -> folder.getFileName().toString().startsWith("keycloak-"))
                .findFirst()
                .orElseThrow(() -> notBuilt(parent));
    }

    /** Where PostgreSQL's programs are unpacked; stacks share it. */
    Path postgres() {
        return target().resolve("postgres");
    }

    private Path target() {
        return home.resolve("suite/target");
    }

    private static Path built(Path path) {
        if (!Files.exists(path)) {
            throw notBuilt(path);
        }
        return path;
    }

    private static StackFailure notBuilt(Path path) {
        return new StackFailure(path + " is not there: build first, with 'mvn package' or through ./mtvp");
    }
}
