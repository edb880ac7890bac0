package nl.mtvp.suite.identity;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.mtvp.suite.common.Io;
import nl.mtvp.suite.common.Json;

/**
 * The realm of a local stack: the committed realm, which serves anywhere, and with it the people and systems of one
 * stack. Its placeholders are left to Keycloak, which fills them from its environment.
 */
public final class RealmFile {

    private RealmFile() {}

    /**
     * @param keys each system's key, by client id
     * @param pages the origin of pages in which people log in as well, in their browser
     */
    public static String of(
            List<Person> people,
            String password,
            List<SystemClient> systems,
            Map<String, ClientKey> keys,
            String pages) {
        var realm = (ObjectNode) Json.read(Io.resource("/keycloak/mtvp-realm.json"));
        var clients = (ArrayNode) realm.get("clients");
        for (var client : clients) {
            if (client.path("clientId").asText().equals(Directory.PORTAL_CLIENT)) {
                ((ArrayNode) client.get("redirectUris")).add(pages + "/oauth2-redirect.html");
                ((ArrayNode) client.get("webOrigins")).add(pages);
            }
        }
        var users = realm.putArray("users");
        people.forEach(person -> users.add(user(person, password)));
        for (var system : systems) {
            clients.add(client(system, keys.get(system.id())));
            users.add(Json.MAPPER.valueToTree(Map.ofEntries(
                    entry("id", id("service-account-" + system.id())),
                    entry("username", "service-account-" + system.id()),
                    entry("enabled", true),
                    entry("serviceAccountClientId", system.id()),
                    entry("realmRoles", system.roles()))));
        }
        return Json.written(realm);
    }

    /** The same at each start, for what a stack keeps is signed with it. */
    private static String id(String username) {
        return UUID.nameUUIDFromBytes(username.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static ObjectNode user(Person person, String password) {
        return Json.MAPPER.valueToTree(Map.of(
                "id", id(person.username()),
                "username", person.username(),
                "enabled", true,
                "emailVerified", true,
                "email", person.username() + "@example.org",
                "firstName", person.function(),
                "lastName", person.username(),
                "attributes", person.attributes(),
                "realmRoles", person.roles(),
                "credentials", List.of(Map.of("type", "password", "value", password, "temporary", false))));
    }

    private static ObjectNode client(SystemClient system, ClientKey key) {
        ObjectNode client = Json.MAPPER.valueToTree(Map.of(
                "clientId", system.id(),
                "enabled", true,
                "protocol", "openid-connect",
                "publicClient", false,
                "serviceAccountsEnabled", true,
                "standardFlowEnabled", false,
                "directAccessGrantsEnabled", false,
                "fullScopeAllowed", true,
                "clientAuthenticatorType", "client-jwt",
                "defaultClientScopes", List.of("basic", "roles", system.audience())));
        var scopes = client.putArray("optionalClientScopes");
        system.roles().forEach(scopes::add);
        client.putObject("attributes")
                .put("use.jwks.string", "true")
                .put("jwks.string", Json.written(Map.of("keys", List.of(key.publicJwk()))))
                .put("token.endpoint.auth.signing.alg", "RS256");
        var mappers = client.putArray("protocolMappers");
        for (var claim : system.claims().entrySet()) {
            var config = Map.ofEntries(
                    entry("claim.name", claim.getKey()),
                    entry("claim.value", value(claim.getValue())),
                    entry("jsonType.label", claim.getValue().size() == 1 ? "String" : "JSON"),
                    entry("access.token.claim", "true"),
                    entry("introspection.token.claim", "true"));
            mappers.add(Json.MAPPER.<ObjectNode>valueToTree(Map.ofEntries(
                    entry("name", claim.getKey()),
                    entry("protocol", "openid-connect"),
                    entry("protocolMapper", "oidc-hardcoded-claim-mapper"),
                    entry("consentRequired", false),
                    entry("config", config))));
        }
        return client;
    }

    /** A claim of several values is a JSON array; the services read one value as a list of one. */
    private static String value(List<String> values) {
        return values.size() == 1 ? values.get(0) : Json.written(values);
    }
}
