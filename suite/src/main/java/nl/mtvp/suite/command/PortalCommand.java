package nl.mtvp.suite.command;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import nl.mtvp.suite.common.Json;
import nl.mtvp.suite.common.Waiting;
import nl.mtvp.suite.portal.PortalDesk;
import nl.mtvp.suite.portal.PortalDesk.Affirmations;
import nl.mtvp.suite.portal.PortalDesk.Reply;
import nl.mtvp.suite.portal.PortalDesk.Shown;
import nl.mtvp.suite.portal.PortalDesk.Signatory;
import nl.mtvp.suite.stack.StackRecord;
import nl.mtvp.suite.world.Hub;
import nl.mtvp.suite.world.World;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a practice's signatory does in the portal, at the simulator's desk; each act is a command of its own below this one. */
@Command(
        name = "portal",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "ACT",
        header = "Shows and signs contract offers in the portal simulator, as a practice's signatory (tekenbevoegde).",
        description = {
            "The simulator stands in for the Zorginkoopportaal. In earnest signatories log in there; here whoever may read",
            "the stack's folder signs for any enterprise. docs/guides/signatory.md walks through it.",
            "Examples:",
            "  ./mtvp portal offers --agb 01999901",
            "  ./mtvp portal accept 018f2f3c-5f0e-7a61-9c7e-0b7b0c5d2a11",
            "  ./mtvp portal refuse 018f2f3c-5f0e-7a61-9c7e-0b7b0c5d2a11 --reason 'no capacity this year'"
        },
        subcommands = CommandLine.HelpCommand.class)
public final class PortalCommand extends SuiteCommand {

    private static final String OPEN = "OPEN";
    private static final int TAKEN = 200;
    private static final Duration TOLD_WITHIN = Duration.ofSeconds(30);
    private static final long LOOK_AGAIN_MILLIS = 200;
    private static final String ROW = "%-36s  %-7s  %-8s  %-8s  %7s  %-20s  %s%n";

    @Override
    public Integer call() {
        throw wrong("say what to do in the portal: offers, accept or refuse");
    }

    /** D25: what is offered, and until when. */
    @Command(
            name = "offers",
            mixinStandardHelpOptions = true,
            header = "Lists the offers that are open, the one that expires first on top.")
    int offers(
            @Mixin DataOption data,
            @Option(names = "--agb", paramLabel = "AGB", description = "of one practice only") String agb,
            @Option(names = "--all", description = "those that have closed as well") boolean all) {
        var offers = desk(data).offers().stream()
                .filter(offer -> agb == null || offer.agb().equals(agb))
                .toList();
        var shown = offers.stream()
                .filter(offer -> all || isOpen(offer))
                .sorted(Comparator.comparing(Shown::expiresAt))
                .toList();
        if (!shown.isEmpty()) {
            print(ROW, "offer", "insurer", "practice", "kvk", "version", "expires at", "state");
        }
        shown.forEach(offer -> print(
                ROW,
                offer.id(),
                offer.uzovi(),
                offer.agb(),
                offer.kvk(),
                offer.version(),
                offer.expiresAt(),
                offer.state()));
        long open = offers.stream().filter(PortalCommand::isOpen).count();
        print("%d open, %d closed%s%n", open, offers.size() - open, all ? "" : " (--all lists these too)");
        return 0;
    }

    /** D26: an acceptance affirms each condition of the minimum hurdle by itself. */
    @Command(
            name = "accept",
            mixinStandardHelpOptions = true,
            header = "Accepts an offer, and waits until contract-service has taken the acceptance.",
            description = "Affirms the three conditions of the minimum hurdle (minimale horde), each by itself.")
    int accept(
            @Mixin DataOption data,
            @Parameters(paramLabel = "OFFER", description = "an id that 'portal offers' listed") UUID offer,
            @Mixin Signing signing,
            @Option(
                            names = "--others-may-follow",
                            description = "other insurers may take over what was agreed (volgen)")
                    boolean othersMayFollow) {
        var desk = desk(data);
        var signatory = signing.signatory(known(desk, offer));
        print(
                """
                %s affirms, each by itself:
                  - learning through intervisie that the RHO organises
                  - commitment to the regioplan
                  - carrying out the leidraad along the growth model
                """,
                signatory.name());
        return told(desk, offer, desk.accept(offer, signatory, Affirmations.ALL, othersMayFollow));
    }

    /** D25: a refusal has a reason. */
    @Command(
            name = "refuse",
            mixinStandardHelpOptions = true,
            header = "Refuses an offer, and waits until contract-service has taken the refusal.")
    int refuse(
            @Mixin DataOption data,
            @Parameters(paramLabel = "OFFER", description = "an id that 'portal offers' listed") UUID offer,
            @Mixin Signing signing,
            @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "is told to the insurer")
                    String reason) {
        var desk = desk(data);
        var signatory = signing.signatory(known(desk, offer));
        return told(desk, offer, desk.refuse(offer, signatory, reason));
    }

    /** Who signs: of the stack's people whoever may for this enterprise, unless a name is given. */
    public static final class Signing {

        @Option(
                names = "--name",
                paramLabel = "NAME",
                description = "who signs (default: the signatory of the offer's enterprise)")
        private String name;

        Signatory signatory(Shown offer) {
            var hub = World.hubs().stream()
                    .filter(each -> each.kvk().equals(offer.kvk()))
                    .findFirst();
            var otherwise = "Signatory of " + hub.map(Hub::name).orElse("enterprise " + offer.kvk());
            return new Signatory(
                    hub.map(Hub::signatory).orElse("signatory-" + offer.kvk()),
                    name == null ? otherwise : name,
                    offer.kvk());
        }
    }

    private static PortalDesk desk(DataOption data) {
        var portal = StackRecord.read(data.folder()).portal();
        return new PortalDesk(portal.desk(), portal.password());
    }

    private static boolean isOpen(Shown offer) {
        return offer.state().equals(OPEN);
    }

    private static Shown known(PortalDesk desk, UUID id) {
        return desk.offers().stream()
                .filter(offer -> offer.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "the portal has no offer " + id + " (yet): ./mtvp portal offers lists those that it has"));
    }

    /** The portal's answer and then contract-service's, which the portal tells until it has its receipt. */
    private int told(PortalDesk desk, UUID offer, Reply reply) {
        if (reply.status() != TAKEN) {
            print("The portal does not take it: %s%n", Json.text(reply.body(), "detail"));
            return 1;
        }
        print("%s at %s.%n", Json.text(reply.body(), "state"), Json.text(reply.body(), "closedAt"));
        var end = Waiting.until(
                "contract-service taking the answer to offer " + offer,
                TOLD_WITHIN,
                LOOK_AGAIN_MILLIS,
                () -> new Told(known(desk, offer).told(), refusals(desk, offer)),
                Told::isOver);
        if (end.received()) {
            print("contract-service has taken it.%n");
            return 0;
        }
        end.refusals().forEach(refusal -> print("contract-service refused it for good: %s%n", refusal));
        return 1;
    }

    /** How far the telling is. */
    private record Told(boolean received, List<String> refusals) {

        boolean isOver() {
            return received || !refusals.isEmpty();
        }
    }

    private static List<String> refusals(PortalDesk desk, UUID offer) {
        return StreamSupport.stream(desk.putAside().spliterator(), false)
                .filter(aside -> aside.at("/message/offerId").asText().equals(offer.toString()))
                .map(aside -> Json.text(aside, "answer"))
                .toList();
    }
}
