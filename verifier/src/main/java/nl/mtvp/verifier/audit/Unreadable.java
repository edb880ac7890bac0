package nl.mtvp.verifier.audit;

/** Something in the export is not of the form that it should have; the message tells what. */
final class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1;

    Unreadable(String what) {
        super(what);
    }
}
