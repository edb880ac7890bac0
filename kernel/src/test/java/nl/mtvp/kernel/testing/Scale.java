package nl.mtvp.kernel.testing;

/** How much a test tries: a small figure in every build, the full one with the profile {@code full}. */
public final class Scale {

    public static final boolean FULL = Boolean.getBoolean("mtvp.full");

    private Scale() {}

    public static int of(int inEveryBuild, int full) {
        return FULL ? full : inEveryBuild;
    }
}
