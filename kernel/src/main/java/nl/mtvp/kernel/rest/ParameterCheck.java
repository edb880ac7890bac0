package nl.mtvp.kernel.rest;

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
 * over, and the answer would be about more than was asked for.
 */
@Provider
public class ParameterCheck implements ContainerRequestFilter {

    private record Declared(Parameters.Place place, ParamConverter<?> converter) {}

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
        for (var parameter : declared) {
            var name = parameter.place().name();
            if (parameter.place().in().equals("query")) {
                queries.put(name, parameter);
            } else {
                malformed(parameter, uri.getPathParameters().getFirst(name)).ifPresent(faults::add);
            }
        }
        new TreeMap<>(uri.getQueryParameters()).forEach((name, values) -> {
            if (!queries.containsKey(name)) {
                faults.add(Fault.inQuery(name, "unknown-parameter", unknown(queries)));
            } else if (values.size() > 1) {
                faults.add(Fault.inQuery(name, "repeated", "it stands there more than once; which one is meant?"));
            } else {
                malformed(queries.get(name), values.get(0)).ifPresent(faults::add);
            }
        });
        return faults;
    }

    private static String unknown(Map<String, Declared> queries) {
        return queries.isEmpty()
                ? "there are no parameters here"
                : "there is no such parameter here; is its name misspelt? There are "
                        + String.join(", ", queries.keySet());
    }

    private static Optional<Fault> malformed(Declared parameter, String sent) {
        try {
            parameter.converter().fromString(sent);
            return Optional.empty();
        } catch (MalformedParameter malformed) {
            return Optional.of(malformed.fault());
        }
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
                .map(place -> new Declared(place, converter(type, generic, annotations)))
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
