package nl.mtvp.payment.tariff.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import nl.mtvp.kernel.access.NotYours;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.InvalidInput;
import nl.mtvp.kernel.rest.body.Foresight;
import nl.mtvp.kernel.rest.body.Lines;
import nl.mtvp.kernel.rest.body.Lines.Kind;
import nl.mtvp.kernel.rest.command.Desk;
import nl.mtvp.payment.tariff.TariffUseCases;
import nl.mtvp.payment.tariff.TariffUseCases.Proposed;
import nl.mtvp.payment.tariff.domain.TariffProposal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Tariffs by the line, as CSV or NDJSON: a faulty line is named, each of the others becomes a proposal (D37). */
@ApplicationScoped
class TariffImport {

    static final int LINES_MAX = 1_000;

    private final Lines lines;
    private final TariffUseCases tariffs;
    private final Desk desk;

    TariffImport(Lines lines, TariffUseCases tariffs, Desk desk) {
        this.lines = lines;
        this.tariffs = tariffs;
        this.desk = desk;
    }

    /** What became of a line. */
    public enum ProposedOutcome {
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
    public record Result(
            Integer line, @Schema(nullable = true) UUID tariffId, ProposedOutcome outcome, List<Fault> errors) {}

    /** One result for each line that is not blank, in their order. */
    Result[] propose(byte[] body, MediaType type) {
        var kind = new Kind<TariffRequest, TariffProposal, Proposed, Result>(
                TariffRequest.class, LINES_MAX, this::proposal, TariffImport::result, TariffImport::refused);
        return lines.results(body, type, kind, tariffs::propose).toArray(Result[]::new);
    }

    private TariffProposal proposal(TariffRequest request) {
        try {
            desk.actFor(request.uzovi());
        } catch (NotYours refusal) {
            throw new InvalidInput(Fault.inBody("/uzovi", refusal.code(), refusal.getMessage()));
        }
        return request.toDomain(desk.actor().at(desk.now()));
    }

    private static Result result(int number, Proposed proposed) {
        return proposed.refusal() == null
                ? new Result(number, proposed.proposal().id(), ProposedOutcome.PROPOSED, List.of())
                : refused(number, Lines.faults(proposed.refusal()));
    }

    private static Result refused(int number, List<Fault> faults) {
        return new Result(number, null, ProposedOutcome.REFUSED, faults);
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
