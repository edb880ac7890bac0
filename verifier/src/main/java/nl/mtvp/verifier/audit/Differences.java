package nl.mtvp.verifier.audit;

import java.util.Objects;
import java.util.function.Consumer;

/** Names each difference as it is found, and counts them. */
final class Differences {

    private final Consumer<String> out;
    private long found;

    Differences(Consumer<String> out) {
        this.out = out;
    }

    long found() {
        return found;
    }

    /** Tells a difference in words. */
    void add(String where, String what) {
        found++;
        out.accept("DIFFERENCE " + where + ": " + what);
    }

    At at(String where) {
        return new At(where);
    }

    /** Differences in one place. */
    final class At {

        private final String where;

        private At(String where) {
            this.where = where;
        }

        void require(boolean holds, String otherwise) {
            if (!holds) {
                add(where, otherwise);
            }
        }

        /** Tells a difference if two values are not the same. */
        void same(String field, Object expected, Object there) {
            if (!Objects.equals(expected, there)) {
                add(
                        where,
                        field + ": expected " + Objects.toString(expected, "nothing") + ", found "
                                + Objects.toString(there, "nothing"));
            }
        }
    }
}
