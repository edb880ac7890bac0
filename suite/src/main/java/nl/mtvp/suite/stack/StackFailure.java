package nl.mtvp.suite.stack;

/** The stack cannot start or go on; the message says what failed, where its log is and what would help. */
public class StackFailure extends RuntimeException {

    public StackFailure(String message) {
        super(message);
    }

    public StackFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
