package nl.mtvp.kernel.rest;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import nl.mtvp.kernel.failure.Fault;

/** Bean validation's violations as faults. A resource method's body parameter is always called {@code request}. */
final class ConstraintFaults {

    static final String BODY_PARAMETER = "request";

    private ConstraintFaults() {}

    static List<Fault> of(Collection<? extends ConstraintViolation<?>> violations) {
        return violations.stream()
                .map(ConstraintFaults::of)
                .sorted(Comparator.comparing(Fault::in)
                        .thenComparing(Fault::location)
                        .thenComparing(Fault::code))
                .toList();
    }

    private static Fault of(ConstraintViolation<?> violation) {
        var nodes = StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .toList();
        var code = code(violation);
        if (nodes.get(0).getKind() != ElementKind.METHOD) {
            return Fault.inBody(pointer(nodes), code, violation.getMessage());
        }
        var parameter = nodes.get(1).getName();
        return parameter.equals(BODY_PARAMETER)
                ? Fault.inBody(pointer(nodes.subList(2, nodes.size())), code, violation.getMessage())
                : Fault.inQuery(parameter, code, violation.getMessage());
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
