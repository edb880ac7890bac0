package nl.mtvp.kernel.access;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;

/**
 * Whose rows somebody may see. It goes into every query of rows that belong to somebody, so what is not visible is not
 * found. Nothing claimed is nothing seen.
 *
 * @param everything sees all rows: only a service of the suite, or an auditor of all insurers
 */
public record Visibility(boolean everything, Set<Uzovi> insurers, Set<Agb> practices, Set<String> rhos) {

    public static final Visibility EVERYTHING = new Visibility(true, Set.of(), Set.of(), Set.of());
    public static final Visibility NOTHING = new Visibility(false, Set.of(), Set.of(), Set.of());

    /** The kinds of owner that a row can have. */
    public enum Owner {
        INSURER,
        PRACTICE,
        RHO
    }

    public Visibility {
        insurers = Set.copyOf(insurers);
        practices = Set.copyOf(practices);
        rhos = Set.copyOf(rhos);
    }

    /** A condition in SQL or HQL with the parameters that it names. */
    public record Condition(String sql, Map<String, Object> parameters) {

        /** This or another one, whose parameters are other ones or the same. */
        public Condition or(String sql, Map<String, Object> parameters) {
            var both = new HashMap<>(this.parameters);
            both.putAll(parameters);
            return new Condition("(" + this.sql + " or " + sql + ")", both);
        }
    }

    /**
     * The condition that a row is visible. A row is, if any of its owners is one of ours.
     *
     * @param columns the row's column for each owner that it has, like {@code Map.of(INSURER, "c.uzovi")}
     */
    public Condition of(Map<Owner, String> columns) {
        if (everything) {
            return new Condition("true", Map.of());
        }
        var parts = new ArrayList<String>();
        var parameters = new HashMap<String, Object>();
        columns.forEach((owner, column) -> {
            var parameter = "visible" + owner;
            parts.add(column + " = any(:" + parameter + ")");
            parameters.put(parameter, codes(owner));
        });
        return new Condition(parts.stream().sorted().collect(Collectors.joining(" or ", "(", ")")), parameters);
    }

    /**
     * The same of an entity.
     *
     * @param attributes the entity's attribute for each owner that it has, like {@code Map.of(INSURER, "c.uzovi")}
     */
    public Condition hql(Map<Owner, String> attributes) {
        if (everything) {
            return new Condition("true", Map.of());
        }
        var parameters = new HashMap<String, Object>();
        attributes.keySet().forEach(owner -> parameters.put("visible" + owner, values(owner)));
        var sql = attributes.entrySet().stream()
                .map(owned -> owned.getValue() + " in :visible" + owned.getKey())
                .sorted()
                .collect(Collectors.joining(" or ", "(", ")"));
        return new Condition(sql, parameters);
    }

    private Set<?> values(Owner owner) {
        return switch (owner) {
            case INSURER -> insurers;
            case PRACTICE -> practices;
            case RHO -> rhos;
        };
    }

    private String[] codes(Owner owner) {
        return switch (owner) {
            case INSURER -> insurers.stream().map(Uzovi::code).toArray(String[]::new);
            case PRACTICE -> practices.stream().map(Agb::code).toArray(String[]::new);
            case RHO -> rhos.toArray(String[]::new);
        };
    }
}
