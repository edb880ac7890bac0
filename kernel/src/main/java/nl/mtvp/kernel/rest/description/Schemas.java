package nl.mtvp.kernel.rest.description;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;

/**
 * Says of each property whether it is always there and whether it may be null. An answer has all its properties, null
 * where there is nothing to say; a request may leave out, or send as null, what it need not say. OpenAPI 3.0 forbids
 * null beside a reference, so what may be null refers to a component of its own, {@code XOrNull}. What nothing refers to
 * is no part of the description.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 3)
public class Schemas implements OASFilter {

    private static final String OR_NULL = "OrNull";

    private static final DotName SCHEMA =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.media.Schema.class);

    /** The properties that {@link MayBeNull} tells of, by the name of their schema. */
    private final Map<String, Set<String>> told;

    /** @param index of the classes that answers are made of */
    public Schemas(IndexView index) {
        told = index.getAnnotations(MayBeNull.class).stream()
                .collect(Collectors.toMap(
                        said -> name(said.target().asClass()),
                        said -> Set.of(said.value().asStringArray()),
                        (one, again) -> one)); // an index of indexes has some classes twice
    }

    private static String name(ClassInfo type) {
        var described = type.declaredAnnotation(SCHEMA);
        var name = described == null ? null : described.value("name");
        return name == null ? type.simpleName() : name.asString();
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getPaths() == null || api.getComponents() == null) {
            return;
        }
        var walk = new SchemaWalk(api);
        var taken = walk.taken();
        var answered = new HashSet<>(walk.given());
        answered.removeAll(taken);
        var all = new TreeMap<>(api.getComponents().getSchemas());
        keepUsed(api, all);
        refuseNumbers(all.keySet());
        var orNull = new TreeMap<String, Schema>();
        all.forEach((name, schema) -> {
            if (schema.getProperties() != null) {
                if (answered.contains(name) && schema.getRequired() == null) {
                    schema.setRequired(new ArrayList<>(schema.getProperties().keySet()));
                }
                completeNull(schema, told.getOrDefault(name, Set.of()), taken.contains(name), all, orNull);
            }
        });
        // A component for null has the properties of the one that it stands for, as they are by now.
        orNull.keySet().forEach(name -> orNull.put(name, orNull(all.get(name))));
        orNull.forEach((name, schema) -> all.put(name + OR_NULL, schema));
        api.getComponents().setSchemas(all);
        keepUsed(api, all);
    }

    private static void keepUsed(OpenAPI api, Map<String, Schema> all) {
        var walk = new SchemaWalk(api);
        var used = new HashSet<>(walk.taken());
        used.addAll(walk.given());
        all.keySet().retainAll(used);
        api.getComponents().setSchemas(all);
    }

    /** Two types of one name: the scan counts them, and who reads a client made of it sees what depends on an order. */
    private static void refuseNumbers(Set<String> names) {
        var numbered = names.stream().filter(name -> name.matches(".*[0-9]")).toList();
        if (!numbered.isEmpty()) {
            throw new IllegalStateException("types of the same name: " + numbered + "; give one of each another name");
        }
    }

    private static void completeNull(
            Schema schema, Set<String> told, boolean taken, Map<String, Schema> all, Map<String, Schema> orNull) {
        if (!schema.getProperties().keySet().containsAll(told)) {
            throw new IllegalStateException("@MayBeNull " + told + ": not all are of "
                    + schema.getProperties().keySet());
        }
        var completed = new LinkedHashMap<String, Schema>();
        schema.getProperties().forEach((property, described) -> {
            boolean mayMiss =
                    schema.getRequired() == null || !schema.getRequired().contains(property);
            boolean mayBeNull = isNull(described) || told.contains(property) || taken && mayMiss;
            completed.put(property, mayBeNull ? nullable(described, all, orNull) : described);
        });
        schema.setProperties(completed);
    }

    /** The scan writes null beside a type, or as another schema beside a reference. */
    private static boolean isNull(Schema schema) {
        return schema.getType() != null && schema.getType().contains(SchemaType.NULL)
                || schema.getAnyOf() != null && schema.getAnyOf().stream().anyMatch(Schemas::isNull);
    }

    private static Schema nullable(Schema schema, Map<String, Schema> all, Map<String, Schema> orNull) {
        var name = SchemaWalk.reference(schema);
        if (name != null) {
            orNull.put(name, all.get(name));
            var reference = OASFactory.createSchema().ref(SchemaWalk.COMPONENTS + name + OR_NULL);
            if (schema.getDescription() == null && schema.getExamples() == null) {
                return reference;
            }
            schema.setRef(null);
            schema.setType(null);
            schema.setAnyOf(null);
            schema.setAllOf(List.of(reference));
            return schema;
        }
        return schema.getType() == null ? schema : withNull(schema);
    }

    private static Schema orNull(Schema schema) {
        var copy = OASFactory.createSchema();
        copy.setAll(schema.getAll());
        return withNull(copy);
    }

    private static Schema withNull(Schema schema) {
        if (!isNull(schema)) {
            var types = new ArrayList<>(schema.getType());
            types.add(SchemaType.NULL);
            schema.setType(types);
        }
        if (schema.getEnumeration() != null && !schema.getEnumeration().contains(null)) {
            var values = new ArrayList<>(schema.getEnumeration());
            values.add(null);
            schema.setEnumeration(values);
        }
        return schema;
    }
}
