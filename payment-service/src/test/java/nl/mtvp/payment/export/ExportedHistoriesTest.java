package nl.mtvp.payment.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.Scale;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.payment.testing.ContractEvents;
import nl.mtvp.payment.testing.ContractEvents.Contract;
import nl.mtvp.payment.testing.PaymentApi;
import nl.mtvp.payment.testing.Registrations;
import nl.mtvp.verifier.audit.AuditCheck;
import org.junit.jupiter.api.Test;

/**
 * P3, with a second implementation as oracle: whatever becomes known of many contracts between one run and the next,
 * both come to the same lines, amounts, causes, entries and hashes.
 */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class ExportedHistoriesTest {

    private static final String UZOVI = "8806";
    private static final List<String> QUARTERS = List.of("2023-04-01", "2023-07-01", "2023-10-01");

    @Inject
    ContractEvents contracts;

    private final PaymentApi api = new PaymentApi(UZOVI);
    private final List<Contract> all = new ArrayList<>();
    private final Set<String> happened = new HashSet<>();
    private final Map<String, Runnable> withdrawals = new TreeMap<>();
    private Random random;

    @Test
    void P3_two_implementations_come_to_the_same_whatever_becomes_known() throws IOException {
        long seed = System.nanoTime();
        random = new Random(seed);
        for (int number = 1; number <= 12; number++) {
            var agb = "01%s%02d".formatted(UZOVI, number);
            all.add(contracts.accepted(UZOVI, agb, QUARTERS.get(random.nextInt(2))));
        }
        tariff();
        QUARTERS.forEach(this::deliver);
        int rounds = Scale.of(3, 60);
        for (int round = 0; round < rounds; round++) {
            for (int facts = 0; facts < 12; facts++) {
                fact();
            }
            api.run(List.of("2023-Q3", "2023-Q4").get(round == 0 ? 0 : 1));
        }
        var told = new ArrayList<String>();
        long differences = AuditCheck.differences(Exports.taken(api.auditor(), UZOVI), Map.of(), told::add);
        assertEquals(0, differences, () -> "seed " + seed + "\n" + String.join("\n", told));
    }

    /** Something about one contract or about the insurer; most of it may happen to a contract once, and be withdrawn. */
    private void fact() {
        int which = random.nextInt(all.size());
        var contract = all.get(which);
        switch (random.nextInt(9)) {
            case 0 ->
                once("stop " + which, () -> {
                    var stop = contracts.stopped(contract, day());
                    return () -> contracts.stopWithdrawn(contract, stop);
                });
            case 1 ->
                once("end " + which, () -> {
                    var end = contracts.ended(contract, day());
                    return () -> contracts.endWithdrawn(contract, end);
                });
            case 2, 3 -> {
                var from = LocalDate.parse(day());
                var clawback = contracts.clawback(
                        contract,
                        from.toString(),
                        from.plusDays(1 + random.nextInt(90)).toString(),
                        percentage());
                withdrawals.put("clawback " + clawback, () -> contracts.clawbackWithdrawn(contract, clawback));
            }
            case 4 ->
                once("offset " + which, () -> {
                    var offset = contracts.offset(contract, "2023-04-01", null, random.nextInt(1, 20) + ".77");
                    return () -> contracts.offsetEnded(contract, offset, QUARTERS.get(random.nextInt(1, 3)));
                });
            case 5 ->
                once("share " + which, () -> {
                    var share = random.nextBoolean()
                            ? contracts.share(contract, "2023-04-01", null, percentage())
                            : contracts.sharePerIon(contract, "2023-04-01", null, "0." + random.nextInt(10, 99));
                    return () -> contracts.shareEnded(contract, share, QUARTERS.get(random.nextInt(1, 3)));
                });
            case 6 ->
                once("succession " + which, () -> {
                    var successor = "01%s%02d".formatted(UZOVI, 50 + which);
                    all.set(which, contracts.succeeded(contract, successor, QUARTERS.get(random.nextInt(1, 3))));
                    return null;
                });
            case 7 -> withdraw();
            default -> {
                if (random.nextInt(4) == 0) {
                    tariff();
                } else {
                    deliver(QUARTERS.get(random.nextInt(3)));
                }
            }
        }
    }

    private void once(String what, java.util.function.Supplier<Runnable> fact) {
        if (happened.add(what)) {
            var withdrawal = fact.get();
            if (withdrawal != null) {
                withdrawals.put(what, withdrawal);
            }
        }
    }

    private void withdraw() {
        if (!withdrawals.isEmpty()) {
            var names = List.copyOf(withdrawals.keySet());
            withdrawals.remove(names.get(random.nextInt(names.size()))).run();
        }
    }

    private void tariff() {
        api.tariff(QUARTERS.get(happened.add("tariff") ? 0 : random.nextInt(3)), "2." + random.nextInt(10, 99));
    }

    private void deliver(String peildatum) {
        var patients = new TreeMap<String, Integer>();
        for (int which = 0; which < all.size(); which++) {
            patients.put("01%s%02d".formatted(UZOVI, which + 1), random.nextInt(1, 40));
            patients.put("01%s%02d".formatted(UZOVI, 50 + which), random.nextInt(1, 40));
        }
        api.deliver(peildatum, Registrations.of(patients));
    }

    private String day() {
        return LocalDate.parse("2023-04-01").plusDays(random.nextInt(300)).toString();
    }

    private String percentage() {
        return "%d.%02d".formatted(random.nextInt(1, 100), random.nextInt(100));
    }
}
