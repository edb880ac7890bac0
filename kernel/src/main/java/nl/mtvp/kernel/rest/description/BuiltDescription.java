package nl.mtvp.kernel.rest.description;

import io.quarkus.arc.Unremovable;
import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.openapi.runtime.io.Format;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Serves the API's description as the build wrote it. The extension would read it into a model at every start, and write
 * it anew from there, which costs a start most of a second and some fifteen megabytes for the same bytes. Only where
 * tokens are had is told as this installation has it. No proxy stands before it: the extension calls a method that only
 * its own package sees.
 */
@Alternative
@Priority(1)
@Singleton
@Unremovable
class BuiltDescription extends OpenApiDocumentService {

    private static final String WRITTEN_BY_THE_BUILD = "META-INF/quarkus-generated-openapi-doc.";

    /** Where the description that the build writes says that tokens are had. */
    private static final String ANY_ISSUER = "https://identity.example.org/realms/mtvp";

    /** What the extension looks into for a description to read: there is none. */
    private static final ClassLoader NOTHING = new ClassLoader(null) {
        @Override
        public InputStream getResourceAsStream(String name) {
            return null;
        }
    };

    private final Optional<String> issuer;

    /** @param issuer the identity provider that this installation believes */
    BuiltDescription(@ConfigProperty(name = "quarkus.oidc.auth-server-url") Optional<String> issuer) {
        this.issuer = issuer;
    }

    /** Before the extension prepares, which it does on this bean. */
    @PostConstruct
    void letNothingBeRead() {
        OpenApiConstants.classLoader = NOTHING;
    }

    @Override
    public byte[] getDocument(String name, Format format) {
        return told(new String(written(format), StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
    }

    /** What the build wrote, with where this installation gives tokens. */
    String told(String written) {
        return written.replace(ANY_ISSUER, issuer.orElse(ANY_ISSUER));
    }

    /** The bytes that the build wrote. */
    static byte[] written(Format format) {
        var resource = WRITTEN_BY_THE_BUILD + format;
        try (var written = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
            if (written == null) {
                throw new IllegalStateException("the build wrote no " + resource);
            }
            return written.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
