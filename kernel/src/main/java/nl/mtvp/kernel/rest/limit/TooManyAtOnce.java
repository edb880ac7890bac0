package nl.mtvp.kernel.rest.limit;

import nl.mtvp.kernel.failure.DomainFailure;

/** As many requests of this client, or of this kind, as are taken at once are here (429). */
public final class TooManyAtOnce extends DomainFailure {

    private TooManyAtOnce(String message) {
        super(Kind.TOO_MANY, "too-many-at-once", message);
    }

    static TooManyAtOnce requests(int max) {
        return new TooManyAtOnce(max
                + " of your requests are here already, which is as many as are taken; wait for answers, then send this"
                + " again");
    }

    static TooManyAtOnce places(String what, int clientMax) {
        return new TooManyAtOnce("you have " + clientMax + " " + what
                + " under way, or all others together have taken the room for them; send"
                + " this again when one has ended");
    }
}
