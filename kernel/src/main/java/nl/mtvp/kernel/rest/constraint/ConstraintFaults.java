package nl.mtvp.kernel.rest.constraint;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.rest.parameter.Parameters;

/** Bean validation's violations as faults. A resource method's body parameter is always called {@code request}. */
public final class ConstraintFaults {

    static final String BODY_PARAMETER = "request";

    private ConstraintFaults() {}

    /** Of a body that was validated by itself. */
    public static List<Fault> of(Collection<? extends ConstraintViolation<?>> violations) {
        return sorted(
                violations,
                violation -> Fault.inBody(pointer(nodes(violation)), code(violation), violation.getMessage()));
    }

    /** Of the parameters of a resource's method, its body among them. */
    public static List<Fault> of(Collection<? extends ConstraintViolation<?>> violations, Method method) {
        return sorted(violations, violation -> of(violation, method));
    }

    private static List<Fault> sorted(
            Collection<? extends ConstraintViolation<?>> violations, Function<ConstraintViolation<?>, Fault> fault) {
        return violations.stream()
                .map(fault)
                .sorted(Comparator.comparing(Fault::in)
                        .thenComparing(Fault::location)
                        .thenComparing(Fault::code))
                .toList();
    }

    private static Fault of(ConstraintViolation<?> violation, Method method) {
        var nodes = nodes(violation);
        var message = violation.getMessage();
        var parameter = nodes.get(1).as(Path.ParameterNode.class);
        if (parameter.getName().equals(BODY_PARAMETER)) {
            return Fault.inBody(pointer(nodes.subList(2, nodes.size())), code(violation), message);
        }
        if (nodes.size() > 2) { // a field of what gathers several parameters, called like its parameter
            return Fault.inQuery(nodes.get(2).getName(), code(violation), message);
        }
        return Parameters.place(method.getParameterAnnotations()[parameter.getParameterIndex()])
                .map(place -> new Fault(place.in(), place.name(), code(violation), message))
                .orElseGet(() -> Fault.inQuery(parameter.getName(), code(violation), message));
    }

    private static List<Path.Node> nodes(ConstraintViolation<?> violation) {
        return StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .toList();
    }

    private static String pointer(List<Path.Node> nodes) {
        return nodes.stream()
                .map(node -> {
                    var index = node.getIndex() == null ? "" : "/" + node.getIndex();
                    var name = node.getKind() == ElementKind.CONTAINER_ELEMENT ? "" : "/" + node.getName();
                    return index + name;
                })
                .collect(Collectors.joining());
    }

    private static String code(ConstraintViolation<?> violation) {
        var annotation = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        return annotation.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
