package nl.mtvp.contract.party.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nl.mtvp.contract.party.PartyUseCases;
import nl.mtvp.kernel.rest.Csv;
import nl.mtvp.kernel.rest.NdJson;
import nl.mtvp.kernel.rest.NdJson.Line;

/** Practices by the line, as CSV or NDJSON: a faulty line is named, the others are done, in one batch. */
@ApplicationScoped
class PracticeImport {

    static final int LINES_MAX = 5_000;

    private final NdJson ndJson;
    private final Csv csv;
    private final PartyUseCases parties;

    PracticeImport(NdJson ndJson, Csv csv, PartyUseCases parties) {
        this.ndJson = ndJson;
        this.csv = csv;
        this.parties = parties;
    }

    /** One result for each line that is not blank, in their order. */
    PracticeLine.Result[] register(byte[] body, MediaType type) {
        var results = new ArrayList<PracticeLine.Result>();
        var good = new ArrayList<Line<PracticeLine>>();
        for (var line : lines(body, type)) {
            if (line.value().isPresent()) {
                good.add(line);
            } else {
                results.add(PracticeLine.Result.refused(line.number(), line.faults()));
            }
        }
        var registrations = parties.register(
                good.stream().map(line -> line.value().orElseThrow().toDomain()).toList());
        for (int at = 0; at < registrations.size(); at++) {
            results.add(PracticeLine.Result.of(good.get(at).number(), registrations.get(at)));
        }
        results.sort(Comparator.comparing(PracticeLine.Result::line));
        return results.toArray(PracticeLine.Result[]::new);
    }

    private List<Line<PracticeLine>> lines(byte[] body, MediaType type) {
        if (!MediaType.valueOf(Csv.MEDIA_TYPE).isCompatible(type)) {
            return ndJson.read(body, PracticeLine.class, LINES_MAX);
        }
        var lines = new ArrayList<Line<PracticeLine>>();
        csv.read(new ByteArrayInputStream(body), PracticeLine.class, LINES_MAX, lines::add);
        return lines;
    }
}
