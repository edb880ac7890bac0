package nl.mtvp.suite.identity;

import java.util.List;
import java.util.Map;

/**
 * A program that gets tokens by its own key (client credentials with private_key_jwt). It is no person, so it never
 * approves or signs.
 *
 * @param claims whom it speaks for, hard-coded at the identity provider
 * @param audience the API that takes its tokens, named like its scope
 */
public record SystemClient(String id, List<String> roles, Map<String, List<String>> claims, String audience) {

    /** One of the suite's APIs. */
    SystemClient(String id, List<String> roles, Map<String, List<String>> claims) {
        this(id, roles, claims, "mtvp-api");
    }
}
