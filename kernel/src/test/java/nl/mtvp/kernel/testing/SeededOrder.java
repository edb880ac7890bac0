package nl.mtvp.kernel.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Comparator;
import java.util.UUID;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;

/**
 * Runs test classes in an order that their names and the build's seed decide, and nothing else: neither where the files
 * lie nor which other classes run. So a seed gives the same order on every machine, and a few classes chosen with
 * {@code -Dtest} keep the order that they had among all.
 */
public final class SeededOrder implements ClassOrderer {

    @Override
    public void orderClasses(ClassOrdererContext context) {
        // Without a seed, as in an IDE, the order stays as it is.
        context.getConfigurationParameter(Random.RANDOM_SEED_PROPERTY_NAME)
                .ifPresent(seed -> context.getClassDescriptors()
                        .sort(Comparator.comparing(
                                one -> place(one.getTestClass().getName(), seed))));
    }

    /** Where a class comes among others: a digest, so that another seed leaves no two neighbours together. */
    static UUID place(String name, String seed) {
        return UUID.nameUUIDFromBytes((seed + " " + name).getBytes(UTF_8));
    }
}
