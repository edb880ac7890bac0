package nl.mtvp.contract.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.rest.body.Csv;
import nl.mtvp.kernel.rest.body.NdJson;
import nl.mtvp.kernel.rest.body.NdJson.Line;

/** Facts by the line, as CSV or NDJSON: a faulty line is named, the others are done, in one batch. */
@ApplicationScoped
public class Lines {

    public static final int MAX = 5_000;

    private final NdJson ndJson;
    private final Csv csv;

    Lines(NdJson ndJson, Csv csv) {
        this.ndJson = ndJson;
        this.csv = csv;
    }

    /** The lines of a kind, and what is said of each by its number. */
    public record Kind<L extends Record, D, O, R>(
            Class<L> line,
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
        var numbers = new ArrayList<Integer>();
        var good = new ArrayList<D>();
        for (var line : read(body, type, kind.line())) {
            if (line.value().isPresent()) {
                numbers.add(line.number());
                good.add(kind.toDomain().apply(line.value().get()));
            } else {
                results.put(line.number(), kind.refusal().apply(line.number(), line.faults()));
            }
        }
        var outcomes = done.apply(good);
        for (int at = 0; at < outcomes.size(); at++) {
            int number = numbers.get(at);
            results.put(number, kind.result().apply(number, outcomes.get(at)));
        }
        return List.copyOf(results.values());
    }

    private <L extends Record> List<Line<L>> read(byte[] body, MediaType type, Class<L> line) {
        if (!MediaType.valueOf(Csv.MEDIA_TYPE).isCompatible(type)) {
            return ndJson.read(body, line, MAX);
        }
        var lines = new ArrayList<Line<L>>();
        csv.read(new ByteArrayInputStream(body), line, MAX, lines::add);
        return lines;
    }
}
