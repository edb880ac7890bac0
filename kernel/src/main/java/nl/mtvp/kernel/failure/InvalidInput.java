package nl.mtvp.kernel.failure;

import java.util.List;
import java.util.stream.Collectors;

/** The request's form or content is wrong, in each of the ways that its faults name. */
public class InvalidInput extends DomainFailure {

    public InvalidInput(Fault fault) {
        this(List.of(fault));
    }

    public InvalidInput(List<Fault> faults) {
        super(Kind.REJECTED, "invalid-input", sentence(faults), faults);
    }

    private static String sentence(List<Fault> faults) {
        if (faults.isEmpty()) {
            throw new IllegalArgumentException("an invalid input has at least one fault");
        }
        return faults.stream().map(Fault::detail).collect(Collectors.joining("; "));
    }
}
