package nl.mtvp.payment.access;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.testing.Tokens;

/**
 * Somebody with one role and the parties of their token.
 *
 * @param kind which owner of a thing makes it theirs
 * @param code their party; null when the token claims none
 */
record Viewer(String name, String role, String token, Kind kind, String code) {

    /** Whose token it is. */
    enum Kind {
        INSURER,
        PRACTICE,
        RHO,
        /** A service of the suite, which sees everything where it has the role at all. */
        SERVICE,
        NOBODY
    }

    static List<Viewer> all() {
        var parties = Stream.of(Seed.ONE, Seed.TWO)
                .flatMap(side -> Stream.of(
                        insurer(Roles.INSURER, side.uzovi()),
                        insurer(Roles.INSURER_APPROVER, side.uzovi()),
                        insurer(Roles.AUDITOR, side.uzovi()),
                        practice(Roles.PRACTICE, side.agb()),
                        practice(Roles.SIGNATORY, side.agb()),
                        new Viewer(
                                "rho " + side.rho(),
                                Roles.RHO,
                                Tokens.rho("r", side.rho(), "rho"),
                                Kind.RHO,
                                side.rho())));
        var nobodies = Stream.of(
                        Roles.INSURER,
                        Roles.INSURER_APPROVER,
                        Roles.AUDITOR,
                        Roles.PRACTICE,
                        Roles.SIGNATORY,
                        Roles.RHO,
                        Roles.NATIONAL_DESK,
                        Roles.NOTARY)
                .map(role -> new Viewer(role + " without a party", role, Tokens.of("n", role), Kind.NOBODY, null));
        var systems = Stream.of(system(Roles.PORTAL, Kind.NOBODY), system(Roles.SERVICE, Kind.SERVICE));
        return Stream.of(parties, nobodies, systems).flatMap(viewers -> viewers).toList();
    }

    private static Viewer system(String role, Kind kind) {
        return new Viewer(role, role, Tokens.system("s", Map.of(), role), kind, null);
    }

    private static Viewer insurer(String role, String uzovi) {
        return new Viewer(
                role + " " + uzovi,
                role,
                Tokens.insurer(role + "-" + uzovi, List.of(uzovi), role),
                Kind.INSURER,
                uzovi);
    }

    private static Viewer practice(String role, String agb) {
        return new Viewer(
                role + " " + agb, role, Tokens.practice("p", List.of(agb), "12345678", role), Kind.PRACTICE, agb);
    }

    boolean sees(Thing thing) {
        return kind == Kind.SERVICE || code != null && code.equals(owner(thing));
    }

    /** A thing of somebody of the viewer's own kind, so that its id may not even be told. */
    boolean isKeptFrom(Thing thing) {
        return kind == Kind.NOBODY || owner(thing) != null && !sees(thing);
    }

    private String owner(Thing thing) {
        return switch (kind) {
            case INSURER -> thing.uzovi();
            case PRACTICE -> thing.agb();
            case RHO -> thing.rho();
            case SERVICE, NOBODY -> null;
        };
    }

    @Override
    public String toString() {
        return name;
    }
}
