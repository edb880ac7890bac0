package nl.mtvp.contract.ending.domain;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.mtvp.contract.contract.domain.Present;
import nl.mtvp.contract.contract.domain.Side;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.InvalidInput;

/**
 * How and when a contract is to end (D35). Choice: notice is the practice's alone and the end date the insurer's; only
 * a practice may tell that it closed in the past, since an end in the past takes its own money; everything else lies
 * ahead, so that it can be withdrawn before it takes effect.
 *
 * @param toldBy the side that tells it
 * @param endedFrom the first day on which the contract is not in force
 */
@Embeddable
public record EndingTerms(
        @Enumerated(EnumType.STRING) EndingKind kind, @Enumerated(EnumType.STRING) Side toldBy, LocalDate endedFrom) {

    /** Choice: while one end stands no nearer one is taken. */
    private static final int AHEAD_YEARS_MAX = 5;

    /** The term of notice. */
    public static final int NOTICE_MONTHS = 3;

    public EndingTerms {
        Present.all(kind, toldBy, endedFrom);
    }

    /**
     * @throws EndingRefused if the end is the other side's to tell
     * @throws InvalidInput naming every fault
     */
    public void require(LocalDate startsOn, LocalDate today) {
        boolean theirs = kind == EndingKind.NOTICE && toldBy == Side.INSURER
                || kind == EndingKind.END_DATE && toldBy == Side.PRACTICE;
        if (theirs) {
            throw EndingRefused.otherSides(kind);
        }
        var faults = new ArrayList<>(foreseen(kind, toldBy, endedFrom, today));
        if (endedFrom.isBefore(startsOn)) {
            faults.add(fault("before-the-start", "the contract starts on " + startsOn + " (D35)"));
        }
        InvalidInput.ifAny(faults);
    }

    /** What is wrong whichever contract is to end; of what could not be read nothing is said. */
    public static List<Fault> foreseen(EndingKind kind, Side toldBy, LocalDate endedFrom, LocalDate today) {
        var faults = new ArrayList<Fault>();
        if (kind == EndingKind.MERGED) {
            faults.add(
                    Fault.inBody("/kind", "by-a-succession-only", "in a merger the succession ends the others (D35)"));
        }
        if (kind == null || endedFrom == null) {
            return faults;
        }
        var earliest = today.plusMonths(NOTICE_MONTHS);
        if (kind == EndingKind.NOTICE && endedFrom.isBefore(earliest)) {
            faults.add(fault(
                    "notice-too-short",
                    "notice takes three months: given today, the contract ends on " + earliest + " or later (D35)"));
        } else if (!(kind == EndingKind.CLOSING && toldBy == Side.PRACTICE) && !endedFrom.isAfter(today)) {
            faults.add(fault("not-ahead", "the first day that is not in force lies after today (D35)"));
        }
        var latest = today.plusYears(AHEAD_YEARS_MAX);
        if (endedFrom.isAfter(latest)) {
            faults.add(fault(
                    "too-far-ahead",
                    "a contract ends on " + latest + " at the latest; tell of a later end in time (D35)"));
        }
        return faults;
    }

    private static Fault fault(String code, String detail) {
        return Fault.inBody("/endedFrom", code, detail);
    }
}
