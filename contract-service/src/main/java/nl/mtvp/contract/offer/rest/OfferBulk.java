package nl.mtvp.contract.offer.rest;

import jakarta.enterprise.context.RequestScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import nl.mtvp.contract.offer.OfferUseCases;
import nl.mtvp.contract.offer.domain.Proposal;
import nl.mtvp.contract.rest.Desk;
import nl.mtvp.kernel.access.NotYours;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.rest.body.NdJson;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Offers by the line: a faulty line is named, the others are done. */
@RequestScoped
class OfferBulk {

    static final int LINES_MAX = 5_000;

    private final NdJson lines;
    private final OfferUseCases offers;
    private final Desk desk;

    OfferBulk(NdJson lines, OfferUseCases offers, Desk desk) {
        this.lines = lines;
        this.offers = offers;
        this.desk = desk;
    }

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

    /** One result for each line that is not blank, in their order. */
    OfferLineResult[] propose(byte[] body) {
        var results = new ArrayList<OfferLineResult>();
        var numbers = new ArrayList<Integer>();
        var proposals = new ArrayList<Proposal>();
        for (var line : lines.read(body, OfferRequest.class, LINES_MAX)) {
            var faults = line.value().map(this::notYours).orElse(line.faults());
            if (faults.isEmpty()) {
                numbers.add(line.number());
                proposals.add(line.value().orElseThrow().toDomain());
            } else {
                results.add(OfferLineResult.refused(line.number(), faults));
            }
        }
        var outcomes = offers.propose(proposals, desk.actor());
        var now = desk.now();
        for (int at = 0; at < outcomes.size(); at++) {
            int number = numbers.get(at);
            var outcome = outcomes.get(at);
            results.add(outcome.offer()
                    .map(offer -> OfferLineResult.proposed(number, OfferResponse.of(offer, now)))
                    .orElseGet(() -> OfferLineResult.refused(
                            number,
                            Stream.concat(outcome.wrong().stream(), outcome.missing().stream())
                                    .toList())));
        }
        results.sort(Comparator.comparing(OfferLineResult::line));
        return results.toArray(OfferLineResult[]::new);
    }

    private List<Fault> notYours(OfferRequest request) {
        try {
            desk.actFor(request.uzovi());
            return List.of();
        } catch (NotYours refused) {
            return List.of(Fault.inBody("/uzovi", refused.code(), refused.getMessage()));
        }
    }
}
