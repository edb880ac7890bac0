package nl.mtvp.suite.story;

import static nl.mtvp.suite.common.Service.CONTRACT;
import static nl.mtvp.suite.common.Service.PAYMENT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import nl.mtvp.kernel.testing.Scale;
import nl.mtvp.suite.common.Api;
import nl.mtvp.suite.common.Waiting;
import nl.mtvp.suite.stack.Installation;
import nl.mtvp.suite.stack.Options;
import nl.mtvp.suite.stack.Stack;
import nl.mtvp.suite.story.DeliveryFile.Written;
import nl.mtvp.suite.world.Practice;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * payment-service killed (SIGKILL) at random points of a delivery, of computing a run and of posting it (P8): afterwards
 * each is whole or absent, and the repeated request ends as it does for an insurer whose work nobody disturbs.
 */
class PaymentKillsIT {

    private static final int CONTRACTS = Scale.of(40, 150);
    private static final int PATIENTS = Scale.of(600, 1_500);
    private static final int KILLS = Scale.of(6, 40);
    private static final int KILLS_A_ROUND = 3;
    private static final long SEED = Long.getLong("mtvp.seed", new Random().nextLong());
    private static final String UNDISTURBED = "7095";
    private static final String KILLED = "3332";

    private static Stack stack;
    private static Api api;
    private static List<Practice> practices;

    @BeforeAll
    static void start() {
        System.out.println("PaymentKillsIT: -Dmtvp.seed=" + SEED);
        var options = new Options(Path.of("target", "kills-stack"), 32180, Crowd.BEGINS_AT);
        stack = Stack.start(Installation.found(), options, sentence -> {});
        api = stack.api();
        practices = Crowd.gather(stack, CONTRACTS).practices();
        stack.clock().moveTo(LocalDate.of(2024, 1, 2));
        for (var uzovi : List.of(UNDISTURBED, KILLED)) {
            contracts(uzovi);
            tariff(uzovi);
        }
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @Test
    void P8_killed_anywhere_all_ends_as_if_nothing_had_happened() {
        var random = new Random(SEED);
        var calm = new PaymentWork(api, UNDISTURBED, Knife.none());
        int left = KILLS;
        for (int round = 0; left > 0; round++) {
            int now = Math.min(left, KILLS_A_ROUND);
            left -= now;
            var disturbed = new PaymentWork(api, KILLED, new Knife(stack, random, now));

            var expected = calm.play(file(UNDISTURBED, round));
            var file = file(KILLED, round);
            var played = disturbed.play(file);

            assertEquals(expected.counts(), played.counts(), "round " + round);
            assertEquals(expected.lines(), played.lines(), "round " + round);
            assertEquals(calm.payments(), disturbed.payments(), "round " + round);
            // The same file once more, with nobody in the way: the same evidence.
            assertEquals(
                    played.evidenceDigest(),
                    disturbed.undisturbed().delivered(file).evidenceDigest());
        }
    }

    private static Written file(String uzovi, int round) {
        var path = stack.folder().root().resolve("killed-" + uzovi + "-" + round + ".csv");
        // Nobody is a patient of both insurers.
        long patient = uzovi.equals(KILLED) ? 10_000_000L : 0;
        try (var file = new DeliveryFile(path)) {
            for (int at = 0; at < practices.size(); at++) {
                var agb = practices.get(at).agb();
                int patients = PATIENTS + (at * 7 + round * 13) % 20;
                for (int each = 0; each < patients; each++) {
                    file.patient(patient++, agb);
                }
                file.copy(patient - 1, agb);
                file.olderElsewhere(
                        patient - 2, practices.get((at + 1) % practices.size()).agb());
            }
            return file.written();
        }
    }

    /** Earlier agreements with every practice, recorded and learned. */
    private static void contracts(String uzovi) {
        Parallel.map(practices, practice -> {
            var recorded = api.as("buyer-" + uzovi)
                    .post(
                            CONTRACT,
                            "/administrative-contracts",
                            Map.of(
                                    "uzovi", uzovi,
                                    "agb", practice.agb(),
                                    "startsOn", "2024-01-01",
                                    "agreedOn", "2023-12-20",
                                    "reference", "contract " + practice.agb(),
                                    "grounds", "signed on paper",
                                    "tariffSeries", "MTVP-2023",
                                    "textVersion", "2023-1"))
                    .expect(201)
                    .text("id");
            return api.as("approver-" + uzovi)
                    .post(CONTRACT, "/administrative-contracts/" + recorded + "/approvals")
                    .expect(201);
        });
        Waiting.until(
                "payment-service learning the contracts of " + uzovi,
                () -> api.as("buyer-" + uzovi)
                        .all(PAYMENT, "/entitlements?quarter=2024-Q1&uzovi=" + uzovi)
                        .size(),
                known -> known == CONTRACTS);
    }

    private static void tariff(String uzovi) {
        var proposed = api.as("buyer-" + uzovi)
                .post(
                        PAYMENT,
                        "/tariffs",
                        Map.of(
                                "uzovi", uzovi,
                                "validFrom", "2023-04-01",
                                "euroPerIonPerQuarter", "2.88",
                                "ground", "published tariff"))
                .expect(201)
                .text("id");
        api.as("approver-" + uzovi)
                .post(PAYMENT, "/tariffs/" + proposed + "/approvals")
                .expect(201);
    }
}
