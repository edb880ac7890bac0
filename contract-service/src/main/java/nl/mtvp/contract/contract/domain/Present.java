package nl.mtvp.contract.contract.domain;

/** That the parts of a value are there: what may be absent says so by its type. */
public final class Present {

    private Present() {}

    /** @throws NullPointerException if one of these parts is not */
    public static void all(Object... parts) {
        for (int at = 0; at < parts.length; at++) {
            if (parts[at] == null) {
                throw new NullPointerException("part " + (at + 1) + " of " + parts.length + " is missing");
            }
        }
    }
}
