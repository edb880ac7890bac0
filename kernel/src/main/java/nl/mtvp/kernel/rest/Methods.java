package nl.mtvp.kernel.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.openapi.runtime.io.Format;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What each address takes, as the API's description has it; for refusals, which tell it. */
@ApplicationScoped
class Methods {

    static final Set<String> ALL = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final String apiPath;
    private volatile List<Address> addresses;

    Methods(@ConfigProperty(name = "quarkus.rest.path") String apiPath) {
        this.apiPath = apiPath;
    }

    private record Address(Pattern path, Set<String> methods) {}

    /** @param path with or without the API's base path */
    Set<String> of(String path) {
        var within = path.startsWith(apiPath) ? path.substring(apiPath.length()) : path;
        var found = new TreeSet<>(Set.of("OPTIONS"));
        addresses().stream()
                .filter(address -> address.path().matcher(within).matches())
                .forEach(address -> found.addAll(address.methods()));
        if (found.contains("GET")) {
            found.add("HEAD");
        }
        return found;
    }

    /** Read when the first refusal needs it, and kept: a path and some words each. */
    private List<Address> addresses() {
        if (addresses == null) {
            try {
                addresses = read(new ObjectMapper().readTree(BuiltDescription.written(Format.JSON)));
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }
        return addresses;
    }

    private static List<Address> read(JsonNode api) {
        var read = new ArrayList<Address>();
        api.path("paths").properties().forEach(path -> {
            var methods = new TreeSet<String>();
            path.getValue().fieldNames().forEachRemaining(method -> {
                if (ALL.contains(method.toUpperCase(Locale.ROOT))) {
                    methods.add(method.toUpperCase(Locale.ROOT));
                }
            });
            var segments = path.getKey().replaceAll("\\{[^}]*}", "\u0000").split("\u0000", -1);
            var form = String.join(
                    "[^/]+",
                    java.util.Arrays.stream(segments).map(Pattern::quote).toList());
            read.add(new Address(Pattern.compile(form), methods));
        });
        return List.copyOf(read);
    }
}
