package nl.mtvp.suite.identity;

import java.util.List;
import java.util.Map;

/**
 * Somebody who logs in, with what the identity provider knows of them.
 *
 * @param attributes {@code uzovi}, {@code agb}, {@code kvk}, {@code rho}: whom they speak for
 */
public record Person(String username, String function, List<String> roles, Map<String, List<String>> attributes) {}
