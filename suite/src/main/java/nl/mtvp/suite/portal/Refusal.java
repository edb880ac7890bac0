package nl.mtvp.suite.portal;

import java.util.List;

/** The portal does not do what it was asked, in the words of the problem document that it answers. */
final class Refusal extends RuntimeException {

    private final int status;
    private final String type;
    private final transient List<Fault> faults;

    Refusal(int status, String type, String detail, List<Fault> faults) {
        super(detail);
        this.status = status;
        this.type = type;
        this.faults = List.copyOf(faults);
    }

    Refusal(int status, String type, String detail) {
        this(status, type, detail, List.of());
    }

    /** One thing that is wrong in a body, as {@code errors} of the problem document tells it. */
    record Fault(String in, String location, String code, String detail) {

        static Fault inBody(String location, String code, String detail) {
            return new Fault("body", location, code, detail);
        }
    }

    /** A problem document (RFC 9457). */
    record Problem(String type, String title, int status, String detail, List<Fault> errors) {}

    Problem problem() {
        return new Problem("urn:mtvp:problem:" + type, type.replace('-', ' '), status, getMessage(), faults);
    }
}
