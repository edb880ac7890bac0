package nl.mtvp.suite.identity;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * Who can get tokens where: what one needs to know to log in to a stack.
 *
 * @param redirectUri where a login comes back; nothing has to listen there
 * @param password everybody's, made at start
 * @param systems each system client with the file of its private key
 */
public record Directory(
        URI issuer, String redirectUri, Set<String> people, String password, Map<String, Path> systems) {

    public static final String PORTAL_CLIENT = "mtvp-portal";

    public Directory {
        people = Set.copyOf(people);
        systems = Map.copyOf(systems);
    }
}
