package nl.mtvp.kernel.failure;

import java.util.List;

/** The domain's way to say no. It knows why, all of it, and nothing of HTTP. */
public abstract class DomainFailure extends RuntimeException {

    /** What a refusal is about, and so the status that it is answered with. */
    public enum Kind {
        /** The same request can never succeed as it was sent. */
        REJECTED,
        /** Who asks may not do this, ever or with these hands (four eyes). */
        FORBIDDEN,
        /** It is not there, or not there for who asks. */
        NOT_FOUND,
        /** It could succeed once something else changes. */
        CONFLICT,
        /** The caller's copy is older than ours. */
        STALE,
        /** The caller must say which version it means. */
        UNCONDITIONAL,
        /** It comes more slowly than it is waited for. */
        TOO_SLOW,
        /** More than this operation takes. */
        TOO_LARGE,
        /** Too often; later it may succeed. */
        TOO_MANY,
        /** A neighbour that it takes, or the database, does not answer; later it may succeed. */
        UNAVAILABLE
    }

    private final Kind kind;
    private final String code;
    private final transient List<Fault> faults;

    /** @param code stable, kebab-case, part of the API: clients may switch on it */
    protected DomainFailure(Kind kind, String code, String message) {
        this(kind, code, message, List.of());
    }

    /** @param faults everything that is wrong, not only what was found first; so many are told as anybody reads */
    protected DomainFailure(Kind kind, String code, String message, List<Fault> faults) {
        super(message);
        this.kind = kind;
        this.code = code;
        this.faults = Fault.told(faults);
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    public List<Fault> faults() {
        return faults;
    }
}
