package nl.mtvp.suite.common;

/** The story cannot go on. */
public class StoryFailure extends RuntimeException {

    public StoryFailure(String message) {
        super(message);
    }

    public StoryFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
