package nl.mtvp.contract.eligibility.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nl.mtvp.contract.eligibility.EligibilityUseCases;
import nl.mtvp.contract.eligibility.domain.Imported;
import nl.mtvp.contract.eligibility.rest.EligibilityLines.Line;
import nl.mtvp.contract.eligibility.rest.EligibilityLines.Result;
import nl.mtvp.contract.rest.Desk;
import nl.mtvp.kernel.rest.Csv;
import nl.mtvp.kernel.rest.NdJson;

/** Statements and GPs by the line, as CSV or NDJSON: a faulty line is named, the others are done. */
@RequestScoped
class EligibilityImport {

    static final int LINES_MAX = 5_000;

    private final NdJson ndJson;
    private final Csv csv;
    private final EligibilityUseCases eligibility;
    private final Desk desk;

    EligibilityImport(NdJson ndJson, Csv csv, EligibilityUseCases eligibility, Desk desk) {
        this.ndJson = ndJson;
        this.csv = csv;
        this.eligibility = eligibility;
        this.desk = desk;
    }

    /** One result for each line that is not blank, in their order. */
    <T extends Record & Line> Result[] take(byte[] body, MediaType type, Class<T> lineType) {
        var results = new ArrayList<Result>();
        var good = new ArrayList<NdJson.Line<T>>();
        for (var line : lines(body, type, lineType)) {
            if (line.value().isPresent()) {
                good.add(line);
            } else {
                results.add(Result.of(line.number(), null, Imported.refused(line.faults())));
            }
        }
        var changes =
                good.stream().map(line -> line.value().orElseThrow().toDomain()).toList();
        var taken = eligibility.take(changes, desk.actor());
        for (int at = 0; at < taken.size(); at++) {
            results.add(Result.of(good.get(at).number(), changes.get(at).agb(), taken.get(at)));
        }
        results.sort(Comparator.comparing(Result::line));
        return results.toArray(Result[]::new);
    }

    private <T extends Record> List<NdJson.Line<T>> lines(byte[] body, MediaType type, Class<T> lineType) {
        if (!MediaType.valueOf(Csv.MEDIA_TYPE).isCompatible(type)) {
            return ndJson.read(body, lineType, LINES_MAX);
        }
        var lines = new ArrayList<NdJson.Line<T>>();
        csv.read(new ByteArrayInputStream(body), lineType, LINES_MAX, lines::add);
        return lines;
    }
}
