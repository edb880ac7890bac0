package nl.mtvp.suite.bench;

import static nl.mtvp.suite.common.Json.text;
import static nl.mtvp.suite.common.Service.CONTRACT;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import nl.mtvp.suite.common.Waiting;
import nl.mtvp.suite.stack.Stack;
import nl.mtvp.suite.story.Crowd;

/**
 * One request with an offer for each practice of a large tranche (D24), some of which must fail: how long it takes, what
 * it does to the heap, whether exactly the faulty lines are refused, and when the portal has the others (D36).
 */
public final class OffersBenchmark extends Benchmark {

    public static final String NAME = "offers";

    /** How often the memory is looked at. */
    private static final long EVERY_MILLIS = 100;

    private static final int OFFERS = 5_000;
    private static final int SMALL = 500;
    private static final Duration AT_MOST = Duration.ofSeconds(20);
    private static final Instant EXPIRES_AT = Instant.parse("2024-03-01T00:00:00Z");

    public OffersBenchmark(Stack stack, Consumer<String> say) {
        super(stack, say, "lines of one request|proposed|refused|seconds|peak heap (MB)|all at the portal (s)");
    }

    @Override
    void measure() {
        say("letting " + OFFERS + " practices in, through the public APIs");
        var began = Instant.now();
        var practices = Crowd.gather(stack, OFFERS).practices().stream()
                .map(practice -> practice.agb())
                .toList();
        say("done in " + Duration.between(began, Instant.now()).toSeconds() + " s");
        measure("7095", practices.subList(0, SMALL));
        measure("3311", practices);
    }

    @Override
    public String report() {
        return "At most %d s for %,d lines, with a heap of %d MB. The practices were let in through the public APIs.%n%s%n%n%s"
                .formatted(AT_MOST.toSeconds(), OFFERS, CONTRACT.heapMegabytes(), machine(), results.table());
    }

    private void measure(String uzovi, List<String> agbs) {
        say("one request of " + agbs.size() + " lines by " + uzovi);
        var lines = new ArrayList<Map<String, Object>>();
        agbs.forEach(agb -> lines.add(Crowd.offer(uzovi, agb, EXPIRES_AT)));
        var faulty = spoil(lines);
        int before = stack.desk().offers().size();
        try (var footprint = Footprint.watching(stack, CONTRACT, EVERY_MILLIS)) {
            var began = Instant.now();
            var answer = api.as("insurer-" + uzovi).postLines(CONTRACT, "/contract-offers/imports", lines);
            var took = Duration.between(began, Instant.now());
            answer.expect(200);
            var delivered = awaitPortal(before + lines.size() - faulty.size(), began);
            verify(answer.body(), faulty, uzovi, lines.size());
            require(took.compareTo(AT_MOST) <= 0, "it took " + took.toMillis() + " ms");
            results.row(
                    lines.size(),
                    lines.size() - faulty.size(),
                    faulty.size(),
                    seconds(took),
                    footprint.heapMegabytes(),
                    seconds(delivered));
        }
    }

    /** Every hundredth line is spoilt, in turn in one of five ways. Gives their numbers, which count from 1. */
    private static Set<Integer> spoil(List<Map<String, Object>> lines) {
        List<Map<String, Object>> faults = List.of(
                Map.of("agb", "0199"),
                Map.of("startsOn", "2024-02-15"),
                Map.of("agb", "01000000"),
                Map.of("uzovi", "9999"),
                Map.of("startsOn", "2023-10-01"));
        var spoilt = new TreeSet<Integer>();
        for (int at = 0; at < lines.size(); at += 100) {
            var line = new HashMap<>(lines.get(at));
            line.putAll(faults.get(at / 100 % faults.size()));
            lines.set(at, line);
            spoilt.add(at + 1);
        }
        return spoilt;
    }

    private Duration awaitPortal(int offers, Instant began) {
        Waiting.until(
                "the portal getting " + offers + " offers",
                () -> stack.desk().offers().size(),
                got -> got == offers);
        return Duration.between(began, Instant.now());
    }

    private void verify(JsonNode body, Set<Integer> faulty, String uzovi, int lines) {
        var refused = new TreeSet<Integer>();
        body.forEach(result -> {
            boolean named = text(result, "outcome").equals("REFUSED")
                    && result.path("errors").size() > 0;
            if (named) {
                refused.add(result.path("line").asInt());
            }
        });
        require(body.size() == lines, body.size() + " results for " + lines + " lines");
        require(refused.equals(faulty), "refused are the lines " + refused + ", not " + faulty);
        int open = api.as("insurer-" + uzovi)
                .all(CONTRACT, "/contract-offers?state=PROPOSED&uzovi=" + uzovi)
                .size();
        require(open == lines - faulty.size(), open + " offers are open");
    }
}
