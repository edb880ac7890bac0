package nl.mtvp.kernel.db;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.mtvp.kernel.access.Visibility;

/**
 * The conditions of a list, in SQL or HQL. What was not asked for is left out of the statement, not made true in it: so
 * the database plans for these alone.
 */
public final class Filters {

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    /** Adds a condition that holds for every row. */
    public Filters and(String condition) {
        conditions.add(condition);
        return this;
    }

    /** Adds a condition that names the parameter, unless the value is null. */
    public Filters and(String condition, String parameter, Object value) {
        return value == null ? this : and(condition).with(parameter, value);
    }

    /** Adds the condition that a row is visible. */
    public Filters and(Visibility.Condition visible) {
        parameters.putAll(visible.parameters());
        return and(visible.sql());
    }

    /** A parameter that a condition names, or the statement before the conditions does. */
    public Filters with(String parameter, Object value) {
        parameters.put(parameter, value);
        return this;
    }

    /** All of them as one clause; empty when there is none. */
    public String where() {
        return conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions);
    }

    /** To be put after other conditions; empty when there is none. */
    public String sql() {
        return conditions.stream().map(" and "::concat).collect(Collectors.joining());
    }

    public Map<String, Object> parameters() {
        return parameters;
    }
}
