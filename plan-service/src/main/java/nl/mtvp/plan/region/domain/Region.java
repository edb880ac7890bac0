package nl.mtvp.plan.region.domain;

import java.util.Objects;

/** A region of practices, looked after by one RHO. */
public record Region(String code, String name, String rho) {

    /** The form of the codes of regions and RHOs. */
    public static final String CODE_FORM = "[A-Za-z0-9-]{2,40}";

    public static final String CODE_RULE = "a code has 2 to 40 letters, digits and hyphens";

    public Region {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(rho, "rho");
    }
}
