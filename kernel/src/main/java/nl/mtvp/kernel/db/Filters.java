package nl.mtvp.kernel.db;

import java.util.HashMap;
import java.util.Map;

/**
 * The conditions of a list's filters that somebody asked for. What was not asked for is left out of the statement, not
 * made true in it: so the database plans for these alone.
 */
public final class Filters {

    private final StringBuilder conditions = new StringBuilder();
    private final Map<String, Object> parameters = new HashMap<>();

    /** Adds a condition in SQL that names the parameter, unless the value is null. */
    public Filters and(String condition, String parameter, Object value) {
        if (value != null) {
            conditions.append(" and ").append(condition);
            parameters.put(parameter, value);
        }
        return this;
    }

    /** To be put after other conditions; empty when nothing was asked for. */
    public String sql() {
        return conditions.toString();
    }

    public Map<String, Object> parameters() {
        return parameters;
    }
}
