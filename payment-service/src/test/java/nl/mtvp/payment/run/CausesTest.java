package nl.mtvp.payment.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TestClock;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.kernel.time.Quarters;
import nl.mtvp.payment.balance.BalanceUseCases;
import nl.mtvp.payment.entitlement.domain.Amounts;
import nl.mtvp.payment.entitlement.domain.ContractQuarter.EntitlementQuery;
import nl.mtvp.payment.history.Telling;
import nl.mtvp.payment.history.Told;
import nl.mtvp.payment.run.domain.ProposedLine.PaymentLine;
import nl.mtvp.payment.run.domain.RunState;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.threeten.extra.YearQuarter;

/**
 * D44 through the database: every cause of a correction alone, in all pairs, and the four of worked example 8 together.
 * Booked is always 4,260 x 2.88 = 12,268.80 for 2023-Q4. The figures were computed apart, with fractions.
 */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class CausesTest {

    /** What changes | the parts, in cents. */
    private static final String CASES =
            """
            ION_CORRECTION | ION_CORRECTION/PRACTICE/-2592
            TARIFF_REVISION | TARIFF_REVISION/PRACTICE/29820
            COVERAGE | COVERAGE/PRACTICE/-626776
            CLAWBACK | CLAWBACK/PRACTICE/-300052
            OFFSET | OFFSET/PRACTICE/-500000
            SHARE | SHARE/PRACTICE/-153360 SHARE/RHO/153360
            ION_CORRECTION TARIFF_REVISION | ION_CORRECTION/PRACTICE/-2592 TARIFF_REVISION/PRACTICE/29757
            ION_CORRECTION COVERAGE | ION_CORRECTION/PRACTICE/-2592 COVERAGE/PRACTICE/-625451
            ION_CORRECTION CLAWBACK | ION_CORRECTION/PRACTICE/-2592 CLAWBACK/PRACTICE/-299418
            ION_CORRECTION OFFSET | ION_CORRECTION/PRACTICE/-2592 OFFSET/PRACTICE/-500000
            ION_CORRECTION SHARE | ION_CORRECTION/PRACTICE/-2592 SHARE/PRACTICE/-153036 SHARE/RHO/153036
            TARIFF_REVISION COVERAGE | TARIFF_REVISION/PRACTICE/29820 COVERAGE/PRACTICE/-642010
            TARIFF_REVISION CLAWBACK | TARIFF_REVISION/PRACTICE/29820 CLAWBACK/PRACTICE/-307345
            TARIFF_REVISION OFFSET | TARIFF_REVISION/PRACTICE/29820 OFFSET/PRACTICE/-500000
            TARIFF_REVISION SHARE | TARIFF_REVISION/PRACTICE/29820 SHARE/PRACTICE/-157088 SHARE/RHO/157088
            COVERAGE CLAWBACK | COVERAGE/PRACTICE/-626776 CLAWBACK/PRACTICE/-300052
            COVERAGE OFFSET | COVERAGE/PRACTICE/-626776 OFFSET/PRACTICE/-244565
            COVERAGE SHARE | COVERAGE/PRACTICE/-626776 SHARE/PRACTICE/-75013 SHARE/RHO/75013
            CLAWBACK OFFSET | CLAWBACK/PRACTICE/-300052 OFFSET/PRACTICE/-500000
            CLAWBACK SHARE | CLAWBACK/PRACTICE/-300052 SHARE/PRACTICE/-115854 SHARE/RHO/115854
            OFFSET SHARE | OFFSET/PRACTICE/-500000 SHARE/PRACTICE/-90860 SHARE/RHO/90860
            ION_CORRECTION TARIFF_REVISION COVERAGE CLAWBACK | ION_CORRECTION/PRACTICE/-2592 TARIFF_REVISION/PRACTICE/29757 COVERAGE/PRACTICE/-640653 CLAWBACK/PRACTICE/-306696
            """;

    private static final YearQuarter Q4 = Quarters.of("2023-Q4");
    private static final LocalDate BEGIN = LocalDate.of(2023, 10, 1);
    private static final LocalDate STOP = LocalDate.of(2023, 11, 15);

    @Inject
    Telling telling;

    @Inject
    RunUseCases runs;

    @Inject
    ComputationJob computing;

    @Inject
    PostingJob posting;

    @Inject
    BalanceUseCases balances;

    @BeforeEach
    void setClock() {
        TestClock.at("2023-12-10");
    }

    @Test
    void D44_every_cause_alone_in_all_pairs_and_example_8() {
        // A tariff is the insurer's: contracts whose tariff is revised are with another one.
        corrected("0097", false);
        corrected("0098", true);
    }

    @Test
    void examples_6_9_10_and_11_are_right_to_the_cent() {
        var insurer = telling.insurer("0096");
        insurer.tell(new Told.Tariff(LocalDate.of(2023, 4, 1), BEGIN, 288));
        insurer.tell(new Told.Tariff(BEGIN, null, 295));
        for (int contract = 0; contract < 5; contract++) {
            insurer.tell(new Told.Accepted(contract, contract, LocalDate.of(2023, 4, 1)));
        }
        insurer.tell(new Told.Counts(0, Map.of(3, 4_210L, 4, 4_210L)));
        insurer.tell(new Told.Counts(2, Map.of(0, 4_260L, 1, 4_260L, 2, 4_260L)));
        insurer.tell(new Told.ClawedBack(0, 1, BEGIN, LocalDate.of(2024, 1, 1), 10_000));
        insurer.tell(new Told.ClawedBack(1, 2, BEGIN, LocalDate.of(2024, 1, 1), 5_000));
        insurer.tell(new Told.ClawedBack(1, 3, BEGIN, LocalDate.of(2024, 1, 1), 3_000));
        insurer.tell(new Told.Left(2, 4, true, STOP));
        insurer.tell(new Told.Offset(2, 5, BEGIN, null, 5_000_00));
        insurer.tell(new Told.Share(3, 6, LocalDate.of(2023, 4, 1), null, 1_250, null));
        insurer.tell(new Told.Share(4, 7, LocalDate.of(2023, 4, 1), null, 1_250, null));
        insurer.tell(new Told.Offset(4, 8, LocalDate.of(2023, 4, 1), null, 5_000_00));
        assertEquals(new Amounts(10_609_20, 1_515_60), due(insurer, 3, "2023-Q2"), "example 6");
        assertEquals(new Amounts(2_513_40, 0), due(insurer, 1, "2023-Q4"), "example 10");
        assertEquals(new Amounts(3_701_25, 0), due(insurer, 2, "2023-Q4"), "example 11, in example 4");
        assertEquals(new Amounts(6_234_20, 890_60), due(insurer, 4, "2023-Q2"), "example 11, with a share");
        posted(insurer);
        insurer.tell(new Told.Left(0, 9, true, STOP));
        assertEquals(List.of(), posted(insurer).totals(), "example 9");
    }

    private void corrected(String uzovi, boolean revised) {
        var insurer = telling.insurer(uzovi);
        var cases = CASES.lines()
                .map(line -> line.split(" \\| "))
                .filter(line -> line[0].contains("TARIFF_REVISION") == revised)
                .toList();
        insurer.tell(new Told.Tariff(LocalDate.of(2023, 1, 1), null, 288));
        var counts = new HashMap<Integer, Long>();
        for (int contract = 0; contract < cases.size(); contract++) {
            insurer.tell(new Told.Accepted(contract, contract, LocalDate.of(2023, 4, 1)));
            counts.put(contract, 4_260L);
        }
        insurer.tell(new Told.Counts(2, Map.copyOf(counts)));
        posted(insurer);
        for (int contract = 0; contract < cases.size(); contract++) {
            for (var cause : cases.get(contract)[0].split(" ")) {
                change(insurer, contract, cause, counts);
            }
        }
        insurer.tell(new Told.Counts(2, Map.copyOf(counts)));
        if (revised) {
            insurer.tell(new Told.Tariff(LocalDate.of(2023, 1, 1), null, 295));
        }
        var run = posted(insurer).run().id();
        var lines =
                runs.lines(run, Visibility.EVERYTHING, PageRequest.first(1_000)).rows();
        for (int contract = 0; contract < cases.size(); contract++) {
            var id = insurer.contract(contract);
            var parts = lines.stream()
                    .filter(line -> line.contractId().equals(id)
                            && line.facts().quarter().equals(Q4))
                    .map(CausesTest::parts)
                    .findFirst()
                    .orElse("no line");
            assertEquals(cases.get(contract)[1].strip(), parts, cases.get(contract)[0]);
        }
    }

    private static void change(Telling.Insurer insurer, int contract, String cause, Map<Integer, Long> counts) {
        int id = 10 * contract;
        switch (cause) {
            case "ION_CORRECTION" -> counts.put(contract, 4_251L);
            case "COVERAGE" -> insurer.tell(new Told.Left(contract, id + 1, true, STOP));
            case "CLAWBACK" -> insurer.tell(new Told.ClawedBack(contract, id + 2, BEGIN, STOP, 5_000));
            case "OFFSET" -> insurer.tell(new Told.Offset(contract, id + 3, BEGIN, null, 5_000_00));
            case "SHARE" -> insurer.tell(new Told.Share(contract, id + 4, BEGIN, null, 1_250, null));
            default -> assertEquals("TARIFF_REVISION", cause);
        }
    }

    private static String parts(PaymentLine line) {
        return line.parts().stream()
                .map(part -> part.cause() + "/" + part.component() + "/" + part.cents())
                .collect(Collectors.joining(" "));
    }

    private Amounts due(Telling.Insurer insurer, int contract, String quarter) {
        var query = new EntitlementQuery(insurer.uzovi(), null, Quarters.of(quarter));
        return balances.entitlements(query, null, Visibility.EVERYTHING, PageRequest.first(100)).rows().stream()
                .filter(due -> due.contract().contractId().equals(insurer.contract(contract)))
                .map(BalanceUseCases.Due::due)
                .findFirst()
                .orElseThrow();
    }

    private RunUseCases.Summary posted(Telling.Insurer insurer) {
        var id =
                runs.make(insurer.uzovi(), Q4, new Actor("maker", "test")).run().id();
        worked(id, RunState.DRAFT, computing::workOne);
        var hash = runs.get(id, Visibility.EVERYTHING).run().proposalHash().orElseThrow();
        Acknowledging.all(runs, id, hash);
        var approved = runs.approve(id, hash, Visibility.EVERYTHING, new Actor("approver", "test"));
        worked(id, RunState.POSTED, posting::workOne);
        return approved;
    }

    private void worked(UUID run, RunState wanted, Runnable job) {
        Awaitility.await().until(() -> {
            job.run();
            return runs.get(run, Visibility.EVERYTHING).run().state() == wanted;
        });
    }
}
