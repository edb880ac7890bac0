package nl.mtvp.suite.common;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;

/** Reading and writing whose failure nobody here can mend. */
public final class Io {

    private Io() {}

    /** Something that reads or writes. */
    public interface Work<T> {
        T done() throws IOException;
    }

    /** The same without a result. */
    public interface Deed {
        void done() throws IOException;
    }

    /** @param otherwise what to say when it fails */
    public static <T> T get(String otherwise, Work<T> work) {
        try {
            return work.done();
        } catch (IOException failure) {
            throw new UncheckedIOException(otherwise + ": " + failure.getMessage(), failure);
        }
    }

    /** @param otherwise what to say when it fails */
    public static void run(String otherwise, Deed deed) {
        get(otherwise, () -> {
            deed.done();
            return null;
        });
    }

    /** What is in a folder. */
    public static List<Path> entries(Path folder) {
        return get("the folder cannot be read", () -> {
            try (var entries = Files.list(folder)) {
                return entries.toList();
            }
        });
    }

    /** A client for one address after another. */
    public static HttpClient http() {
        return HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(10))
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    /** Sends a request and waits; whoever is stopped meanwhile stays so. */
    public static <T> HttpResponse<T> answer(HttpClient http, HttpRequest request, BodyHandler<T> handler)
            throws IOException {
        try {
            return http.send(request, handler);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while asking " + request.uri(), stopped);
        }
    }

    /** What the launcher brings with it, as text. */
    public static String resource(String name) {
        return get("the launcher's own " + name + " cannot be read", () -> {
            try (var file = Io.class.getResourceAsStream(name)) {
                return new String(file.readAllBytes(), StandardCharsets.UTF_8);
            }
        });
    }

    /**
     * What cannot fail, whatever its signature says.
     *
     * @param why for example that every Java platform has it
     */
    public static <T> T sure(String why, Callable<T> work) {
        try {
            return work.call();
        } catch (Exception impossible) {
            throw new IllegalStateException(why, impossible);
        }
    }

    public static MessageDigest sha256() {
        return sure("every Java platform has SHA-256", () -> MessageDigest.getInstance("SHA-256"));
    }
}
