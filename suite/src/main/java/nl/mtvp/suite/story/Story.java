package nl.mtvp.suite.story;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import nl.mtvp.suite.common.StoryFailure;
import nl.mtvp.suite.stack.Stack;
import nl.mtvp.suite.stack.StackFailure;
import nl.mtvp.suite.world.Hub;
import nl.mtvp.suite.world.Rho.Region;
import nl.mtvp.suite.world.World;

/**
 * The UNICUM story, from the first registration to the audit, told through the public APIs only. Every figure is held
 * against one that was worked out apart from the services.
 */
public final class Story {

    /** The day before the first one of the story. */
    public static final Instant BEGINS_AT = Instant.parse("2023-03-19T08:00:00Z");

    private static final List<String> ALL = World.UZOVIS;
    private static final List<String> MENZIS = List.of("3332");

    private final Plot plot;
    private final Contracting contracting;
    private final Delivering delivering;
    private final Paying paying;
    private final Drawing drawing;
    private final Auditing auditing;

    /** @param terminal whether somebody watches, for whom progress bars move */
    public Story(Stack stack, Seeds seeds, PrintWriter out, boolean terminal) {
        this(stack, seeds, new Screen(out, terminal));
    }

    /**
     * One of which only the steps are shown.
     *
     * @param log takes all of it
     */
    public Story(Stack stack, Seeds seeds, PrintWriter log, Consumer<String> steps) {
        this(stack, seeds, new Screen(log, false, steps));
    }

    private Story(Stack stack, Seeds seeds, Screen screen) {
        this.plot = new Plot(stack, seeds, screen);
        this.contracting = new Contracting(plot);
        this.delivering = new Delivering(plot);
        this.paying = new Paying(plot);
        this.drawing = new Drawing(plot);
        this.auditing = new Auditing(plot, stack);
    }

    /** Tells it. A step that cannot be finished ends it, and counts as a failed check. */
    public Checks tell() {
        plot.screen.line("The notary's seed is " + plot.seeds.master() + " (--seed takes another; each draw's is made"
                + " from it).");
        try {
            preparations();
            firstQuarter();
            secondQuarter();
            lastQuarter();
            audit();
        } catch (StoryFailure | StackFailure broken) {
            plot.broken("the story", broken.getMessage());
        }
        return plot;
    }

    private void preparations() {
        new Registering(plot).everybody();
        plot.on("2023-03-27", "Each insurer enters a tariff of 2.88 per ION per quarter, by two people (D37)");
        plot.screen.line("  Only that of 3332 (Menzis) is published; for 3311 and 7095 it is assumed.");
        paying.proposeTariff("2.88", "Tarief Meer Tijd Voor de Patiënt 2023");
        paying.approveTariff("2.88");
        var planning = new Planning(plot);
        planning.refusedVersion();
        planning.approvedVersion();
        planning.pushedPlan();
        drawing.preferences();
    }

    private void firstQuarter() {
        drawing.rounds("2023-04-24", World.VOORBEELD, Quarter.Q2_2023);
        drawing.rounds("2023-05-15", World.UNICUM, Quarter.Q3_2023);

        plot.on("2023-05-20", "3332 offers a contract to " + World.EXAMPLE_AGB + ", which began on 2023-04-01 (D28)");
        contracting.offers(World.VOORBEELD, Quarter.Q2_2023, MENZIS);
        plot.on("2023-05-22", "3311, 7095 and 3332 offer contracts to everybody admitted for 2023-Q3 (D24)");
        contracting.offers(World.UNICUM, Quarter.Q3_2023, ALL);

        plot.on("2023-06-12", World.EXAMPLE_AGB + " accepts, ten weeks after its start");
        contracting.accept(World.VOORBEELD.regions().get(0).hubs());
        var hubs = hubsOf(Quarter.Q3_2023);
        var first = hubs.get(0);
        var late = hubsOf(World.UNICUM.regions().get(0), Quarter.Q3_2023).get(1);
        var afterStart = hubs.get(hubs.size() - 1);
        plot.on("2023-06-14", "A practice affirms one condition of the minimum hurdle and is told the other two (D26)");
        contracting.refusedHurdle(first, first.practices().get(0), "3311");
        plot.on("2023-06-15", "A practice refuses an offer, the hubs but two accept theirs (D25-D27)");
        contracting.refusedByThePractice(first, first.practices().get(1), "7095");
        contracting.accept(hubs.stream()
                .filter(hub -> !hub.equals(late) && !hub.equals(afterStart))
                .toList());

        plot.on("2023-07-10", "The insurers deliver the ION of 2023-07-01, 3332 also those of 2023-04-01 (D38, D39)");
        delivering.ofMenzis(Quarter.Q2_2023, 4_210, "");
        delivering.all(Quarter.Q3_2023, 4_250);
        plot.on("2023-07-12", afterStart.name() + " accepts after the start of 2023-07-01 (D28)");
        contracting.accept(List.of(afterStart));

        plot.on("2023-08-01", "The runs of 2023-Q3 (D43-D46)");
        paying.run(Quarter.Q3_2023, ALL, "run 2023-Q3");
        plot.on("2023-08-02", "The day after");
        auditing.askOnTheDay();
        plot.on("2023-08-21", late.name() + " accepts at last: its quarter 2023-Q3 was run without it");
        contracting.accept(List.of(late));
        contracting.checkContracts("2023-08-21");
    }

    private void secondQuarter() {
        admit(Quarter.Q4_2023, "2023-09-11", "2023-09-13", "2023-09-25");

        plot.on("2023-10-10", "Deliveries of 2023-10-01, and 3332 corrects that of 2023-04-01: 4,198 instead of 4,210");
        delivering.all(Quarter.Q4_2023, 4_260);
        delivering.ofMenzis(Quarter.Q2_2023, 4_198, "-corrected");
        plot.on("2023-11-01", "The runs of 2023-Q4: a late contract, a corrected count");
        paying.run(Quarter.Q4_2023, ALL, "run 2023-Q4");
    }

    /** A round of UNICUM's that goes smoothly. */
    private void admit(Quarter quarter, String drawnOn, String offeredOn, String acceptedOn) {
        drawing.rounds(drawnOn, World.UNICUM, quarter);
        plot.on(offeredOn, "Offers to everybody admitted for " + quarter);
        contracting.offers(World.UNICUM, quarter, ALL);
        plot.on(acceptedOn, "All of them accept");
        contracting.accept(hubsOf(quarter));
    }

    private void lastQuarter() {
        admit(Quarter.Q1_2024, "2023-12-04", "2023-12-06", "2023-12-18");
        contracting.checkContracts("2023-12-18");
        contracting.checkOffersClosed();

        plot.on("2024-01-10", "Deliveries of 2024-01-01");
        delivering.all(Quarter.Q1_2024, 4_270);
        plot.on("2024-01-25", "The insurers propose to revise the tariff to 2.95, from 2023-04-01 on");
        paying.proposeTariff("2.95", "revised from the beginning (synthetic)");
        plot.on("2024-02-01", "The revision is approved, and known from now on (D37)");
        paying.approveTariff("2.95");
        plot.on("2024-02-05", "The runs of 2024-Q1: every quarter so far is revised");
        paying.run(Quarter.Q1_2024, ALL, "run 2024-Q1");

        plot.on("2024-02-12", "3332 reviews the first year of its contracts, beside plan-service's pictures (D33)");
        var enforcing = new Enforcing(plot);
        enforcing.askRemedy();
        plot.on(
                "2024-02-20",
                "3332 proposes to stop " + World.EXAMPLE_AGB + " from 2023-11-15 on, and to claw back (D34)");
        enforcing.propose();
        plot.on("2024-03-01", "What the clawback takes is shown, and both are decided by somebody else");
        enforcing.checkWhatIsTaken();
        enforcing.decide();
        plot.on("2024-03-05", "A run after stop and clawback");
        paying.run(Quarter.Q1_2024, MENZIS, "run after stop and clawback");
        plot.on("2024-03-25", "The appeal against the clawback is upheld; the stop stands");
        enforcing.withdrawClawback();
        plot.on("2024-03-28", "A run after the withdrawal");
        paying.run(Quarter.Q1_2024, MENZIS, "run after the withdrawal");
        enforcing.checkState();
    }

    private void audit() {
        plot.on("2024-04-02", "An auditor asks for the history of " + World.EXAMPLE_AGB + " (D44, D53, D54)");
        auditing.history(paying.exampleLines());
        plot.screen.step("2024-04-02  The same, as known on the day after the first run");
        auditing.asKnownThen();
        auditing.othersAreInvisible();
        plot.screen.step("2024-04-02  The chains (D48)");
        auditing.chains();
        plot.on("2024-04-03", "Second runs over the same facts (D43)");
        paying.secondRun(Quarter.Q1_2024);
        var payingOut = new PayingOut(plot);
        plot.screen.step(
                "2024-04-03  3332 and three practices have bank accounts, on evidence and by two people (D51)");
        payingOut.bankAccounts();
        plot.on("2024-04-10", "3332 pays out, once the accounts are five working days old (D50)");
        payingOut.payOut();
        plot.screen.step("2024-04-10  The chains again, with the payout in that of 3332");
        auditing.chains();
        plot.on("2024-04-11", "The auditor takes everything away and computes it again (D41-D50)");
        auditing.recomputed();
    }

    private List<Hub> hubsOf(Quarter quarter) {
        return World.UNICUM.regions().stream()
                .flatMap(region -> hubsOf(region, quarter).stream())
                .toList();
    }

    private List<Hub> hubsOf(Region region, Quarter quarter) {
        return List.copyOf(plot.admissions.startingIn(region, quarter).keySet());
    }
}
