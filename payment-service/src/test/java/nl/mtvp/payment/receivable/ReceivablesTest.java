package nl.mtvp.payment.receivable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.mtvp.payment.ledger.domain.Movement;
import nl.mtvp.payment.receivable.domain.Receivables;
import nl.mtvp.payment.receivable.domain.Receivables.OpenReceivable;
import org.junit.jupiter.api.Test;

/** D50: what is taken back nets out with what is owed, oldest first. */
class ReceivablesTest {

    private static final Instant FIRST = Instant.parse("2023-01-15T11:00:00Z");

    @Test
    void D50_the_worked_example_12_leaves_one_transfer() {
        assertEquals(List.of(6_420_10L), open(-6_420_10));
        assertEquals(List.of(1_420_10L), open(-6_420_10, 5_000_00));
        var settled = Receivables.of(movements(-6_420_10, 5_000_00, 12_000_00));
        assertEquals(List.of(), settled.open());
        assertEquals(10_579_90, settled.creditCents());
    }

    @Test
    void D50_the_oldest_is_settled_first() {
        var open = Receivables.of(movements(-3_00, -2_00, 4_00)).open();
        assertEquals(List.of(1_00L), open.stream().map(OpenReceivable::cents).toList());
        assertEquals(
                List.of(2L), open.stream().map(OpenReceivable::postingNumber).toList());
    }

    @Test
    void D50_what_was_not_paid_out_yet_is_taken_first() {
        assertEquals(List.of(2_00L), open(5_00, -7_00));
        assertEquals(List.of(7_00L), open(5_00, -5_00, -7_00));
    }

    @Test
    void D50_a_receivable_is_collected_after_the_fourth_quarter_after_that_of_its_posting() {
        var receivables = Receivables.of(List.of(
                new Movement(new UUID(0, 1), 1, Instant.parse("2023-06-30T21:59:59Z"), -1_00),
                new Movement(new UUID(0, 2), 2, Instant.parse("2023-06-30T22:00:00Z"), -2_00)));
        // Midnight of Amsterdam lies between the two, so a quarter does too.
        assertEquals(0, receivables.overdueCents(LocalDate.of(2024, 6, 30)));
        assertEquals(1_00, receivables.overdueCents(LocalDate.of(2024, 7, 1)));
        assertEquals(1_00, receivables.overdueCents(LocalDate.of(2024, 9, 30)));
        assertEquals(3_00, receivables.overdueCents(LocalDate.of(2024, 10, 1)));
    }

    @Property
    void D50_what_is_open_or_owed_is_the_balance(@ForAll("amounts") List<Long> cents) {
        long balance = cents.stream().mapToLong(Long::longValue).sum();
        var receivables = Receivables.of(movements(cents));
        assertEquals(Math.max(0, -balance), receivables.openCents());
        assertEquals(Math.max(0, balance), receivables.creditCents());
    }

    /** The oracle settles cent by cent. */
    @Property
    void D50_no_younger_receivable_is_settled_before_an_older_one(@ForAll("amounts") List<Long> cents) {
        var movements = movements(cents);
        var left = new ArrayList<long[]>();
        long credit = 0;
        for (var movement : movements) {
            for (long cent = 0; cent < Math.abs(movement.cents()); cent++) {
                if (movement.cents() > 0) {
                    var oldest = left.stream().filter(one -> one[1] > 0).findFirst();
                    oldest.ifPresent(one -> one[1]--);
                    credit += oldest.isPresent() ? 0 : 1;
                } else if (credit > 0) {
                    credit--;
                } else {
                    left.add(new long[] {movement.postingNumber(), 1});
                }
            }
        }
        var expected = new ArrayList<Long>();
        left.stream().filter(one -> one[1] > 0).forEach(one -> expected.add(one[0]));
        var told = new ArrayList<Long>();
        for (var open : Receivables.of(movements).open()) {
            for (long cent = 0; cent < open.cents(); cent++) {
                told.add(open.postingNumber());
            }
        }
        assertEquals(expected, told);
    }

    @Property
    void D50_more_money_never_opens_more(@ForAll("amounts") List<Long> cents) {
        var more = new ArrayList<>(cents);
        more.add(1L);
        assertTrue(Receivables.of(movements(more)).openCents()
                <= Receivables.of(movements(cents)).openCents());
    }

    @Provide
    Arbitrary<List<Long>> amounts() {
        return Arbitraries.longs()
                .between(-40, 40)
                .filter(cents -> cents != 0)
                .list()
                .ofMaxSize(12);
    }

    private static List<Long> open(long... cents) {
        return Receivables.of(movements(cents)).open().stream()
                .map(OpenReceivable::cents)
                .toList();
    }

    private static List<Movement> movements(long... cents) {
        return movements(java.util.Arrays.stream(cents).boxed().toList());
    }

    private static List<Movement> movements(List<Long> cents) {
        var movements = new ArrayList<Movement>();
        for (var one : cents) {
            long number = movements.size() + 1;
            movements.add(new Movement(new UUID(0, number), number, FIRST.plusSeconds(number), one));
        }
        return movements;
    }
}
