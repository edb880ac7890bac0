package nl.mtvp.plan.admission.domain;

/**
 * What became of a lot when it had its turn (D20): one line of the transcript.
 *
 * @param rank its place in the order, from 1
 * @param usedIonAfter the ION admitted so far, earlier rounds included, once its turn is over
 * @param why the sum, or who withdrew it for which reason
 */
public record Turn(int rank, Lot lot, TurnOutcome outcome, long usedIonAfter, String why) {

    /** What a turn can end in. */
    public enum TurnOutcome {
        /** It fitted under the ceiling: its practices may start. */
        ADMITTED,
        /** It would have lifted the region above the ceiling; it stays for the next round. */
        LAPSED,
        /** It was withdrawn between freeze and draw, and skipped. */
        WITHDRAWN
    }
}
