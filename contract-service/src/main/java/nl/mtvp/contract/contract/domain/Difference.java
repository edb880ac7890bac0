package nl.mtvp.contract.contract.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.mtvp.kernel.json.CanonicalJson;

/**
 * A place where two JSON documents differ.
 *
 * @param pointer where (RFC 6901)
 * @param signed what the signed one has there; null where it has nothing
 * @param given what the other one has there; null where it has nothing
 */
public record Difference(String pointer, Object signed, Object given) {

    /** Every place where they differ, the deepest that names it, in the order of names and positions. */
    public static List<Difference> between(Object signed, Object given) {
        return differences("", signed, given).toList();
    }

    private static Stream<Difference> differences(String pointer, Object signed, Object given) {
        if (signed instanceof Map<?, ?> one && given instanceof Map<?, ?> other) {
            var names = new TreeSet<String>();
            one.keySet().forEach(name -> names.add((String) name));
            other.keySet().forEach(name -> names.add((String) name));
            return names.stream().flatMap(name -> {
                var there = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
                return one.containsKey(name) && other.containsKey(name)
                        ? differences(there, one.get(name), other.get(name))
                        : Stream.of(new Difference(there, one.get(name), other.get(name)));
            });
        }
        if (signed instanceof List<?> one && given instanceof List<?> other) {
            var all = new ArrayList<Difference>();
            for (int at = 0; at < Math.max(one.size(), other.size()); at++) {
                var mine = at < one.size() ? one.get(at) : null;
                var theirs = at < other.size() ? other.get(at) : null;
                if (at < Math.min(one.size(), other.size())) {
                    differences(pointer + "/" + at, mine, theirs).forEach(all::add);
                } else {
                    all.add(new Difference(pointer + "/" + at, mine, theirs));
                }
            }
            return all.stream();
        }
        return same(signed, given) ? Stream.empty() : Stream.of(new Difference(pointer, signed, given));
    }

    /** Numbers are the same when their canonical form is. */
    private static boolean same(Object signed, Object given) {
        return Arrays.equals(
                CanonicalJson.bytes(Collections.singletonList(signed)),
                CanonicalJson.bytes(Collections.singletonList(given)));
    }
}
