package nl.mtvp.suite.stack;

import java.security.SecureRandom;
import java.util.Base64;

/** Passwords that nobody chose. */
final class Secrets {

    private Secrets() {}

    /** 24 letters, digits, hyphens and underscores. */
    static String password() {
        var bytes = new byte[18];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
