package nl.mtvp.kernel.testing.exchange;

/**
 * What does not go with the document.
 *
 * @param place whether it is in the request or in the answer, and where in its body
 * @param words what the document says of that place; empty when it says nothing
 */
record Violation(Exchange exchange, String operation, String place, String why, String words) {

    private static final int SHOWN_MAX = 300;

    /** What all such violations have in common, whatever the exchange. */
    String kind() {
        return operation + " " + exchange.status() + ": " + place.replaceAll("/[0-9]+(?=/|$)", "/*") + ": "
                + why.replace(exchange.path(), "it").replaceAll("/[0-9]+(?=[/\\]:])", "/*");
    }

    String shown() {
        return operation + ": " + exchange.shown() + ": " + place + ": " + why
                + (words.isEmpty() ? "" : "; the document says: " + shortened(words));
    }

    private static String shortened(String text) {
        return text.length() > SHOWN_MAX ? text.substring(0, SHOWN_MAX) + "…" : text;
    }
}
