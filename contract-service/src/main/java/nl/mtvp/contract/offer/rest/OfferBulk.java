package nl.mtvp.contract.offer.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.Stream;
import nl.mtvp.contract.offer.OfferUseCases;
import nl.mtvp.contract.offer.domain.Outcome;
import nl.mtvp.contract.offer.domain.Proposal;
import nl.mtvp.kernel.access.NotYours;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.InvalidInput;
import nl.mtvp.kernel.rest.body.Lines;
import nl.mtvp.kernel.rest.body.Lines.Kind;
import nl.mtvp.kernel.rest.body.NdJson;
import nl.mtvp.kernel.rest.command.Desk;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Offers by the line: a faulty line is named, the others are done. */
@RequestScoped
class OfferBulk {

    static final int LINES_MAX = 5_000;
    private static final MediaType NDJSON = MediaType.valueOf(NdJson.MEDIA_TYPE);

    private final Lines lines;
    private final OfferUseCases offers;
    private final Desk desk;

    OfferBulk(Lines lines, OfferUseCases offers, Desk desk) {
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
            Integer line, OfferOutcome outcome, @Schema(nullable = true) OfferResponse offer, List<Fault> errors) {

        /** The outcomes of a line. */
        public enum OfferOutcome {
            PROPOSED,
            REFUSED
        }

        static OfferLineResult proposed(int line, OfferResponse offer) {
            return new OfferLineResult(line, OfferOutcome.PROPOSED, offer, List.of());
        }

        static OfferLineResult refused(int line, List<Fault> errors) {
            return new OfferLineResult(line, OfferOutcome.REFUSED, null, errors);
        }
    }

    /** One result for each line that is not blank, in their order. */
    OfferLineResult[] propose(byte[] body) {
        var kind = new Kind<OfferRequest, Proposal, Outcome, OfferLineResult>(
                OfferRequest.class, LINES_MAX, this::proposal, this::result, OfferLineResult::refused);
        return lines.results(body, NDJSON, kind, proposals -> offers.propose(proposals, desk.actor()))
                .toArray(OfferLineResult[]::new);
    }

    private Proposal proposal(OfferRequest request) {
        try {
            desk.actFor(request.uzovi());
        } catch (NotYours refused) {
            throw new InvalidInput(Fault.inBody("/uzovi", refused.code(), refused.getMessage()));
        }
        return request.toDomain();
    }

    private OfferLineResult result(int line, Outcome outcome) {
        return outcome.offer()
                .map(offer -> OfferLineResult.proposed(line, OfferResponse.of(offer, desk.now())))
                .orElseGet(() -> OfferLineResult.refused(
                        line,
                        Stream.concat(outcome.wrong().stream(), outcome.missing().stream())
                                .toList()));
    }
}
