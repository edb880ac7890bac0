package nl.mtvp.payment.history;

import java.time.LocalDate;
import java.util.Map;

/** One fact as it becomes known. Contracts and what is about them go by small numbers, practices by theirs. */
public sealed interface Told {

    /** Facts with the same subject build on each other; others may come in any order. */
    String subject();

    /** @param until null while it is open */
    record Tariff(LocalDate from, LocalDate until, long cents) implements Told {
        @Override
        public String subject() {
            return "tariff";
        }
    }

    /** A delivery, which replaces an earlier one of its quarter: the patients of each practice that has some. */
    record Counts(int quarter, Map<Integer, Long> ion) implements Told {
        @Override
        public String subject() {
            return "counts " + quarter;
        }
    }

    /** What is told about one contract. */
    sealed interface OfContract extends Told {
        int contract();

        @Override
        default String subject() {
            return "contract " + contract();
        }
    }

    record Accepted(int contract, int practice, LocalDate startsOn) implements OfContract {}

    /** A stop, or an end otherwise. */
    record Left(int contract, int id, boolean stop, LocalDate from) implements OfContract {}

    record ClawedBack(int contract, int id, LocalDate from, LocalDate until, int tenThousandths)
            implements OfContract {}

    /** The stop, end or clawback with this id is withdrawn. */
    record Withdrawn(int contract, int id) implements OfContract {}

    record Annulled(int contract, int id) implements OfContract {}

    record Succeeded(int contract, int id, int from, int to, LocalDate on) implements OfContract {}

    record Offset(int contract, int id, LocalDate from, LocalDate until, long cents) implements OfContract {}

    /** A percentage, or cents per ION: the other is null. */
    record Share(int contract, int id, LocalDate from, LocalDate until, Integer tenThousandths, Long cents)
            implements OfContract {}

    /** The offset or share with this id ends earlier. */
    record EndedEarly(int contract, int id, boolean share, LocalDate until) implements OfContract {}
}
