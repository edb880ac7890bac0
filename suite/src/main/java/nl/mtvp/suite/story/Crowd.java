package nl.mtvp.suite.story;

import static nl.mtvp.suite.common.Service.CONTRACT;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.mtvp.suite.common.StoryFailure;
import nl.mtvp.suite.common.Waiting;
import nl.mtvp.suite.stack.Stack;
import nl.mtvp.suite.world.Hub;
import nl.mtvp.suite.world.Practice;
import nl.mtvp.suite.world.Rho;
import nl.mtvp.suite.world.Rho.Region;

/**
 * As many practices as somebody wants, all of them synthetic, registered and admitted through the public APIs, so that
 * every insurer may offer each of them a contract from 2024-01-01 on. They enter in the last round, without a draw.
 */
public final class Crowd {

    /** When a stack for a crowd begins: the day of the last round. */
    public static final Instant BEGINS_AT = Instant.parse("2023-12-04T08:00:00Z");

    private static final Quarter QUARTER = Quarter.Q1_2024;
    private static final int PER_HUB = 50;
    private static final int FIRST_AGB = 1_500_000;
    private static final int ION = 2_350;

    private Crowd() {}

    /**
     * Gives the region that all of them are in.
     *
     * @throws StoryFailure if the services do not let all of them in
     */
    public static Region gather(Stack stack, int practices) {
        var crowd = region(practices);
        var rho = new Rho("UNICUM", "UNICUM huisartsenzorg", "90000000", List.of(crowd));
        var told = new StringWriter();
        var plot = new Plot(stack, new Seeds(Seeds.DEFAULT), new Screen(new PrintWriter(told), false));
        var registering = new Registering(plot);
        registering.register(rho);
        registering.preferentInsurers(Stream.of(rho));
        registering.contractingParties(crowd.hubs());
        new Planning(plot).approvedFor(List.of(crowd.code()));
        new Drawing(plot).rounds("2023-12-04", rho, QUARTER);
        if (plot.failed() > 0) {
            throw new StoryFailure("not everybody was let in:\n" + told);
        }
        Waiting.until(
                "contract-service learning " + practices + " admissions",
                () -> plot.as("insurer-3311")
                        .all(CONTRACT, "/admissions?quarter=" + QUARTER)
                        .size(),
                known -> known == practices);
        return crowd;
    }

    /** The body of an offer of an insurer to one of the crowd. */
    public static Map<String, Object> offer(String uzovi, String agb, Instant expiresAt) {
        return Contracting.offer(uzovi, agb, QUARTER, expiresAt);
    }

    private static Region region(int practices) {
        int hubs = (practices + PER_HUB - 1) / PER_HUB;
        return new Region(
                "Overal",
                "3311",
                IntStream.range(0, hubs)
                        .mapToObj(number -> hub(number, Math.min(PER_HUB, practices - number * PER_HUB)))
                        .toList());
    }

    private static Hub hub(int number, int practices) {
        return new Hub(
                "Overal",
                "Gemeente " + number,
                "8%07d".formatted(number + 1),
                IntStream.range(number * PER_HUB, number * PER_HUB + practices)
                        .mapToObj(each -> new Practice("0" + (FIRST_AGB + each), "Huisartsenpraktijk " + each, ION))
                        .toList());
    }
}
