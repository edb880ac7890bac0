package nl.mtvp.kernel.rest.parameter;

import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.InvalidInput;

/**
 * Reads the parameters of a path and a query before the resource is reached, so that a refusal names everything wrong
 * with them. What the resource does not take is refused as well: a filter with a misspelt name would otherwise be passed
 * over, and the answer would be about more than was asked for. So is a filter that nothing can ever pass.
 */
@Provider
public class ParameterCheck implements ContainerRequestFilter {

    /** @param chosen whether it may be left away, as a filter may */
    private record Declared(Parameters.Place place, ParamConverter<?> converter, boolean chosen) {}

    /** What the names of a filter's bounds end in. */
    private static final Map<String, String> BOUNDS = Map.of("From", "Until", "from", "until", "Min", "Max");

    private final Map<Method, List<Declared>> declared = new ConcurrentHashMap<>();

    @Context
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        var method = resource.getResourceMethod();
        if (method == null) {
            return; // answered by the server itself
        }
        var faults = faults(declared.computeIfAbsent(method, ParameterCheck::declared), request.getUriInfo());
        InvalidInput.ifAny(faults);
    }

    private static List<Fault> faults(List<Declared> declared, UriInfo uri) {
        var faults = new ArrayList<Fault>();
        var queries = new TreeMap<String, Declared>();
        var filters = new TreeMap<String, Object>();
        for (var parameter : declared) {
            var name = parameter.place().name();
            if (parameter.place().in().equals("query")) {
                queries.put(name, parameter);
            } else {
                read(parameter, uri.getPathParameters().getFirst(name), faults);
            }
        }
        new TreeMap<>(uri.getQueryParameters()).forEach((name, values) -> {
            if (!queries.containsKey(name)) {
                faults.add(Fault.inQuery(name, "unknown-parameter", unknown(queries)));
            } else if (values.size() > 1) {
                faults.add(Fault.inQuery(name, "repeated", "it stands there more than once; which one is meant?"));
            } else {
                read(queries.get(name), values.get(0), faults)
                        .filter(value -> queries.get(name).chosen())
                        .ifPresent(value -> filters.put(name, value));
            }
        });
        BOUNDS.forEach((from, until) -> queries.keySet().stream()
                .filter(name -> name.endsWith(from))
                .map(name -> name.substring(0, name.length() - from.length()))
                .forEach(about -> {
                    nothingBetween(filters, about + from, about + until).ifPresent(faults::add);
                    nothingBetween(filters, about + from, about).ifPresent(faults::add);
                    nothingBetween(filters, about, about + until).ifPresent(faults::add);
                }));
        return faults;
    }

    /** The last day of a period is not in it; a last quarter, or a highest amount, is. */
    private static Optional<Fault> nothingBetween(Map<String, Object> filters, String least, String most) {
        if (!(filters.get(least) instanceof Comparable<?> from) || filters.get(most) == null) {
            return Optional.empty();
        }
        @SuppressWarnings("unchecked") // what one filter's bounds are is of one kind
        int order = ((Comparable<Object>) from).compareTo(filters.get(most));
        return order > 0 || order == 0 && from instanceof LocalDate
                ? Optional.of(Fault.inQuery(
                        most, "empty-range", "nothing lies from " + least + " up to this; leave one of the two away"))
                : Optional.empty();
    }

    private static Optional<Object> read(Declared parameter, String sent, List<Fault> faults) {
        try {
            return Optional.ofNullable(parameter.converter().fromString(sent));
        } catch (MalformedParameter malformed) {
            faults.add(malformed.fault());
            return Optional.empty();
        }
    }

    private static String unknown(Map<String, Declared> queries) {
        return queries.isEmpty()
                ? "there are no parameters here"
                : "there is no such parameter here; is its name misspelt? There are "
                        + String.join(", ", queries.keySet());
    }

    private static List<Declared> declared(Method method) {
        return Arrays.stream(method.getParameters())
                .flatMap(parameter -> parameter.isAnnotationPresent(BeanParam.class)
                        ? Arrays.stream(parameter.getType().getDeclaredFields())
                                .flatMap(field ->
                                        declared(field.getType(), field.getGenericType(), field.getAnnotations()))
                        : declared(parameter.getType(), parameter.getParameterizedType(), parameter.getAnnotations()))
                .toList();
    }

    private static Stream<Declared> declared(Class<?> type, Type generic, Annotation[] annotations) {
        return Parameters.place(annotations)
                .filter(place -> !place.in().equals("header"))
                .map(place -> new Declared(
                        place,
                        converter(type, generic, annotations),
                        Arrays.stream(annotations).noneMatch(NotNull.class::isInstance)))
                .stream();
    }

    private static ParamConverter<?> converter(Class<?> type, Type generic, Annotation[] annotations) {
        var converter = new Parameters().getConverter(type, generic, annotations);
        if (converter == null) {
            throw new IllegalStateException("Parameters tells no form of " + type);
        }
        return converter;
    }
}
