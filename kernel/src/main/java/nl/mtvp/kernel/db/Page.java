package nl.mtvp.kernel.db;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A part of a list.
 *
 * @param next the cursor of the page that follows; empty when these rows are the last
 */
public record Page<R>(List<R> rows, Optional<String> next) {

    public <T> Page<T> map(Function<? super R, ? extends T> shown) {
        return new Page<>(rows.stream().<T>map(shown).toList(), next);
    }
}
