package nl.mtvp.kernel.rest.body;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import nl.mtvp.kernel.failure.DomainFailure;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.rest.body.NdJson.Line;

/** Facts by the line, as CSV or NDJSON: a faulty line is named, the others are done, in one batch. */
@ApplicationScoped
public class Lines {

    private final NdJson ndJson;
    private final Csv csv;

    Lines(NdJson ndJson, Csv csv) {
        this.ndJson = ndJson;
        this.csv = csv;
    }

    /**
     * The lines of a kind, and what is said of each by its number.
     *
     * @param toDomain what a line asks to be done; one that is refused with a failure stays undone
     */
    public record Kind<L extends Record, D, O, R>(
            Class<L> line,
            int max,
            Function<L, D> toDomain,
            BiFunction<Integer, O, R> result,
            BiFunction<Integer, List<Fault>, R> refusal) {}

    /**
     * One result for each line that is not blank, in their order.
     *
     * @param done what becomes of the good ones, in their order
     */
    public <L extends Record, D, O, R> List<R> results(
            byte[] body, MediaType type, Kind<L, D, O, R> kind, Function<List<D>, List<O>> done) {
        var results = new TreeMap<Integer, R>();
        var good = new TreeMap<Integer, D>();
        for (var line : read(body, type, kind)) {
            int number = line.number();
            try {
                line.value()
                        .map(kind.toDomain())
                        .ifPresentOrElse(
                                value -> good.put(number, value),
                                () -> results.put(number, kind.refusal().apply(number, line.faults())));
            } catch (DomainFailure refusal) {
                results.put(number, kind.refusal().apply(number, faults(refusal)));
            }
        }
        var outcomes = done.apply(List.copyOf(good.values())).iterator();
        good.keySet().forEach(number -> results.put(number, kind.result().apply(number, outcomes.next())));
        return List.copyOf(results.values());
    }

    /** What a line is told of a refusal that names no fault of its own: it is about the whole line. */
    public static List<Fault> faults(DomainFailure refusal) {
        return refusal.faults().isEmpty()
                ? List.of(Fault.inBody("", refusal.code(), refusal.getMessage()))
                : refusal.faults();
    }

    private <L extends Record> List<Line<L>> read(byte[] body, MediaType type, Kind<L, ?, ?, ?> kind) {
        if (!MediaType.valueOf(Csv.MEDIA_TYPE).isCompatible(type)) {
            return ndJson.read(body, kind.line(), kind.max());
        }
        var lines = new ArrayList<Line<L>>();
        csv.read(new ByteArrayInputStream(body), kind.line(), kind.max(), lines::add);
        return lines;
    }
}
