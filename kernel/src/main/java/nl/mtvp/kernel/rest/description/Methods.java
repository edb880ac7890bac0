package nl.mtvp.kernel.rest.description;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.openapi.runtime.io.Format;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What each address takes, as the API's description has it; for refusals, which tell it. */
@ApplicationScoped
public class Methods {

    public static final Set<String> ALL = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final String apiPath;
    private volatile List<Address> addresses;

    Methods(@ConfigProperty(name = "quarkus.rest.path") String apiPath) {
        this.apiPath = apiPath;
    }

    /**
     * @param taken the media types of bodies, by method
     * @param given those of answers that are no refusals, by method
     */
    private record Address(
            Pattern path, Set<String> methods, Map<String, Set<String>> taken, Map<String, Set<String>> given) {}

    /** The media types in which the operations of an address take bodies; none where it takes none. */
    public Set<String> taken(String path, String method) {
        return at(path).flatMap(address -> address.taken().getOrDefault(method, Set.of()).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The media types in which the operations of an address answer. */
    public Set<String> given(String path, String method) {
        return at(path).flatMap(address -> address.given().getOrDefault(method, Set.of()).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** @param path with or without the API's base path */
    public Set<String> of(String path) {
        var found = new TreeSet<>(Set.of("OPTIONS"));
        at(path).forEach(address -> found.addAll(address.methods()));
        if (found.contains("GET")) {
            found.add("HEAD");
        }
        return found;
    }

    private Stream<Address> at(String path) {
        var within = path.startsWith(apiPath) ? path.substring(apiPath.length()) : path;
        return addresses().stream()
                .filter(address -> address.path().matcher(within).matches());
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
            var taken = new HashMap<String, Set<String>>();
            var given = new HashMap<String, Set<String>>();
            path.getValue().properties().forEach(operation -> {
                var method = operation.getKey().toUpperCase(Locale.ROOT);
                if (ALL.contains(method)) {
                    methods.add(method);
                    taken.put(method, types(operation.getValue().path("requestBody")));
                    var types = new TreeSet<String>();
                    operation.getValue().path("responses").properties().stream()
                            .filter(answer -> answer.getKey().startsWith("2"))
                            .forEach(answer -> types.addAll(types(answer.getValue())));
                    given.put(method, types);
                }
            });
            var segments = path.getKey().replaceAll("\\{[^}]*}", "\u0000").split("\u0000", -1);
            var form = String.join(
                    "[^/]+",
                    java.util.Arrays.stream(segments).map(Pattern::quote).toList());
            read.add(new Address(Pattern.compile(form), methods, taken, given));
        });
        return List.copyOf(read);
    }

    private static Set<String> types(JsonNode described) {
        var types = new TreeSet<String>();
        described.path("content").fieldNames().forEachRemaining(types::add);
        return types;
    }
}
