package nl.mtvp.kernel.access;

import java.util.Set;

/** The roles of the suite, as they stand in a token. An endpoint without a declared role is closed to everybody. */
public final class Roles {

    /** Works for a health insurer; sees the insurers of claim {@code uzovi}. */
    public static final String INSURER = "insurer";
    /** May approve for an insurer what somebody else made (four eyes); a person, never a system. */
    public static final String INSURER_APPROVER = "insurer-approver";
    /** Works for a regional organisation; sees the one of claim {@code rho}. */
    public static final String RHO = "rho";
    /** Works in a practice; sees the practices of claim {@code agb}. */
    public static final String PRACTICE = "practice";
    /** May sign for the enterprise (tekenbevoegde); a person, never a system. */
    public static final String SIGNATORY = "signatory";
    /** Reads the payments of the insurers of claim {@code uzovi}, of all when that claim is {@code *}. */
    public static final String AUDITOR = "auditor";
    /** Decides for the country on new interventions (D2). */
    public static final String NATIONAL_DESK = "national-desk";
    /** Commits to a seed and reveals it (D20). */
    public static final String NOTARY = "notary";
    /** The Zorginkoopportaal (D36). */
    public static final String PORTAL = "portal";
    /** A service of this suite, such as a follower of a feed. */
    public static final String SERVICE = "service";

    public static final Set<String> ALL = Set.of(
            INSURER, INSURER_APPROVER, RHO, PRACTICE, SIGNATORY, AUDITOR, NATIONAL_DESK, NOTARY, PORTAL, SERVICE);

    private Roles() {}
}
