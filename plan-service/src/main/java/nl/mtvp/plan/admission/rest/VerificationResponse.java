package nl.mtvp.plan.admission.rest;

import java.util.List;
import nl.mtvp.plan.admission.domain.TranscriptDifferences.Difference;

/**
 * Whether a transcript holds.
 *
 * @param holds it is the recorded one in every property, and that one is what seed and pool give
 * @param recomputed the recorded turns are what pool, seed and withdrawals give, computed anew
 * @param transcriptHash the recorded one, null until the round closed
 * @param differences each place where the transcript handed in is not the recorded one
 */
public record VerificationResponse(
        boolean holds, boolean recomputed, String transcriptHash, List<Difference> differences) {}
