package nl.mtvp.kernel.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;

/**
 * Runs test classes in an order that their names and the build's seed decide, and nothing else: neither where the files
 * lie nor which other classes run. So a seed gives the same order on every machine, and a few classes chosen with
 * {@code -Dtest} keep the order that they had among all. Classes that need the same neighbours of the service stay together,
 * for each change of them starts the service anew.
 */
public final class SeededOrder implements ClassOrderer {

    /** By its name: modules without Quarkus order their tests by this, too. */
    private static final String NEIGHBOUR = "io.quarkus.test.common.WithTestResource";

    @Override
    public void orderClasses(ClassOrdererContext context) {
        // Without a seed, as in an IDE, the order stays as it is.
        context.getConfigurationParameter(Random.RANDOM_SEED_PROPERTY_NAME)
                .ifPresent(seed -> context.getClassDescriptors()
                        .sort(Comparator.<ClassDescriptor, UUID>comparing(
                                        one -> place(neighbours(one.getTestClass()), seed))
                                .thenComparing(one -> place(one.getTestClass().getName(), seed))));
    }

    /** What the class needs besides the service: those that need the same follow each other, and start it once. */
    static String neighbours(Class<?> test) {
        return Arrays.stream(test.getAnnotations())
                .filter(one -> one.annotationType().getName().equals(NEIGHBOUR))
                .map(Annotation::toString)
                .collect(Collectors.joining());
    }

    /** Where a class comes among others: a digest, so that another seed leaves no two neighbours together. */
    static UUID place(String name, String seed) {
        return UUID.nameUUIDFromBytes((seed + " " + name).getBytes(UTF_8));
    }
}
