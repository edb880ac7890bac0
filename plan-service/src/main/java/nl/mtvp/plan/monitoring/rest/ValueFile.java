package nl.mtvp.plan.monitoring.rest;

import jakarta.enterprise.context.RequestScoped;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Comparator;
import nl.mtvp.kernel.access.Caller;
import nl.mtvp.kernel.rest.Csv;
import nl.mtvp.plan.monitoring.MonitoringUseCases;
import nl.mtvp.plan.monitoring.domain.Delivered;

/** Values by the line: a faulty line is named, the others are kept. */
@RequestScoped
class ValueFile {

    static final int LINES_MAX = 20_000;

    private final Csv csv;
    private final MonitoringUseCases monitoring;
    private final Caller caller;

    ValueFile(Csv csv, MonitoringUseCases monitoring, Caller caller) {
        this.csv = csv;
        this.monitoring = monitoring;
        this.caller = caller;
    }

    /** One result for each line that is not blank, in their order. */
    ValueLineResult[] deliver(byte[] file) {
        var results = new ArrayList<ValueLineResult>();
        var numbers = new ArrayList<Integer>();
        var values = new ArrayList<Delivered>();
        csv.read(new ByteArrayInputStream(file), IndicatorValueRequest.class, LINES_MAX, line -> line.value()
                .ifPresentOrElse(
                        value -> {
                            numbers.add(line.number());
                            values.add(value.toDomain());
                        },
                        () -> results.add(ValueLineResult.refused(line.number(), line.faults()))));
        var outcomes = monitoring.deliver(values, caller.visibility(), caller.actor());
        for (int at = 0; at < outcomes.size(); at++) {
            results.add(ValueLineResult.of(numbers.get(at), outcomes.get(at)));
        }
        results.sort(Comparator.comparing(ValueLineResult::line));
        return results.toArray(ValueLineResult[]::new);
    }
}
