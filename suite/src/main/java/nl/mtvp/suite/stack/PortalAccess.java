package nl.mtvp.suite.stack;

import java.net.URI;

/**
 * How to reach a stack's portal simulator.
 *
 * @param messages where contract-service sends to, over mutual TLS
 * @param listener where contract-service takes the portal's messages, over mutual TLS
 * @param desk where signatories sign, with the password
 */
public record PortalAccess(URI messages, URI listener, URI desk, String password) {}
