package nl.mtvp.payment.tariff.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import nl.mtvp.kernel.access.Caller;
import nl.mtvp.kernel.access.NotYours;
import nl.mtvp.kernel.db.Ids;
import nl.mtvp.kernel.failure.DomainFailure;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.rest.body.Csv;
import nl.mtvp.kernel.rest.body.Foresight;
import nl.mtvp.kernel.rest.body.NdJson;
import nl.mtvp.kernel.rest.body.NdJson.Line;
import nl.mtvp.payment.tariff.TariffUseCases;
import nl.mtvp.payment.tariff.TariffUseCases.Proposed;
import nl.mtvp.payment.tariff.domain.TariffProposal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Tariffs by the line, as CSV or NDJSON: a faulty line is named, each of the others becomes a proposal (D37). */
@ApplicationScoped
class TariffImport {

    static final int LINES_MAX = 1_000;

    private final NdJson ndJson;
    private final Csv csv;
    private final TariffUseCases tariffs;
    private final Caller caller;
    private final Clock clock;

    TariffImport(NdJson ndJson, Csv csv, TariffUseCases tariffs, Caller caller, Clock clock) {
        this.ndJson = ndJson;
        this.csv = csv;
        this.tariffs = tariffs;
        this.caller = caller;
        this.clock = clock;
    }

    /** What became of a line. */
    public enum Outcome {
        PROPOSED,
        REFUSED
    }

    /**
     * The result of one line.
     *
     * @param line counts from 1; CSV's header is line 1
     * @param tariffId the proposal, or null where there is none
     * @param errors everything that stood in its way, or nothing
     */
    @Schema(name = "TariffLineResult")
    public record Result(Integer line, @Schema(nullable = true) UUID tariffId, Outcome outcome, List<Fault> errors) {}

    /** One result for each line that is not blank, in their order. */
    Result[] propose(byte[] body, MediaType type) {
        var results = new TreeMap<Integer, Result>();
        var proposals = new TreeMap<Integer, TariffProposal>();
        for (var line : lines(body, type)) {
            int number = line.number();
            try {
                line.value()
                        .map(this::proposal)
                        .ifPresentOrElse(
                                proposal -> proposals.put(number, proposal),
                                () -> results.put(number, refused(number, line.faults())));
            } catch (DomainFailure refusal) {
                results.put(number, refused(number, refusal));
            }
        }
        var proposed = tariffs.propose(List.copyOf(proposals.values())).iterator();
        proposals.keySet().forEach(number -> results.put(number, result(number, proposed.next())));
        return results.values().toArray(Result[]::new);
    }

    private List<Line<TariffRequest>> lines(byte[] body, MediaType type) {
        if (!MediaType.valueOf(Csv.MEDIA_TYPE).isCompatible(type)) {
            return ndJson.read(body, TariffRequest.class, LINES_MAX);
        }
        var lines = new ArrayList<Line<TariffRequest>>();
        csv.read(new ByteArrayInputStream(body), TariffRequest.class, LINES_MAX, lines::add);
        return lines;
    }

    private TariffProposal proposal(TariffRequest request) {
        caller.actFor(request.uzovi());
        var now = clock.instant();
        return request.toDomain(Ids.at(now), caller.actor().subject(), now);
    }

    private static Result result(int number, Proposed proposed) {
        return proposed.refusal() == null
                ? new Result(number, proposed.proposal().id(), Outcome.PROPOSED, List.of())
                : refused(number, proposed.refusal());
    }

    private static Result refused(int number, DomainFailure refusal) {
        return refused(
                number,
                refusal.faults().isEmpty()
                        ? List.of(Fault.inBody(
                                refusal instanceof NotYours ? "/uzovi" : "", refusal.code(), refusal.getMessage()))
                        : refusal.faults());
    }

    private static Result refused(int number, List<Fault> faults) {
        return new Result(number, null, Outcome.REFUSED, faults);
    }

    /** What else is wrong with a tariff that cannot be read (D37). */
    @Produces
    @Singleton
    static Foresight<TariffRequest> ofTariffs(TariffUseCases tariffs) {
        return new Foresight<>(
                TariffRequest.class,
                body -> tariffs.foreseen(body.validFrom(), body.euroPerIonPerQuarter(), body.segment()));
    }
}
