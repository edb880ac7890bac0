package nl.mtvp.kernel.rest;

import jakarta.ws.rs.core.EntityTag;
import java.util.Arrays;
import nl.mtvp.kernel.failure.DomainFailure;

/** Versions of what can change, as HTTP knows them. */
public final class ETags {

    private ETags() {}

    public static EntityTag of(long version) {
        return new EntityTag(Long.toString(version));
    }

    /**
     * Holds a change to the version that the caller has seen.
     *
     * @throws VersionNotStated if {@code If-Match} is missing (428)
     * @throws VersionIsStale if it names another version (412)
     */
    public static void require(String ifMatch, long version) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new VersionNotStated();
        }
        var quoted = '"' + Long.toString(version) + '"';
        boolean matches = Arrays.stream(ifMatch.split(","))
                .map(String::strip)
                .anyMatch(tag -> tag.equals("*") || tag.equals(quoted));
        if (!matches) {
            throw new VersionIsStale(version);
        }
    }

    /** The change does not say which version it is meant for. */
    public static final class VersionNotStated extends DomainFailure {
        VersionNotStated() {
            super(
                    Kind.UNCONDITIONAL,
                    "version-not-stated",
                    "say which version you change: send its ETag in the header If-Match");
        }
    }

    /** The change is meant for a version that is no longer the newest. */
    public static final class VersionIsStale extends DomainFailure {
        VersionIsStale(long version) {
            super(
                    Kind.STALE,
                    "version-is-stale",
                    "somebody changed this since you read it; its version is now \"" + version
                            + "\". Read it again and repeat your change on it.");
        }
    }
}
