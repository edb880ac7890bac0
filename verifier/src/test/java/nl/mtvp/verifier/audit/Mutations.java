package nl.mtvp.verifier.audit;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Every single change of a value in an export: each field of each row, turned into another value of its form. */
final class Mutations {

    /** Moments move by a year and a day: over whatever cut-off comes next. */
    private static final Duration AWAY = Duration.ofDays(366);

    private Mutations() {}

    /**
     * @param field the file, for a fact its kind, and the properties' names: what the mutations of many rows share
     * @param row from 0
     */
    record Mutation(String file, int row, List<Object> path, Object was, Object becomes, String field) {

        /** The row with the other value. */
        Map<String, Object> applied(Map<String, Object> original) {
            var copy = copy(original);
            Object at = copy;
            for (var step : path.subList(0, path.size() - 1)) {
                at = step instanceof Integer index ? ((List<?>) at).get(index) : ((Map<?, ?>) at).get(step);
            }
            @SuppressWarnings("unchecked")
            var last = (Map<String, Object>) at;
            last.put((String) path.get(path.size() - 1), becomes);
            return copy;
        }

        @Override
        public String toString() {
            return file + " row " + (row + 1) + " " + path + ": " + was + " becomes " + becomes;
        }
    }

    /** All of them, by field. */
    static Map<String, List<Mutation>> of(Map<String, List<Map<String, Object>>> files) {
        var known = new TreeMap<String, TreeSet<String>>();
        var leaves = new ArrayList<Mutation>();
        files.forEach((file, rows) -> {
            for (int row = 0; row < rows.size(); row++) {
                var kind = rows.get(row).get("kind");
                var prefix = file.equals("facts.ndjson") ? file + " " + kind : file;
                leaves(file, row, List.of(), rows.get(row), prefix, leaves);
            }
        });
        leaves.stream().filter(leaf -> leaf.was() != null).forEach(leaf -> known.computeIfAbsent(
                        leaf.field(), field -> new TreeSet<>())
                .add(leaf.was().toString()));
        var mutations = new TreeMap<String, List<Mutation>>();
        for (var leaf : leaves) {
            for (var other : others(leaf, known.getOrDefault(leaf.field(), new TreeSet<>()))) {
                mutations
                        .computeIfAbsent(leaf.field(), field -> new ArrayList<>())
                        .add(new Mutation(leaf.file(), leaf.row(), leaf.path(), leaf.was(), other, leaf.field()));
            }
        }
        return mutations;
    }

    private static void leaves(
            String file, int row, List<Object> path, Object value, String field, List<Mutation> leaves) {
        if (value instanceof Map<?, ?> object) {
            object.forEach((name, part) -> leaves(file, row, longer(path, name), part, field + "." + name, leaves));
        } else if (value instanceof List<?> list) {
            for (int at = 0; at < list.size(); at++) {
                leaves(file, row, longer(path, at), list.get(at), field, leaves);
            }
        } else {
            leaves.add(new Mutation(file, row, path, value, null, field));
        }
    }

    private static List<Object> longer(List<Object> path, Object step) {
        var longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }

    private static List<Object> others(Mutation leaf, TreeSet<String> known) {
        var was = leaf.was();
        if (was == null) {
            return known.isEmpty() ? List.of() : List.of(revived(known.first()));
        }
        if (was instanceof Number number) {
            return List.of(number.longValue() + 1);
        }
        var text = was.toString();
        if (text.matches("[0-9-]{10}T.*Z")) {
            return List.of(Instant.parse(text).plus(AWAY).toString());
        }
        if (text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
            return List.of(LocalDate.parse(text).plusDays(1).toString());
        }
        if (text.matches("[0-9]{4}-Q[1-4]")) {
            return List.of(Quarter.parse(text).next().toString());
        }
        if (text.matches("[0-9a-f]{64}|[0-9a-f-]{36}|[0-9]{8}|[0-9]{4}")) {
            char last = text.charAt(text.length() - 1);
            return List.of(text.substring(0, text.length() - 1) + (last == '0' ? '1' : '0'));
        }
        return known.stream()
                .filter(other -> !other.equals(text))
                .findFirst()
                .<List<Object>>map(List::of)
                .orElse(List.of(text + "x"));
    }

    private static Object revived(String known) {
        return known.matches("-?[0-9]{1,7}") ? Long.valueOf(known) : known;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> copy(Map<String, Object> row) {
        var copy = new LinkedHashMap<String, Object>();
        row.forEach((name, value) -> copy.put(
                name,
                value instanceof Map<?, ?> object
                        ? copy((Map<String, Object>) object)
                        : value instanceof List<?> list
                                ? new ArrayList<>(list.stream()
                                        .map(element -> element instanceof Map<?, ?> object
                                                ? copy((Map<String, Object>) object)
                                                : element)
                                        .toList())
                                : value));
        return copy;
    }
}
