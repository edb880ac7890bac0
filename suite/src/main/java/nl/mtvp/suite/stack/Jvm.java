package nl.mtvp.suite.stack;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The Java that runs the launcher also runs what it starts. */
final class Jvm {

    private Jvm() {}

    /** Sized for one machine: quick to start, modest in memory (most of what lives is old), gone when out of it. */
    static List<String> command(int heapMegabytes) {
        return Stream.concat(forBulk(heapMegabytes).stream(), Stream.of("-XX:TieredStopAtLevel=1", "-XX:NewRatio=4"))
                .toList();
    }

    /** The same for a program that goes through millions of lines: it compiles as well as it can. */
    static List<String> forBulk(int heapMegabytes) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms32m",
                "-Xmx" + heapMegabytes + "m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8");
    }
}
