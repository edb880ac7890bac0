package nl.mtvp.plan.line.domain;

import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import nl.mtvp.kernel.failure.Fault;

/** Holds a list to naming each thing once. */
public final class Once {

    private Once() {}

    /**
     * Each place where something stands once more; what could not be read is null, be it the list.
     *
     * @param pointer to a place, with {@code %d} for its number
     * @param detail with {@code %s} for what stands there, if that is told
     */
    public static List<Fault> faults(List<?> named, String pointer, String detail) {
        var seen = new HashSet<Object>();
        return named == null
                ? List.of()
                : IntStream.range(0, named.size())
                        .filter(at -> named.get(at) != null && !seen.add(named.get(at)))
                        .mapToObj(at ->
                                Fault.inBody(pointer.formatted(at), "named-twice", detail.formatted(named.get(at))))
                        .toList();
    }
}
