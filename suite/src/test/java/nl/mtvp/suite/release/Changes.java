package nl.mtvp.suite.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import nl.mtvp.suite.common.Json;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.compare.OpenApiDiffOptions;
import org.openapitools.openapidiff.core.output.MarkdownRender;

/** What became different since a release, and may not have. */
final class Changes {

    /** The descriptions tell clients to let be a value that they do not know. */
    private static final OpenApiDiffOptions GROWING = OpenApiDiffOptions.builder()
            .configProperty("incompatible.response.enum.increased", "false")
            // It holds one alternative against another one; which roles may is compared below.
            .configProperty("incompatible.security.scheme.scopes.increased", "false")
            .build();

    private final Release was;
    private final Release is;

    Changes(Release was, Release is) {
        this.was = was;
        this.is = is;
    }

    /** All that is wrong; nothing when clients and installations of the release go on. */
    List<String> faults(String changelog) throws IOException {
        var faults = new ArrayList<String>();
        for (var file : was.files().keySet()) {
            if (file.matches("openapi/[a-z]+\\.yaml")) {
                document(file, changelog, faults);
            } else if (file.matches("openapi/events/nl\\..*\\.json")) {
                event(file, faults);
            } else if (file.startsWith("migrations/")
                    && !was.files().get(file).equals(is.files().get(file))) {
                faults.add(file + " was released: a database that it has changed is changed by another one only");
            }
        }
        return faults;
    }

    /** Semantic versions: what breaks a client takes the next major version, what adds the next minor one. */
    private void document(String file, String changelog, List<String> faults) throws IOException {
        if (!is.files().containsKey(file)) {
            faults.add(file + " was released, and is not there");
            return;
        }
        var before = version(was, file);
        var now = version(is, file);
        var different = OpenApiCompare.fromContents(
                withoutExamples(was.files().get(file)),
                withoutExamples(is.files().get(file)),
                List.of(),
                GROWING);
        if (different.isIncompatible() && Release.major(now) == Release.major(before)) {
            faults.add(file + " breaks clients of " + before + " and calls itself " + now + ":\n" + told(different));
        } else if (different.isDifferent() && Release.number(now) <= Release.number(before)) {
            faults.add(file + " has changed and calls itself " + now + " as it did before:\n" + told(different));
        }
        roles(file).stream()
                .filter(role -> Release.major(now) == Release.major(before))
                .forEach(role -> faults.add(file + " breaks clients of " + before + ": " + role));
        if (different.isDifferent() && !changelog.contains("## " + now)) {
            faults.add("openapi/CHANGELOG.md has nothing under \"## " + now + "\", and " + file + " has changed");
        }
    }

    /** The roles that may ask for an operation no more. */
    private List<String> roles(String file) throws IOException {
        var lost = new ArrayList<String>();
        var now = new YAMLMapper().readTree(is.files().get(file)).path("paths");
        for (var path :
                new YAMLMapper().readTree(was.files().get(file)).path("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                var kept = now.path(path.getKey()).path(operation.getKey()).path("security");
                for (var alternative : operation.getValue().path("security")) {
                    if (!kept.toString().contains(alternative.toString())) {
                        lost.add(operation.getKey() + " " + path.getKey() + " is not for " + alternative + " any more");
                    }
                }
            }
        }
        return lost;
    }

    private static String told(org.openapitools.openapidiff.core.model.ChangedOpenApi different) {
        var text = new java.io.ByteArrayOutputStream();
        new MarkdownRender().render(different, new java.io.OutputStreamWriter(text));
        return text.toString(java.nio.charset.StandardCharsets.UTF_8);
    }

    private static String version(Release release, String file) throws IOException {
        return new YAMLMapper()
                .readTree(release.files().get(file))
                .at("/info/version")
                .asText();
    }

    /** Examples are recorded anew, and are no promise. */
    private static String withoutExamples(String document) throws IOException {
        var read = new YAMLMapper().readTree(document);
        strip(read);
        return Json.MAPPER.writeValueAsString(read);
    }

    private static void strip(JsonNode node) {
        if (node instanceof com.fasterxml.jackson.databind.node.ObjectNode object) {
            object.remove(List.of("example", "examples"));
        }
        node.forEach(Changes::strip);
    }

    /** Of an event the version stands in its type: one of another form is another type. */
    private void event(String file, List<String> faults) throws IOException {
        if (!is.files().containsKey(file)) {
            faults.add(file + " was released, and is told no more");
            return;
        }
        var before = Json.read(was.files().get(file)).at("/properties/data");
        var now = Json.read(is.files().get(file)).at("/properties/data");
        var kept = new TreeSet<String>();
        now.path("required").forEach(name -> kept.add(name.asText()));
        before.path("required").forEach(name -> {
            if (!kept.contains(name.asText())) {
                faults.add(file + " told " + name.asText() + " always, and does no more");
            }
        });
        before.path("properties").properties().forEach(property -> {
            if (!form(property.getValue()).equals(form(now.path("properties").path(property.getKey())))) {
                faults.add(file + " tells " + property.getKey() + " in another form than it did");
            }
        });
    }

    private static JsonNode form(JsonNode schema) {
        var form = schema.deepCopy();
        if (form instanceof com.fasterxml.jackson.databind.node.ObjectNode object) {
            object.remove("description");
        }
        return form;
    }
}
