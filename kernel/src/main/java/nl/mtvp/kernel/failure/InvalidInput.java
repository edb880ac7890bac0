package nl.mtvp.kernel.failure;

import java.util.List;
import java.util.stream.Collectors;

/** The request's form or content is wrong, in each of the ways that its faults name. */
public class InvalidInput extends DomainFailure {

    /** As many of them as a sentence takes. */
    private static final int DETAILS_MAX = 20;

    public InvalidInput(Fault fault) {
        this(List.of(fault));
    }

    public InvalidInput(List<Fault> faults) {
        super(Kind.REJECTED, "invalid-input", sentence(faults), faults);
    }

    /** @throws InvalidInput naming these, if there are any */
    public static void ifAny(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
    }

    private static String sentence(List<Fault> faults) {
        if (faults.isEmpty()) {
            throw new IllegalArgumentException("an invalid input has at least one fault");
        }
        var first = faults.stream().limit(DETAILS_MAX).map(Fault::detail).collect(Collectors.joining("; "));
        return faults.size() <= DETAILS_MAX ? first : first + "; and more, see errors";
    }
}
