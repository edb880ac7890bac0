package nl.mtvp.suite.bench;

import static nl.mtvp.suite.common.Service.PAYMENT;
import static nl.mtvp.suite.identity.Cast.DELIVERED_FOR;
import static nl.mtvp.suite.identity.Cast.DELIVERY_AGENT;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import nl.mtvp.suite.common.Api;
import nl.mtvp.suite.stack.Stack;
import nl.mtvp.suite.story.DeliveryFile.Written;
import nl.mtvp.suite.story.Upload;

/**
 * Whether one client stops another: the reads of an auditor, alone, and the same beside clients that send slowly, that wait
 * for news, and that leave in the middle of an export. All in one run, of one stack.
 */
public final class NeighboursBenchmark extends Benchmark {

    public static final String NAME = "neighbours";

    private static final long ENTRIES = 200_000;
    private static final int REQUESTS = 400;
    private static final int SLOW = 200;
    private static final int WAITING = 300;
    private static final int LEAVING = 40;
    private static final double RATIO_MAX = 3.0;
    private static final long SEED = 14;

    private final Api.As auditor;
    private final LedgerMaker ledger;
    private final int practices;
    private double alone;

    public NeighboursBenchmark(Stack stack, Consumer<String> say) {
        super(stack, say, "beside|requests|errors|p50 (ms)|p95 (ms)|p99 (ms)|p95 to that alone");
        this.auditor = api.as("auditor");
        this.practices = (int) (ENTRIES / LedgerMaker.ENTRIES_PER_CONTRACT / DELIVERED_FOR.size());
        this.ledger = new LedgerMaker(stack, practices, say);
    }

    @Override
    void measure() {
        say("making a ledger");
        ledger.make();
        alone = measured("nobody");
        try (var slow = new SlowClients(stack, deliveries(), SLOW)) {
            measured(SLOW + " clients that send bodies and uploads a byte at a time");
            require(slow.sent() > 0, "the slow clients sent nothing");
        }
        try (var waiting = new WaitingClients(stack, WAITING)) {
            waiting.begin();
            measured(WAITING + " readers of the feed that wait for news");
        }
        try (var leaving = new LeavingClients(stack, LEAVING)) {
            measured(LEAVING + " clients that leave exports in the middle");
            require(leaving.left() > 0, "nobody left an export in its middle");
        }
        measured("nobody, again");
    }

    @Override
    public String report() {
        return "%s%n%nThe history of a practice over 12 quarters, of %d insurers, asked for %d times in a row.%n%n%s"
                .formatted(machine(), DELIVERED_FOR.size(), REQUESTS, results.table());
    }

    /** A delivery of each insurer, to send content to. */
    private List<String> deliveries() {
        var announced = new Written(Path.of("none"), 1, "0".repeat(64), Map.of(), 0, 0);
        var agent = api.as(DELIVERY_AGENT);
        return DELIVERED_FOR.stream()
                .map(uzovi -> Upload.announce(agent, uzovi, "2031-10-01", announced))
                .toList();
    }

    private double measured(String beside) {
        say("asking beside " + beside);
        var random = new Random(SEED);
        var errors = new int[1];
        var latencies = Latencies.of(REQUESTS, number -> {
            try {
                auditor.text(PAYMENT, ledger.historyOf(1 + random.nextInt(practices)));
            } catch (RuntimeException failure) {
                errors[0]++;
                say("an error: " + failure.getMessage());
            }
        });
        double p95 = latencies.millis(95);
        double ratio = alone == 0 ? 1 : p95 / alone;
        results.row(
                beside,
                latencies.count(),
                errors[0],
                latencies.shown(50),
                latencies.shown(95),
                latencies.shown(99),
                decimal("%.2f", ratio));
        require(errors[0] == 0, errors[0] + " errors beside " + beside);
        require(ratio <= RATIO_MAX, "beside " + beside + " p95 is " + ratio + " times that alone");
        return p95;
    }
}
