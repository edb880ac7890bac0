package nl.mtvp.kernel.db;

/**
 * The part of a list that is wanted.
 *
 * @param limit at most so many rows
 * @param cursor where the page before ended, as that page told; null for the first
 */
public record PageRequest(int limit, String cursor) {

    /** The first rows of a list. */
    public static PageRequest first(int limit) {
        return new PageRequest(limit, null);
    }
}
