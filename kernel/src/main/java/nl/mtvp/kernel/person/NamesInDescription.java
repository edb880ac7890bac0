package nl.mtvp.kernel.person;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Tells, in the API's description, of the names that {@link NamesInAnswers} writes. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 2)
public class NamesInDescription implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getComponents() != null && api.getComponents().getSchemas() != null) {
            api.getComponents().getSchemas().values().forEach(NamesInDescription::complete);
        }
    }

    private static void complete(Schema schema) {
        if (schema.getProperties() == null) {
            return;
        }
        var completed = new LinkedHashMap<String, Schema>();
        schema.getProperties().forEach((property, described) -> {
            completed.put(property, described);
            if (isSubject(property, described, schema.getProperties())) {
                completed.put(property + NamesInAnswers.SUFFIX, name(property));
            }
        });
        schema.setProperties(completed);
    }

    private static boolean isSubject(String property, Schema described, Map<String, Schema> properties) {
        return described.getType() != null
                && described.getType().contains(Schema.SchemaType.STRING)
                && NamesInAnswers.momentOf(property, properties.keySet()).isPresent();
    }

    private static Schema name(String property) {
        return OASFactory.createSchema()
                .type(List.of(Schema.SchemaType.STRING))
                .description("What the token called " + property + " then; not there when no token has told it")
                .addExample("A. de Vries");
    }
}
