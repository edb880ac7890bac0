package nl.mtvp.kernel.testing;

import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.ws.rs.GET;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import nl.mtvp.kernel.access.Visibility;

/**
 * A repository method that reads for a caller asks what the caller may see, or is reached only through a use case that
 * does. Every path is followed from the method to the resources that answer a {@code GET} through it: one without a
 * {@link Visibility} on the way reads everybody's rows. Those whose rows belong to nobody, or to everybody, stand in
 * {@code unowned.csv} among the tests' resources, each with why.
 */
final class VisibleOnly extends ArchCondition<JavaMethod> {

    private final Set<String> unowned = unowned();
    private final Set<String> needed = new HashSet<>();

    VisibleOnly() {
        super("be asked for a caller with its visibility only");
    }

    @Override
    public void check(JavaMethod method, ConditionEvents events) {
        var name = method.getOwner().getSimpleName() + "." + method.getName();
        if (method.getRawReturnType().isPrimitive() || asksWhatIsVisible(method)) {
            return;
        }
        var open = new HashSet<String>();
        follow(method, new HashSet<>(), open);
        if (open.isEmpty()) {
            return;
        }
        needed.add(name);
        if (!unowned.contains(name)) {
            events.add(SimpleConditionEvent.violated(
                    method, name + " reads without a visibility for " + open + " and is not in unowned.csv"));
        }
    }

    @Override
    public void finish(ConditionEvents events) {
        unowned.stream()
                .filter(name -> !needed.contains(name))
                .forEach(name ->
                        events.add(SimpleConditionEvent.violated(name, name + " stands in unowned.csv without need")));
    }

    private static void follow(JavaCodeUnit called, Set<JavaCodeUnit> followed, Set<String> open) {
        for (var call : called.getCallsOfSelf()) {
            var caller = call.getOrigin();
            if (!followed.add(caller) || asksWhatIsVisible(caller)) {
                continue;
            }
            if (caller.isAnnotatedWith(GET.class)) {
                open.add(caller.getOwner().getSimpleName() + "." + caller.getName());
            }
            follow(caller, followed, open);
        }
    }

    private static boolean asksWhatIsVisible(JavaCodeUnit unit) {
        return unit.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Visibility.class));
    }

    private static Set<String> unowned() {
        try (var table = VisibleOnly.class.getClassLoader().getResourceAsStream("unowned.csv")) {
            return table == null
                    ? Set.of()
                    : new String(table.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .skip(1)
                            .map(line -> line.substring(0, line.indexOf(',')))
                            .collect(Collectors.toUnmodifiableSet());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
