package nl.mtvp.suite.identity;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.mtvp.suite.world.Hub;
import nl.mtvp.suite.world.Rho;
import nl.mtvp.suite.world.World;

/** Everybody who can log in to a local stack: at least one person or system for each role. */
public final class Cast {

    /** The portal's own client, whose token contract-service's listener for it takes. */
    public static final String ZORGINKOOPPORTAAL = "zorginkoopportaal";

    /** A system that delivers for many insurers at once. */
    public static final String DELIVERY_AGENT = "delivery-agent";

    /** The insurers that it delivers for, none of which plays in the story. */
    public static final List<String> DELIVERED_FOR =
            IntStream.rangeClosed(1, 10).mapToObj("90%02d"::formatted).toList();

    private Cast() {}

    public static List<Person> people() {
        return Stream.of(
                        insurers().flatMap(Cast::insurer),
                        World.rhos().map(Cast::rho),
                        Stream.of(
                                new Person("notary", "Notary", List.of("notary"), Map.of()),
                                new Person("national-desk", "National desk", List.of("national-desk"), Map.of()),
                                auditor("auditor", "*"),
                                auditor("auditor-3332", "3332")),
                        World.hubs().stream().map(Cast::signatory))
                .flatMap(people -> people)
                .toList();
    }

    public static List<SystemClient> systems() {
        var voorbeeld = Map.of("rho", List.of(World.VOORBEELD.code()));
        return Stream.concat(
                        insurers().map(Cast::system),
                        Stream.of(
                                new SystemClient("contract-service", List.of("service"), Map.of()),
                                new SystemClient("payment-service", List.of("service"), Map.of()),
                                new SystemClient(DELIVERY_AGENT, List.of("insurer"), Map.of("uzovi", DELIVERED_FOR)),
                                new SystemClient(ZORGINKOOPPORTAAL, List.of("portal"), Map.of(), "mtvp-portal"),
                                new SystemClient("rho-voorbeeld-portal", List.of("rho"), voorbeeld)))
                .toList();
    }

    private static Stream<String> insurers() {
        return Stream.concat(World.UZOVIS.stream(), World.NEWCOMERS.stream());
    }

    private static SystemClient system(String uzovi) {
        return new SystemClient("insurer-" + uzovi, List.of("insurer"), Map.of("uzovi", List.of(uzovi)));
    }

    private static Stream<Person> insurer(String uzovi) {
        var attributes = Map.of("uzovi", List.of(uzovi));
        return Stream.of(
                new Person("buyer-" + uzovi, "Buyer", List.of("insurer"), attributes),
                new Person("approver-" + uzovi, "Approver", List.of("insurer", "insurer-approver"), attributes));
    }

    private static Person rho(Rho rho) {
        return new Person(rho.coordinator(), "Coordinator", List.of("rho"), Map.of("rho", List.of(rho.code())));
    }

    private static Person auditor(String username, String uzovi) {
        return new Person(username, "Auditor", List.of("auditor"), Map.of("uzovi", List.of(uzovi)));
    }

    private static Person signatory(Hub hub) {
        return new Person(
                hub.signatory(),
                "Signatory",
                List.of("practice", "signatory"),
                Map.of("agb", hub.agbs(), "kvk", List.of(hub.kvk())));
    }

    /** The people for a screen, the signatories in one line. */
    public static String summary() {
        var others = people().stream()
                .map(Person::username)
                .filter(name -> !name.startsWith("signatory-"))
                .collect(Collectors.joining(", "));
        var signatories = World.hubs().stream().map(Hub::signatory).collect(Collectors.joining(", "));
        return others + ",\n    " + signatories;
    }
}
