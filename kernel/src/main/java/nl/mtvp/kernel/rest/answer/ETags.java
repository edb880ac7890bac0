package nl.mtvp.kernel.rest.answer;

import jakarta.ws.rs.core.EntityTag;
import java.util.Arrays;
import java.util.regex.Pattern;
import nl.mtvp.kernel.failure.DomainFailure;

/** Versions of what can change, as HTTP knows them. */
public final class ETags {

    private ETags() {}

    public static EntityTag of(long version) {
        return new EntityTag(Long.toString(version));
    }

    /**
     * The same for what has more beside its terms, which changes without a new version of these: {@link #require} looks at
     * the version only.
     *
     * @param beside tells all of that; empty at the beginning
     */
    public static EntityTag of(long version, String beside) {
        return new EntityTag(beside.isEmpty() ? Long.toString(version) : version + "-" + beside);
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
        var form = Pattern.compile("\\*|\"" + version + "(?:-[^\"]*)?\"");
        boolean matches = Arrays.stream(ifMatch.split(",")).map(String::strip).anyMatch(tag -> form.matcher(tag)
                .matches());
        if (!matches) {
            throw new VersionIsStale(version);
        }
    }

    /**
     * Whether a list of versions that somebody wants holds this one, whatever it has beside its terms; a weak one is no such
     * version.
     */
    static boolean isWanted(String ifMatch, String tag) {
        var terms = tag.replaceFirst("-.*", "\"");
        return Arrays.stream(ifMatch.split(","))
                .map(String::strip)
                .anyMatch(one -> one.equals("*") || one.equals(tag) || one.equals(terms));
    }

    /** What is read is not the version that the reader wants. */
    public static final class AnotherVersion extends DomainFailure {
        AnotherVersion(String tag) {
            super(
                    Kind.STALE,
                    "version-is-stale",
                    "If-Match names another version than there is now, which is " + tag
                            + "; leave it away to read that");
        }
    }

    /** Whether a list of versions that somebody has holds this one, strong or weak. */
    static boolean isListed(String ifNoneMatch, String tag) {
        return Arrays.stream(ifNoneMatch.split(","))
                .map(String::strip)
                .map(listed -> listed.startsWith("W/") ? listed.substring(2) : listed)
                .anyMatch(listed -> listed.equals("*") || listed.equals(tag));
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
