package nl.mtvp.suite.command;

import java.time.Duration;
import java.time.Instant;
import nl.mtvp.suite.common.ClockMove;
import nl.mtvp.suite.common.StoryClock;
import nl.mtvp.suite.stack.StackRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows and moves the time of a running stack. */
@Command(
        name = "clock",
        header = "Shows what time a running stack believes it is, or moves it on; never back.",
        description = {
            "The three services and the portal simulator share one clock, which runs on by itself. Days are those of",
            "Amsterdam. Tokens, certificates and this machine keep their own time, so nobody has to log in again.",
            "Examples:",
            "  ./mtvp clock              what time it is",
            "  ./mtvp clock +10d         ten days on, at the same time of day; also w, h, m, s, and +1d12h",
            "  ./mtvp clock 2023-07-01   nine in the morning of that day; also 2023-07-01T12:00:00Z"
        })
public final class ClockCommand extends SuiteCommand {

    @Mixin
    private DataOption data;

    @Parameters(arity = "0..1", paramLabel = "WHEN", description = "by how much, or to which day or moment")
    private String when;

    @Override
    public Integer call() {
        var clock = StackRecord.clock(data.folder());
        var now = clock.now();
        if (when == null) {
            print("%s in Amsterdam; %s%n", StoryClock.shown(now), beside(Instant.now(), now));
            return 0;
        }
        var target = ClockMove.target(when, now);
        if (target.equals(now)) {
            print("It is %s in Amsterdam already.%n", StoryClock.shown(now));
            return 0;
        }
        clock.moveTo(target);
        print("From %s to %s in Amsterdam; it runs on from there.%n", StoryClock.shown(now), StoryClock.shown(target));
        print(
                """
                What becomes due meanwhile is found by the services:
                  within 10 s    offers that expire, following proposals whose waiting time is over, praktijkplannen that
                                 are overdue, answers of the portal that do not come
                  within 6 h     receivables to be handed over for collection; once a day evidence past its retention:
                                 by this machine's time, and whenever payment-service starts
                What somebody asks for (runs, payouts, lists, explanations) is answered for the new time at once.
                """);
        return 0;
    }

    private static String beside(Instant machine, Instant stack) {
        var days = Duration.between(machine, stack).toDays();
        if (days == 0) {
            return "this machine's time, within a day";
        }
        return Math.abs(days) + " days " + (days < 0 ? "behind" : "ahead of") + " this machine";
    }
}
