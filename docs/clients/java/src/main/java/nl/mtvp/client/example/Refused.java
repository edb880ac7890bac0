package nl.mtvp.client.example;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.mtvp.client.ApiClient;
import nl.mtvp.client.ApiException;
import nl.mtvp.client.payment.model.Fault;
import nl.mtvp.client.payment.model.Problem;

/** A call that was refused, with the problem as the service told it; all services tell it alike. */
final class Refused extends Exception {

    private static final long serialVersionUID = 1;
    private static final String TYPE = "urn:mtvp:problem:";

    private final transient Problem problem;

    private Refused(Problem problem, ApiException cause) {
        super(told(problem), cause);
        this.problem = problem;
    }

    /** A call of the generated client. */
    interface Call<T> {
        T get() throws ApiException;
    }

    /** @throws IllegalStateException if what came back is no answer of the suite: no connection, or somebody between */
    static <T> T orElse(Call<T> call) throws Refused {
        try {
            return call.get();
        } catch (ApiException failure) {
            throw of(failure);
        }
    }

    static Refused of(ApiException failure) {
        if (failure.getResponseBody() == null || failure.getResponseBody().isBlank()) {
            throw new IllegalStateException(failure);
        }
        try {
            var problem = ApiClient.createDefaultObjectMapper().readValue(failure.getResponseBody(), Problem.class);
            return new Refused(problem, failure);
        } catch (JsonProcessingException noProblem) {
            failure.addSuppressed(noProblem);
            throw new IllegalStateException(failure);
        }
    }

    /** Whether it is of this type, of which docs/problems.md tells the cause and the remedy. */
    boolean is(String type) {
        return problem.getType().equals(TYPE + type);
    }

    /** Whether one of the faults that it names has this code. */
    boolean names(String code) {
        return faults().anyMatch(fault -> fault.getCode().equals(code));
    }

    private Stream<Fault> faults() {
        return faults(problem);
    }

    private static Stream<Fault> faults(Problem problem) {
        return problem.getErrors() == null ? Stream.of() : problem.getErrors().stream();
    }

    private static String told(Problem problem) {
        List<String> lines = faults(problem)
                .map(fault -> fault.getLocation() + ": " + fault.getDetail() + " (" + fault.getCode() + ")")
                .toList();
        return Stream.concat(Stream.of(problem.getTitle() + ": " + problem.getDetail()), lines.stream())
                .collect(Collectors.joining("\n  "));
    }
}
