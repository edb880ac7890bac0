package nl.mtvp.kernel.rest.description;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.mtvp.kernel.access.Roles;
import org.eclipse.microprofile.openapi.models.Operation;
import org.jboss.jandex.AnnotationTarget.Kind;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/** What the methods of operations say of their own: in {@link Answers}, and by their roles. */
final class OwnSentences {

    private static final DotName OPERATION =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.Operation.class);

    /** The roles that no system has. */
    private static final Set<String> PERSONS = Set.of(Roles.INSURER_APPROVER, Roles.SIGNATORY);

    /** The status of each sentence that {@link Answers} may tell. */
    private static final Map<String, String> STATUSES = Map.of(
            "unchanged", "304",
            "invalid", "400",
            "forbidden", "403",
            "missing", "404",
            "conflict", "409",
            "changed", "412",
            "large", "413",
            "busy", "429",
            "away", "503");

    /** By the id of their operation, which two have that take other media types. */
    private final Map<String, List<MethodInfo>> methods;

    /** @param index of the classes with the operations */
    OwnSentences(IndexView index) {
        methods = index.getAnnotations(Path.class).stream()
                .filter(path -> path.target().kind() == Kind.CLASS)
                .flatMap(path -> path.target().asClass().methods().stream())
                .filter(method -> method.hasDeclaredAnnotation(OPERATION))
                .sorted(Comparator.comparing(MethodInfo::name))
                .collect(Collectors.groupingBy(OwnSentences::id));
    }

    private static String id(MethodInfo method) {
        var written = method.declaredAnnotation(OPERATION).value("operationId");
        return written == null ? method.name() : written.asString();
    }

    private List<MethodInfo> of(String id) {
        return methods.getOrDefault(id, List.of());
    }

    /** The sentences that an operation's methods have of their own, by their status. */
    Map<String, String> told(String id) {
        var told = new TreeMap<String, String>();
        of(id).forEach(method -> {
            var done = method.hasDeclaredAnnotation(POST.class) ? "201" : "200";
            var answers = method.declaredAnnotation(Answers.class);
            if (answers != null) {
                answers.values()
                        .forEach(said -> told.merge(
                                STATUSES.getOrDefault(said.name(), done),
                                said.asString(),
                                (one, other) -> one.contains(other) ? one : one + ". " + other));
            }
        });
        return told;
    }

    /** The roles that an operation lets in; none for one that lets in everybody, or that is not of this house. */
    List<String> roles(String id) {
        return of(id).stream()
                .filter(method -> !method.hasDeclaredAnnotation(PermitAll.class))
                .flatMap(method -> Stream.of(
                        method.declaredAnnotation(RolesAllowed.class),
                        method.declaringClass().declaredAnnotation(RolesAllowed.class)))
                .filter(Objects::nonNull)
                .findFirst()
                .map(allowed -> List.of(allowed.value().asStringArray()))
                .orElse(List.of());
    }

    /** Whether an operation asks for no token, whatever its class lets in. */
    boolean isOpen(String id) {
        return of(id).stream().anyMatch(method -> method.hasDeclaredAnnotation(PermitAll.class));
    }

    /** Who may is what the code lets in; an operation whose own sentences tell more of it tells it itself. */
    void tellRoles(Operation operation) {
        var own = Objects.requireNonNullElse(operation.getDescription(), "");
        var roles = roles(operation.getOperationId());
        if (!roles.isEmpty() && !own.toLowerCase(Locale.ROOT).contains("role")) {
            operation.setDescription(own
                    + (own.isEmpty() ? "" : " ")
                    + (roles.size() == 1 ? "Role: " : "Roles: ")
                    + String.join(", ", roles)
                    + (PERSONS.containsAll(roles) ? "; a logged-in person." : "."));
        }
    }
}
