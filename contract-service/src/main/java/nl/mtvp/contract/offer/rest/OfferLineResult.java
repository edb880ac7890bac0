package nl.mtvp.contract.offer.rest;

import java.util.List;
import nl.mtvp.kernel.failure.Fault;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of one line of a bulk request.
 *
 * @param line counts from 1
 * @param offer the offer that was made, or null
 * @param errors everything that stood in its way, or nothing
 */
public record OfferLineResult(
        Integer line, Outcome outcome, @Schema(nullable = true) OfferResponse offer, List<Fault> errors) {

    /** The outcomes of a line. */
    public enum Outcome {
        PROPOSED,
        REFUSED
    }

    static OfferLineResult proposed(int line, OfferResponse offer) {
        return new OfferLineResult(line, Outcome.PROPOSED, offer, List.of());
    }

    static OfferLineResult refused(int line, List<Fault> errors) {
        return new OfferLineResult(line, Outcome.REFUSED, null, errors);
    }
}
