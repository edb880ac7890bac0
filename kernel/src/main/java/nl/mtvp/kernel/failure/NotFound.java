package nl.mtvp.kernel.failure;

/** What is asked for is not there, or not there for who asks: the two are not told apart. */
public final class NotFound extends DomainFailure {

    /** @param code {@code <noun>-not-found} */
    public NotFound(String code, String message) {
        super(Kind.NOT_FOUND, code, message);
    }
}
