package nl.mtvp.kernel.failure;

import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Where things can go from a state: the end of a sentence that refuses another way. */
public final class Ways {

    private Ways() {}

    /**
     * @param allowed whether a state comes next
     * @param atTheEnd what to do instead when none does
     */
    public static <E extends Enum<E>> String from(E state, Predicate<E> allowed, String atTheEnd) {
        var next = Arrays.stream(state.getDeclaringClass().getEnumConstants())
                .filter(allowed)
                .map(Enum::name)
                .collect(Collectors.joining(" or "));
        return next.isEmpty() ? "; " + atTheEnd : "; it can become " + next;
    }
}
