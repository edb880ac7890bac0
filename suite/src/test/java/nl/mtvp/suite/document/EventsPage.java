package nl.mtvp.suite.document;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.mtvp.kernel.testing.event.Followed;
import nl.mtvp.suite.common.Json;
import nl.mtvp.suite.common.Service;

/** What the documents of events say, made from their schemas and from what the followers' sources name. */
final class EventsPage {

    static final Path FOLDER = Path.of("..", "openapi", "events");

    private static final Path ROOT = Path.of("..");

    private EventsPage() {}

    static List<Path> schemas() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.filter(file -> file.getFileName().toString().startsWith("nl.mtvp."))
                    .sorted()
                    .toList();
        }
    }

    static String written(JsonNode schema) throws IOException {
        var printer = new DefaultPrettyPrinter(
                        Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
                .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                .withArrayIndenter(new DefaultIndenter("  ", "\n"));
        return Json.MAPPER.writer(printer).writeValueAsString(schema) + "\n";
    }

    /** Who follows whom: the types that the follower's source names. */
    private static Map<Service, Set<String>> followed() throws IOException {
        var followed = new LinkedHashMap<Service, Set<String>>();
        followed.put(
                Service.CONTRACT,
                Followed.named(
                        ROOT.resolve("contract-service/src/main/java/nl/mtvp/contract/admission/PlanFeed.java")));
        followed.put(
                Service.PAYMENT,
                Followed.named(
                        ROOT.resolve("payment-service/src/main/java/nl/mtvp/payment/contract/ContractFeed.java")));
        return followed;
    }

    private static Service teller(JsonNode schema) {
        var source = schema.at("/properties/source/pattern").asText();
        return List.of(Service.values()).stream()
                .filter(service -> source.contains(service.module()))
                .findFirst()
                .orElseThrow();
    }

    static String page() throws IOException {
        var page = new StringBuilder(
                """
                # Events

                Each service tells the others what became true with it, in a feed of its own: `GET /v1/events`, which takes the role
                `service`. An event is a CloudEvent (1.0, NL GOV profile); what stands in it says its JSON Schema in
                [openapi/events](../openapi/events), and [asyncapi.yaml](../openapi/events/asyncapi.yaml) names all of them. Who tells and
                who follows share these schemas and nothing else: each event of every test is held against its schema, and so is
                what a follower reads.

                Facts go one way: plan-service tells contract-service, and that tells payment-service. What flows back is asked.

                ## Following a feed

                - Begin without `lastEventId`, then name the `id` of the last event that you have: the next come in their order. `[]`
                  means that there is nothing newer; with `timeout` the service waits for it.
                - Keep your place in the transaction that applies an event, and each takes effect once, whatever dies when.
                - Let be a type or a property that you do not know: there will be more of them in the same version.
                - `time` is when the teller recorded it. Where `data` has `sourceKnownAt`, the parties knew earlier.
                - An event that cannot be applied is not skipped: the follower stops, says so in its health, and tries again.
                """);
        var followed = followed();
        for (var service : Service.values()) {
            page.append("\n## What ").append(service.module()).append(" tells\n\n");
            page.append("| event | what it says | about | followed by |\n| --- | --- | --- | --- |\n");
            for (var file : schemas()) {
                var schema = Json.read(Files.readString(file));
                if (teller(schema) == service) {
                    var type = schema.at("/properties/type/const").asText();
                    var by = new ArrayList<String>();
                    followed.forEach((follower, types) -> {
                        if (types.contains(type)) {
                            by.add(follower.module());
                        }
                    });
                    page.append("| [`%s`](../openapi/events/%s) | %s. %s | %s | %s |%n"
                            .formatted(
                                    type.replace("nl.mtvp.", "").replace(".v1", ""),
                                    file.getFileName(),
                                    schema.path("title").asText(),
                                    schema.path("description").asText(),
                                    schema.at("/properties/subject/description").asText(),
                                    by.isEmpty() ? "nobody yet" : String.join(", ", by)));
                }
            }
        }
        return page.toString();
    }

    static String asyncapi() throws IOException {
        var channels = new StringBuilder();
        var operations = new StringBuilder();
        var messages = new StringBuilder();
        for (var service : Service.values()) {
            var name = service.module().replace("-service", "");
            channels.append("  %s:%n    address: /v1/events%n    title: The feed of %s%n    messages:%n"
                    .formatted(name, service.module()));
            operations.append(
                    "  %sTells:%n    action: send%n    title: What %s tells, in order%n    channel:%n      $ref: \"#/channels/%s\"%n"
                            .formatted(name, service.module(), name));
            for (var file : schemas()) {
                var schema = Json.read(Files.readString(file));
                if (teller(schema) == service) {
                    var type = schema.at("/properties/type/const").asText();
                    channels.append("      %s:%n        $ref: \"#/components/messages/%1$s\"%n".formatted(type));
                    messages.append(
                            """
                                %s:
                                  name: %1$s
                                  title: %s
                                  contentType: application/cloudevents+json
                                  payload:
                                    schemaFormat: application/schema+json;version=draft-07
                                    schema:
                                      $ref: ./%1$s.json
                            """
                                    .formatted(type, schema.path("title").asText()));
                }
            }
        }
        return """
                # Made by the build from the schemas beside it.
                asyncapi: 3.0.0
                info:
                  title: MTVP events
                  version: 1.0.0
                  description: What the services of the MTVP suite tell each other. A feed is read over HTTP, GET /v1/events, with a
                    long poll; its answer is a list of these messages.
                  license:
                    name: EUPL-1.2
                channels:
                %soperations:
                %scomponents:
                  messages:
                %s"""
                .formatted(channels, operations, messages);
    }
}
